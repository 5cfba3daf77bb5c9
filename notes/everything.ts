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

/** Empties every table, whatever it is for: nothing is left to undo. */
export function deleteEverything(db: PressmarkDatabase): Promise<void> {
  return guarded(db, () =>
    db.transaction('rw', db.tables, async () => {
      await Promise.all(db.tables.map((table) => table.clear()));
    }),
  );
}
