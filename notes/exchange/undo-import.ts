// Takes a whole import back: a batch at a time, so that it may be stopped and gone on with.
import { keepRecords, originOf } from '../book.ts';
import { changeMany, deleteMany } from '../changes.ts';
import type { ImportRow, PressmarkDatabase, StoredAnnotation } from '../database.ts';
import { guarded } from '../failure.ts';
import { trashDays } from '../trash.ts';
import { giveBackRest, restTables } from './take-rest.ts';

interface UndoOptions {
  now: Date;
  /** Told how much is taken back, 0 to 1. */
  onProgress?: (done: number) => void;
  /** Stopped between two batches. */
  signal?: AbortSignal;
}

/**
 * What the import made goes for good, articles too; what the reader has changed since goes to the trash, so that no word
 * is lost. What it changed is as before. Done again it changes nothing. Stopped, the rest of the import stands as one that
 * can be taken back later.
 * @throws the signal's reason when it was stopped
 */
export async function undoImport(
  db: PressmarkDatabase,
  importId: string,
  { now, onProgress, signal }: UndoOptions,
): Promise<void> {
  await guarded(db, async () => {
    const row = await db.imports.get(importId);
    if (row === undefined) return;
    // From here on it is not finished: were it stopped now, it would be gone on with.
    await db.imports.update(importId, { state: 'running' });
    const makings = await db.makings.where('action').equals(importId).primaryKeys();
    let left = row.count ?? 0;
    for (const [index, key] of makings.entries()) {
      if (signal?.aborted) {
        await db.imports.update(importId, { state: 'done', count: left });
        signal.throwIfAborted();
      }
      left -= await db.transaction('rw', db.written, async () => unmake(db, key, row.at, now));
      onProgress?.((index + 1) / makings.length);
    }
    await db.transaction('rw', [...db.written, db.imports, ...restTables(db)], async () => {
      await unchange(db, importId, now);
      await giveBackRest(db, row.taken ?? []);
      await db.imports.delete(importId);
    });
  });
}

/** Imports that can be undone, the newest first: for as long as what was deleted can be brought back. */
export function finishedImports(db: PressmarkDatabase, now: Date): Promise<ImportRow[]> {
  const since = now.getTime() - trashDays * 86_400_000;
  return guarded(db, async () => {
    const imports = await db.imports.reverse().toArray();
    return imports.filter(({ state, at }) => state === 'done' && at > since);
  });
}

/** Held while an import runs or is taken back, so that no two do at once. */
export const importLock = 'pressmark-import';

/**
 * Takes back imports that were stopped before their end, by the end of the browser or of the page; one that runs at this
 * moment is left alone. Answers how many there were.
 */
export function takeBackUnfinished(db: PressmarkDatabase, locks: LockManager): Promise<number> {
  return locks.request(importLock, { ifAvailable: true }, async (lock) => {
    if (lock === null) return 0;
    const imports = await guarded(db, () => db.imports.toArray());
    const unfinished = imports.filter(({ state }) => state === 'running');
    for (const { id } of unfinished) await undoImport(db, id, { now: new Date() });
    return unfinished.length;
  });
}

/** One batch, inside the caller's transaction; answers how many annotations it had made. */
async function unmake(db: PressmarkDatabase, makingId: string, importedAt: number, now: Date): Promise<number> {
  const making = await db.makings.get(makingId);
  if (making === undefined) return 0;
  const made = (await db.annotations.bulkGet([...making.ids])).filter((each) => each !== undefined);
  const isTouched = (each: StoredAnnotation) => Object.values(each.changed ?? {}).some(({ at }) => at > importedAt);
  const touched = made.filter(isTouched);
  const untouched = made.filter((each) => !isTouched(each));
  await keepRecords(
    db,
    untouched.map((before) => ({ before, after: undefined })),
    await originOf(db),
    now,
  );
  if (touched.length > 0)
    await deleteMany(
      db,
      touched.map((each) => each.id),
      now,
    );
  await removeEmptyArticles(db, [...new Set(made.map((each) => each.articleId))].sort());
  await db.makings.delete(makingId);
  return making.ids.length;
}

/** Articles on which nothing stands any more; as for any other, without annotations there is no row. */
async function removeEmptyArticles(db: PressmarkDatabase, ids: readonly string[]): Promise<void> {
  const [first, last] = [ids[0], ids.at(-1)];
  if (first === undefined || last === undefined) return;
  const used = new Set(await db.annotations.where('articleId').between(first, last, true, true).uniqueKeys());
  const empty = ids.filter((id) => !used.has(id));
  if (empty.length === 0) return;
  const joined = new Set(await db.articles.where('joined.to').anyOf(empty).keys());
  await db.articles.bulkDelete(empty.filter((id) => !joined.has(id)));
}

/** The fields that the import changed, as they were. */
async function unchange(db: PressmarkDatabase, importId: string, now: Date): Promise<void> {
  const changes = await db.log.where('action').equals(importId).toArray();
  for (const field of ['note', 'tags', 'colour', 'deleted'] as const) {
    const before = new Map(
      changes.flatMap((each) => (each.before.field === field ? [[each.annotationId, each.before]] : [])),
    );
    if (before.size > 0) await changeMany(db, [...before.keys()], (each) => before.get(each.id), now);
  }
}
