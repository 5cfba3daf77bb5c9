// Words that are not yet acknowledged as kept, so that a crash or a full disk does not take them. One text under each
// name, in a storage that writes at once.

export interface Draft {
  /** The annotation that the words belong to, made already or not. */
  id: string;
  words: string;
  /** When they were written, ms. */
  at: number;
}

export interface Drafts {
  /** The words under a name, if they are newer than what is kept (`modified`, ISO 8601); older ones are dropped. */
  read(name: string, modified?: string): Draft | undefined;
  keep(name: string, id: string, words: string): void;
  /** Forgets the words, unless others were written since. */
  drop(name: string, words: string): void;
}

/** @param storage localStorage of the extension's own origin. Without it, or when it is full, drafts are not kept. */
export function draftsIn(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined): Drafts {
  const keyOf = (name: string): string => `draft:${name}`;
  function stored(name: string): Draft | undefined {
    const json = attempt(() => storage?.getItem(keyOf(name)));
    const draft: unknown = typeof json === 'string' ? attempt(() => JSON.parse(json)) : undefined;
    return isDraft(draft) ? draft : undefined;
  }
  return {
    read(name, modified) {
      const draft = stored(name);
      if (draft === undefined) return undefined;
      if (modified === undefined || Date.parse(modified) < draft.at) return draft;
      attempt(() => storage?.removeItem(keyOf(name)));
      return undefined;
    },
    keep(name, id, words) {
      const draft: Draft = { id, words, at: Date.now() };
      attempt(() => storage?.setItem(keyOf(name), JSON.stringify(draft)));
    },
    drop(name, words) {
      if (stored(name)?.words === words) attempt(() => storage?.removeItem(keyOf(name)));
    },
  };
}

/** Drafts in this origin's localStorage, or none where the browser forbids it. */
export function ownDrafts(): Drafts {
  return draftsIn(attempt(() => localStorage));
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false;
  const { id, words, at }: Partial<Record<keyof Draft, unknown>> = value;
  return typeof id === 'string' && typeof words === 'string' && typeof at === 'number';
}

/** A storage that is full, forbidden or damaged counts as empty. */
function attempt<Result>(action: () => Result): Result | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
