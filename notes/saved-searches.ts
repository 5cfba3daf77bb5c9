// Searches that the reader gave a name.
import { newAnnotationId } from '../core/annotation.ts';
import { originOf } from './book.ts';
import type { PressmarkDatabase, SavedSearch } from './database.ts';
import { guarded } from './failure.ts';

/** By name. */
export function listSearches(db: PressmarkDatabase): Promise<SavedSearch[]> {
  return guarded(db, async () => {
    const all = await db.savedSearches.toArray();
    return all.sort((one, other) => one.name.localeCompare(other.name));
  });
}

/** Keeps a search; one with the same name is replaced. */
export function keepSearch(db: PressmarkDatabase, name: string, query: string, now: Date): Promise<void> {
  return guarded(db, () =>
    db.transaction('rw', db.savedSearches, db.machine, async () => {
      const known = (await db.savedSearches.toArray()).find((each) => each.name === name);
      const id = known?.id ?? newAnnotationId(now.getTime());
      await db.savedSearches.put({ id, name, query, at: now.getTime(), origin: await originOf(db) });
    }),
  );
}

export function forgetSearch(db: PressmarkDatabase, id: string): Promise<void> {
  return guarded(db, () => db.savedSearches.delete(id));
}
