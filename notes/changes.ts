// The log of changes, field by field: what was there before, when and on which machine it was changed. With it a
// change is undone, also after the background was stopped.
import { newAnnotationId } from '../core/annotation.ts';
import { keepRecords, originOf, type Written } from './book.ts';
import type { Change, Edit, PressmarkDatabase, StoredAnnotation } from './database.ts';
import { sameValue, valueIn, withEdit } from './edits.ts';
import { guarded } from './failure.ts';
import { undoJoin } from './joins.ts';

/** A note that is being written is saved at each pause: changes within this time, in ms, are undone as one. */
const writingSpell = 60_000;

/** So many records are held in memory at a time. */
const batchSize = 1000;

/** Stands in a change id in the place of the annotation when there are many. */
const many = 'many';

/** Names the making of an annotation. It needs no row: undoing it deletes the annotation. */
export function creationOf(annotationId: string): string {
  return `${annotationId}/0`;
}

/**
 * Gives a field of one annotation another value, inside the caller's transaction over `db.written`.
 * Answers the change's id; the newest one when the value was there already, so that a repeated call changes nothing.
 */
export async function changeField(
  db: PressmarkDatabase,
  current: StoredAnnotation,
  edit: Edit,
  now: Date,
): Promise<string> {
  const before = valueIn(current, edit.field);
  const last = await lastOf(db, current.id);
  if (sameValue(before, edit)) return last === undefined ? creationOf(current.id) : changeIdOf(current.id, last);
  const stamp = { at: now.getTime(), origin: await originOf(db) };
  const goesOn =
    edit.field === 'note' &&
    last?.before.field === 'note' &&
    last.origin === stamp.origin &&
    stamp.at - last.at < writingSpell;
  const id = goesOn ? last.id : idAfter(last, stamp.at);
  if (!goesOn) await db.log.add({ id, action: id, annotationId: current.id, before, ...stamp });
  await keepRecords(db, [{ before: current, after: edited(current, edit, stamp) }], stamp.origin, now);
  return `${current.id}/${goesOn ? last.action : id}`;
}

/**
 * Changes one field of many annotations as one action, inside the caller's transaction over `db.written`.
 * @param editFor what shall stand there; undefined leaves the annotation as it is
 */
export async function changeMany(
  db: PressmarkDatabase,
  ids: readonly string[],
  editFor: (annotation: StoredAnnotation) => Edit | undefined,
  now: Date,
): Promise<string> {
  const stamp = { at: now.getTime(), origin: await originOf(db) };
  const action = newAnnotationId(stamp.at);
  for (let start = 0; start < ids.length; start += batchSize) {
    const changes: Change[] = [];
    const written: Written[] = [];
    for (const current of await db.annotations.bulkGet(ids.slice(start, start + batchSize))) {
      const edit = current && editFor(current);
      if (current === undefined || edit === undefined) continue;
      const before = valueIn(current, edit.field);
      if (sameValue(before, edit)) continue;
      changes.push({ id: newAnnotationId(stamp.at), action, annotationId: current.id, before, ...stamp });
      written.push({ before: current, after: edited(current, edit, stamp) });
    }
    if (changes.length > 0) await db.log.bulkAdd(changes);
    await keepRecords(db, written, stamp.origin, now);
  }
  return `${many}/${action}`;
}

/**
 * Notes that annotations were made in one go (an import), inside the caller's transaction, so that all can be deleted
 * again as one. Parts that are written one after the other have one `action`. Answers the change's id.
 */
export async function noteMaking(db: PressmarkDatabase, action: string, ids: readonly string[]): Promise<string> {
  await db.makings.add({ id: newAnnotationId(Date.now()), action, ids });
  return `${many}/${action}`;
}

/** The annotation that a change id is about; empty for a change of many. The id comes from a message and may be anything. */
export function annotationOfChange(changeId: string): string {
  const annotationId = changeId.slice(0, Math.max(0, changeId.indexOf('/')));
  return annotationId === many ? '' : annotationId;
}

/**
 * Takes one change back; done again it changes nothing. Undoing the making of an annotation deletes it. Only the field
 * that was changed comes back: a colour that is undone leaves words written since.
 * A change that is no longer kept, or of which nothing is left, is passed over.
 * @returns the id of the undoing, which can be undone itself; undefined when nothing was changed
 */
export async function undoChange(
  db: PressmarkDatabase,
  changeId: string,
  now = new Date(),
): Promise<string | undefined> {
  const parted = await undoJoin(db, changeId, now);
  if (parted !== undefined) return parted.changeId;
  return guarded(db, () =>
    db.transaction('rw', db.written, async () => {
      const annotationId = annotationOfChange(changeId);
      if (annotationId !== '' && changeId === creationOf(annotationId)) {
        const made = await db.annotations.get(annotationId);
        if (made === undefined || made.deleted !== 0) return undefined;
        return changeField(db, made, { field: 'deleted', value: now.getTime() }, now);
      }
      const action = changeId.slice(changeId.indexOf('/') + 1);
      const made = await db.makings.where('action').equals(action).toArray();
      if (made.length > 0)
        return deleteMany(
          db,
          made.flatMap(({ ids }) => ids),
          now,
        );
      const changes = await db.log.where('action').equals(action).toArray();
      return undoAll(
        db,
        changes.filter((change) => annotationId === '' || change.annotationId === annotationId),
        now,
      );
    }),
  );
}

/** Deletes annotations as one action, inside the caller's transaction over `db.written`. */
export function deleteMany(db: PressmarkDatabase, ids: readonly string[], now: Date): Promise<string> {
  const deletion: Edit = { field: 'deleted', value: now.getTime() };
  return changeMany(db, ids, (each) => (each.deleted === 0 ? deletion : undefined), now);
}

async function undoAll(db: PressmarkDatabase, changes: readonly Change[], now: Date): Promise<string | undefined> {
  const before = new Map(changes.map((change) => [change.annotationId, change.before]));
  if (before.size > 1) return changeMany(db, [...before.keys()], (each) => before.get(each.id), now);
  const [only] = changes;
  const current = only && (await db.annotations.get(only.annotationId));
  if (only === undefined || current === undefined) return undefined;
  const undone = sameValue(valueIn(current, only.before.field), only.before);
  return undone ? undefined : changeField(db, current, only.before, now);
}

function edited(current: StoredAnnotation, edit: Edit, stamp: { at: number; origin: string }): StoredAnnotation {
  const modified = new Date(stamp.at).toISOString();
  return { ...withEdit(current, edit), modified, changed: { ...current.changed, [edit.field]: stamp } };
}

function changeIdOf(annotationId: string, change: Change): string {
  return `${annotationId}/${change.action}`;
}

/** Ids made in one millisecond have no order of their own: the newer change shall sort after the older. */
function idAfter(last: Change | undefined, at: number): string {
  let id = newAnnotationId(at);
  for (let later = at + 1; last !== undefined && id <= last.id; later++) id = newAnnotationId(later);
  return id;
}

function lastOf(db: PressmarkDatabase, annotationId: string): Promise<Change | undefined> {
  return db.log.where('annotationId').equals(annotationId).last();
}
