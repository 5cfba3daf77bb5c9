// What annotations were before each change, so that a change can be undone, also after the background was stopped.
import type { Body } from '../core/annotation.ts';
import type { ChangeKind, PressmarkDatabase, StoredAnnotation } from './database.ts';
import { guarded } from './failure.ts';

/** So many changes are kept, the newest. */
export const changesKept = 1000;

/** A note that is being written is saved at each pause: changes within this time, in ms, are undone as one. */
const writingSpell = 60_000;

/** Names the making of an annotation. It needs no row: undoing it deletes the annotation. */
export function creationOf(annotationId: string): string {
  return `${annotationId}/0`;
}

/** Keeps the record as it was before a change, inside the caller's transaction. Answers the change's id. */
export async function keepBefore(
  db: PressmarkDatabase,
  kind: ChangeKind,
  before: StoredAnnotation,
  now: Date,
): Promise<string> {
  const at = now.getTime();
  const last = await lastOf(db, before.id);
  if (kind === 'noted' && last?.number !== undefined && last.kind === 'noted' && at - last.at < writingSpell) {
    return changeIdOf(before.id, last.number);
  }
  const number = await db.changes.add({ annotationId: before.id, kind, at, before });
  await db.changes
    .where(':id')
    .belowOrEqual(number - changesKept)
    .delete();
  return changeIdOf(before.id, number);
}

/** The newest change of an annotation: the answer to a repeated save that changed nothing. */
export async function lastChangeOf(db: PressmarkDatabase, annotationId: string): Promise<string> {
  const last = await lastOf(db, annotationId);
  return last?.number === undefined ? creationOf(annotationId) : changeIdOf(annotationId, last.number);
}

/** The annotation that a change id is about; the id comes from a message and may be anything. */
export function annotationOfChange(changeId: string): string {
  return changeId.slice(0, Math.max(0, changeId.indexOf('/')));
}

/**
 * Takes one change back; done again it changes nothing. Undoing the making of an annotation deletes it.
 * A change that is no longer kept, or of which nothing is left, is passed over.
 */
export function undoChange(db: PressmarkDatabase, changeId: string, now = new Date()): Promise<void> {
  return guarded(db, () =>
    db.transaction('rw', db.annotations, db.changes, async () => {
      const annotationId = annotationOfChange(changeId);
      const current = await db.annotations.get(annotationId);
      if (current === undefined) return;
      if (changeId === creationOf(annotationId)) {
        if (current.deleted !== 0) return;
        await keepBefore(db, 'deleted', current, now);
        await db.annotations.put({ ...current, deleted: now.getTime() });
        return;
      }
      const number = Number(changeId.slice(annotationId.length + 1));
      const change = Number.isSafeInteger(number) ? await db.changes.get(number) : undefined;
      if (change === undefined || change.annotationId !== annotationId) return;
      const restored = restore(current, change.before, change.kind);
      if (JSON.stringify(restored) === JSON.stringify(current)) return;
      await keepBefore(db, change.kind, current, now);
      await db.annotations.put({ ...restored, modified: now.toISOString() });
    }),
  );
}

/** Only what the change was about comes back: a colour that is undone leaves words written since. */
function restore(current: StoredAnnotation, before: StoredAnnotation, kind: ChangeKind): StoredAnnotation {
  switch (kind) {
    case 'deleted':
      return { ...current, deleted: before.deleted };
    case 'noted':
      return { ...current, body: bodiesOf(current, before, 'commenting'), motivation: before.motivation };
    case 'tagged':
      return { ...current, body: bodiesOf(current, before, 'tagging') };
    case 'coloured': {
      const { colour: _colour, ...rest } = current;
      return before.colour === undefined ? rest : { ...current, colour: before.colour };
    }
  }
}

/** The bodies of `current`, but those with this purpose as they were before. */
function bodiesOf(current: StoredAnnotation, before: StoredAnnotation, purpose: Body['purpose']): Body[] {
  const others = current.body.filter((body) => body.purpose !== purpose);
  return [...others, ...before.body.filter((body) => body.purpose === purpose)];
}

function changeIdOf(annotationId: string, number: number): string {
  return `${annotationId}/${number}`;
}

function lastOf(db: PressmarkDatabase, annotationId: string) {
  return db.changes.where('annotationId').equals(annotationId).last();
}
