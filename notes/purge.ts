// The end of what was deleted: after its days in the trash the record goes for good, with all that the log and the
// articles know of it. That it was deleted stays known, without a word of it, for other machines to learn.
import { keepRecords, originOf } from './book.ts';
import type { PressmarkDatabase } from './database.ts';
import { guarded } from './failure.ts';
import { trashDays } from './trash.ts';

/** So many records are taken out in one transaction. */
const batchSize = 500;

/** Takes out what has been in the trash for its time, and changes too old to be undone. Answers how many notes went. */
export function purgeOld(db: PressmarkDatabase, now: Date): Promise<number> {
  const end = now.getTime() - trashDays * 86_400_000;
  return guarded(db, async () => {
    await forgetChanges(db, end);
    let gone = 0;
    for (let batch = await purgeSome(db, end, now); batch > 0; batch = await purgeSome(db, end, now)) gone += batch;
    return gone;
  });
}

function purgeSome(db: PressmarkDatabase, end: number, now: Date): Promise<number> {
  return db.transaction('rw', db.written, async () => {
    const old = db.deletions.where('at').belowOrEqual(end);
    const deletions = await old
      .filter((each) => each.purged !== true)
      .limit(batchSize)
      .toArray();
    const ids = deletions.map(({ id }) => id);
    const records = (await db.annotations.bulkGet(ids)).filter((each) => each !== undefined && each.deleted > 0);
    const written = records.flatMap((before) => (before === undefined ? [] : [{ before, after: undefined }]));
    await keepRecords(db, written, await originOf(db), now);
    // One without a record must not be met again.
    const known = new Set(written.map(({ before }) => before.id));
    await db.deletions.bulkPut(deletions.filter(({ id }) => !known.has(id)).map((each) => ({ ...each, purged: true })));
    await db.log.where('annotationId').anyOf(ids).delete();
    await forgetArticles(db, new Set(written.map(({ before }) => before.articleId)));
    return deletions.length;
  });
}

/** Articles of which nothing is kept any more leave no row, nor do those that were joined to them. */
async function forgetArticles(db: PressmarkDatabase, ids: ReadonlySet<string>): Promise<void> {
  for (const id of ids) {
    if ((await db.annotations.where('articleId').equals(id).count()) > 0) continue;
    const joined = await db.articles.where('joined.to').equals(id).primaryKeys();
    await db.articles.delete(id);
    await forgetArticles(db, new Set(joined));
  }
}

/** Ids of changes begin with their time. */
async function forgetChanges(db: PressmarkDatabase, end: number): Promise<void> {
  const stamp = end.toString(16).padStart(12, '0');
  const first = `${stamp.slice(0, 8)}-${stamp.slice(8)}`;
  await db.log.where(':id').below(first).delete();
  await db.makings.where(':id').below(first).delete();
}
