// Work on many annotations in one go: one transaction, and one change that undoes it all.
import { type Colour, type Saved, tagsOf, tidyTags } from '../core/annotation.ts';
import { changeMany, deleteMany } from './changes.ts';
import type { PressmarkDatabase, StoredAnnotation } from './database.ts';
import { guarded } from './failure.ts';

/** Ids that are not there are passed over, and the signal takes all of it back while it goes on, here and below. */
export function colourAll(
  db: PressmarkDatabase,
  ids: readonly string[],
  colour: Colour,
  now: Date,
  signal?: AbortSignal,
): Promise<Saved> {
  // A note on the page has no colour to change.
  const highlights = (each: StoredAnnotation): boolean => each.target.selector.length > 0;
  const work = (): Promise<string> =>
    changeMany(db, ids, (each) => (highlights(each) ? { field: 'colour', value: colour } : undefined), now);
  return inOneGo(db, work, signal);
}

/** Gives tags to annotations and takes others away. */
export function tagAll(
  db: PressmarkDatabase,
  ids: readonly string[],
  tags: { add?: readonly string[]; remove?: readonly string[] },
  now: Date,
  signal?: AbortSignal,
): Promise<Saved> {
  const removed = new Set(tags.remove);
  const tagged = (each: StoredAnnotation): string[] =>
    tidyTags([...tagsOf(each).filter((tag) => !removed.has(tag)), ...(tags.add ?? [])]);
  return inOneGo(db, () => changeMany(db, ids, (each) => ({ field: 'tags', value: tagged(each) }), now), signal);
}

export function deleteAll(
  db: PressmarkDatabase,
  ids: readonly string[],
  now: Date,
  signal?: AbortSignal,
): Promise<Saved> {
  return inOneGo(db, () => deleteMany(db, ids, now), signal);
}

/** @throws when the signal aborts it: then all is as before */
export function inOneGo(db: PressmarkDatabase, work: () => Promise<string>, signal?: AbortSignal): Promise<Saved> {
  return guarded(db, () =>
    db.transaction('rw', db.written, async (transaction) => {
      signal?.addEventListener('abort', () => transaction.abort(), { once: true });
      signal?.throwIfAborted();
      return { changeId: await work() };
    }),
  );
}
