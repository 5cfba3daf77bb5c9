// Which tags are offered while one types.

/** So many at a time. */
const most = 8;

/** Known tags that begin with what is typed, then those that hold it; those that are there already are left out. */
export function offeredTags(known: readonly string[], tags: readonly string[], typed: string): readonly string[] {
  const taken = new Set(tags.map(folded));
  const wanted = folded(typed.trim().replace(/^#/, ''));
  const fitting = known.filter((tag) => !taken.has(folded(tag)) && folded(tag).includes(wanted));
  const beginning = fitting.filter((tag) => folded(tag).startsWith(wanted));
  return [...beginning, ...fitting.filter((tag) => !beginning.includes(tag))].slice(0, most);
}

function folded(tag: string): string {
  return tag.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
