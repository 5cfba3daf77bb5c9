// What was deleted and can still be brought back.
import type { Saved } from '../core/annotation.ts';
import { changeMany } from './changes.ts';
import type { PressmarkDatabase, StoredAnnotation } from './database.ts';
import { guarded } from './failure.ts';
import { inOneGo } from './many.ts';

/** So long, in days, what was deleted can be brought back. */
export const trashDays = 30;

/** Annotations that were deleted, the last first. */
export function listTrash(db: PressmarkDatabase, limit: number): Promise<StoredAnnotation[]> {
  return guarded(db, async () => {
    const deletions = await db.deletions
      .orderBy('at')
      .reverse()
      .filter((each) => each.purged !== true)
      .limit(limit)
      .toArray();
    const annotations = await db.annotations.bulkGet(deletions.map(({ id }) => id));
    return annotations.filter((each) => each !== undefined).filter((each) => each.deleted !== 0);
  });
}

/** Brings deleted annotations back, as one change that can be undone. */
export function restoreAll(
  db: PressmarkDatabase,
  ids: readonly string[],
  now: Date,
  signal?: AbortSignal,
): Promise<Saved> {
  return inOneGo(db, () => changeMany(db, ids, () => ({ field: 'deleted', value: 0 }), now), signal);
}
