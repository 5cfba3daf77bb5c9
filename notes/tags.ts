// The tags that the reader gives.
import { tagsOf } from '../core/annotation.ts';
import type { PressmarkDatabase } from './database.ts';
import { guarded } from './failure.ts';

/** So many of the newest annotations are looked through; the search index has the tags of all older ones. */
const looked = 1000;

/** Tags in use: those of the newest annotations first, as what is likely meant again, each group by use. */
export function listTags(db: PressmarkDatabase): Promise<readonly string[]> {
  return guarded(db, async () => {
    const counts = new Map<string, number>();
    for (const annotation of await db.annotations.orderBy(':id').reverse().limit(looked).toArray()) {
      if (annotation.deleted !== 0) continue;
      for (const tag of tagsOf(annotation)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    }
    const recent = [...counts].sort(([, one], [, other]) => other - one).map(([tag]) => tag);
    const indexed = await db.searchIndex.get('tags');
    return [...new Set([...recent, ...(indexed?.name === 'tags' ? indexed.tags : [])])];
  });
}
