// All that the database holds: how much it is, and its end.
import type { PressmarkDatabase } from './database.ts';
import { guarded } from './failure.ts';

export interface Holdings {
  annotations: number;
  articles: number;
}

/** What is kept and not deleted. Reads every annotation: 100,000 take about a second. */
export function countEverything(db: PressmarkDatabase): Promise<Holdings> {
  return guarded(db, async () => {
    const annotations = await db.annotations.filter((each) => each.deleted === 0).count();
    return { annotations, articles: await db.articles.count() };
  });
}

/**
 * Empties every table, whatever it is for: nothing is left to undo. In one transaction: cancelled in between, all is
 * there as before.
 * @param onProgress hears how much of it is done, 0 to 1
 * @throws the signal's reason when it was cancelled
 */
export function deleteEverything(
  db: PressmarkDatabase,
  { onProgress, signal }: { onProgress?: (done: number) => void; signal?: AbortSignal } = {},
): Promise<void> {
  return guarded(db, () =>
    db.transaction('rw', db.tables, async () => {
      for (const [index, table] of db.tables.entries()) {
        signal?.throwIfAborted();
        await table.clear();
        onProgress?.((index + 1) / db.tables.length);
      }
      signal?.throwIfAborted();
    }),
  );
}
