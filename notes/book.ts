// The one place where records of annotations are written: with each go what was deleted, which entities are met, how
// many there are, and what search index and second copy have yet to read.
import { entityOf } from '../core/annotation.ts';
import type { Deletion, MetEntity, PressmarkDatabase, StoredAnnotation } from './database.ts';
import { entityKey } from './fold.ts';

/** A record as it was and as it shall be; without `before` it is new, without `after` it goes for good. */
export interface Written {
  before: StoredAnnotation | undefined;
  after: StoredAnnotation | undefined;
}

/** Writes records inside the caller's transaction, which must be over `db.written`. */
export async function keepRecords(
  db: PressmarkDatabase,
  written: readonly Written[],
  origin: string,
  now: Date,
): Promise<void> {
  if (written.length === 0) return;
  const kept = written.flatMap(({ after }) => (after === undefined ? [] : [after]));
  const gone = written.flatMap(({ before, after }) => (before !== undefined && after === undefined ? [before.id] : []));
  if (kept.length > 0) await db.annotations.bulkPut(kept);
  if (gone.length > 0) await db.annotations.bulkDelete(gone);
  await keepDeletions(db, written, origin, now);
  await keepTally(db, written);
  const ids = written.flatMap(({ before, after }) => (after ?? before)?.id ?? []);
  await db.unindexed.add({ ids });
  const articleIds = written.flatMap(({ before, after }) => [before, after].flatMap((each) => each?.articleId ?? []));
  await db.uncopied.add({ articleIds: [...new Set(articleIds)] });
}

/** The name of this machine in what is written; made by the first write. */
export async function originOf(db: PressmarkDatabase): Promise<string> {
  const known = await db.machine.get('machine');
  if (known !== undefined) return known.id;
  const id = crypto.randomUUID();
  await db.machine.put({ key: 'machine', id });
  return id;
}

/** How many annotations there are, without the deleted. */
export async function annotationCount(db: PressmarkDatabase): Promise<number> {
  return (await db.counts.get('annotations'))?.count ?? 0;
}

export interface Tally {
  add(before: StoredAnnotation | undefined, after: StoredAnnotation | undefined): void;
  /** By how much the number of annotations grows. */
  live(): number;
  /** The entities whose count changes, with `count` as the change. */
  entities(): MetEntity[];
}

/** Adds up what a number of writes changes in the counts. */
export function tallyOf(): Tally {
  let live = 0;
  const met = new Map<string, MetEntity>();
  function count(annotation: StoredAnnotation | undefined, change: 1 | -1): void {
    if (annotation === undefined || annotation.deleted !== 0) return;
    live += change;
    const entity = entityOf(annotation);
    if (entity === undefined) return;
    const id = entityKey(entity);
    met.set(id, { id, ...entity, count: (met.get(id)?.count ?? 0) + change });
  }
  return {
    add(before, after) {
      count(before, -1);
      count(after, 1);
    },
    live: () => live,
    entities: () => [...met.values()].filter((entity) => entity.count !== 0),
  };
}

async function keepTally(db: PressmarkDatabase, written: readonly Written[]): Promise<void> {
  const tally = tallyOf();
  for (const { before, after } of written) tally.add(before, after);
  if (tally.live() !== 0) {
    await db.counts.put({ key: 'annotations', count: (await annotationCount(db)) + tally.live() });
  }
  const changes = tally.entities();
  if (changes.length === 0) return;
  const known = await db.entities.bulkGet(changes.map((entity) => entity.id));
  const after = changes.map((entity, index) => ({ ...entity, count: entity.count + (known[index]?.count ?? 0) }));
  await db.entities.bulkPut(after.filter((entity) => entity.count > 0));
  await db.entities.bulkDelete(after.filter((entity) => entity.count <= 0).map((entity) => entity.id));
}

async function keepDeletions(
  db: PressmarkDatabase,
  written: readonly Written[],
  origin: string,
  now: Date,
): Promise<void> {
  const deletions: Deletion[] = [];
  const undone: string[] = [];
  for (const { before, after } of written) {
    if (before !== undefined && after === undefined) {
      deletions.push({ id: before.id, at: before.deleted || now.getTime(), origin, purged: true });
    } else if (after !== undefined && after.deleted > 0 && before?.deleted !== after.deleted) {
      deletions.push({ id: after.id, at: after.deleted, origin });
    } else if (after?.deleted === 0 && (before === undefined || before.deleted > 0)) undone.push(after.id);
  }
  if (deletions.length > 0) await db.deletions.bulkPut(deletions);
  // A restored backup may bring back what was deleted for good.
  const known = undone.length > 1 ? await deletionsAmong(db, undone) : undone;
  if (known.length > 0) await db.deletions.bulkDelete(known);
}

/** Of many new ids hardly one was ever deleted: one look at their range is cheaper than a delete for each. */
async function deletionsAmong(db: PressmarkDatabase, ids: readonly string[]): Promise<string[]> {
  const sorted = ids.toSorted();
  const there = new Set(await db.deletions.where(':id').between(sorted[0], sorted.at(-1), true, true).primaryKeys());
  return ids.filter((id) => there.has(id));
}
