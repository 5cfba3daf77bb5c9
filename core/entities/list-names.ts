// Who is who in an article: its entities by weight, each with its forms and its first mention in context.
import type { Entity, Mention, Recognition } from './mention.ts';
import { nameKey } from './name-key.ts';

export interface NamedHere {
  entity: Entity;
  /** How many mentions it has. */
  count: number;
  /** The ways in which it is written, the commonest first. */
  forms: readonly { form: string; count: number }[];
  /** The words of its first mention and what stands beside them. */
  first: { before: string; words: string; after: string };
}

/** Longest context shown before and after a first mention, UTF-16 units. */
const shownBefore = 40;
const shownAfter = 100;
/** So many are listed: no reader goes through more. */
const mostListed = 500;
/** What a name in the headline and one in the opening count for, in mentions. */
const inHeadline = 3;
const inOpening = 1;

/**
 * The heaviest first: number of mentions, and more for who is named in the headline or in the first fifth of the text;
 * of equals the one that is named first. Linear in the mentions.
 */
export function listNames(text: string, { mentions, entities }: Recognition, headline: string): NamedHere[] {
  const own: Mention[][] = entities.map(() => []);
  for (const mention of mentions) own[mention.entity]?.push(mention);
  const title = nameKey(headline);
  const listed = entities.flatMap((entity, index) => {
    const [first] = own[index] ?? [];
    if (first === undefined) return [];
    const forms = formsOf(text, own[index] ?? []);
    const named = forms.some(({ form }) => title.includes(nameKey(form)));
    const weight =
      (own[index]?.length ?? 0) + (named ? inHeadline : 0) + (first.start < text.length / 5 ? inOpening : 0);
    return [{ entity, forms, first, weight, count: own[index]?.length ?? 0 }];
  });
  listed.sort((one, other) => other.weight - one.weight || one.first.start - other.first.start);
  return listed.slice(0, mostListed).map(({ entity, forms, first: { start, end }, count }) => {
    const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
    const [after = ''] = text.slice(end, end + shownAfter).split('\n', 1);
    return { entity, count, forms, first: { before: lastWords(before), words: text.slice(start, end), after } };
  });
}

function formsOf(text: string, mentions: readonly Mention[]): { form: string; count: number }[] {
  const forms = new Map<string, { form: string; count: number }>();
  for (const { start, end } of mentions) {
    const form = text.slice(start, end);
    const known = forms.get(nameKey(form));
    if (known === undefined) forms.set(nameKey(form), { form, count: 1 });
    else known.count++;
  }
  return [...forms.values()].sort((one, other) => other.count - one.count);
}

/** The end of what stands before, by whole words; all of it where it is short. */
function lastWords(before: string): string {
  if (before.length <= shownBefore) return before;
  const cut = before.slice(-shownBefore);
  return `… ${cut.slice(cut.search(/\s/u) + 1)}`;
}
