// The tags that the reader gives.
import { tagsOf } from '../core/annotation.ts';
import type { PressmarkDatabase } from './database.ts';
import { guarded } from './failure.ts';

/** So many of the newest annotations are looked through: what was last used is what is likely meant again. */
const looked = 1000;

/** Tags in use, the most used first. */
export function listTags(db: PressmarkDatabase): Promise<readonly string[]> {
  return guarded(db, async () => {
    const counts = new Map<string, number>();
    for (const annotation of await db.annotations.orderBy(':id').reverse().limit(looked).toArray()) {
      if (annotation.deleted !== 0) continue;
      for (const tag of tagsOf(annotation)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    }
    return [...counts].sort(([, one], [, other]) => other - one).map(([tag]) => tag);
  });
}
