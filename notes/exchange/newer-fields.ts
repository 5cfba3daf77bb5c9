// One annotation, kept here and in a file: which of the file's fields are newer. Fields are joined one by one, by when
// each was written, so that a backup of another machine takes nothing back that was written here since.
import type { Edit, Field, Stamp, StoredAnnotation } from '../database.ts';
import { sameValue, valueIn } from '../edits.ts';

export type NewerField = Edit & { stamp: Stamp };

/**
 * The edits that make of the kept record what it should be; none when it stays as it is. Nothing is deleted by a file,
 * and what a file still has comes back from the trash.
 * @param origin who is said to have written a field that the file knows no writer of
 */
export function newerFields(kept: StoredAnnotation, read: StoredAnnotation, origin: string): NewerField[] {
  const edits: NewerField[] = [];
  for (const field of ['note', 'tags', 'colour'] as const) {
    const edit = valueIn(read, field);
    const stamp = read.changed?.[field] ?? { at: writtenAt(read, field), origin };
    if (stamp.at > writtenAt(kept, field) && !sameValue(valueIn(kept, field), edit)) edits.push({ ...edit, stamp });
  }
  if (kept.deleted !== 0 && read.deleted === 0) {
    edits.push({
      field: 'deleted',
      value: 0,
      stamp: { at: Math.max(kept.deleted, writtenAt(read, 'deleted')), origin },
    });
  }
  return edits;
}

/** When a field was written. A record that knows of no change at all was last written when it says that it was. */
function writtenAt(annotation: StoredAnnotation, field: Field): number {
  const { changed, created, modified } = annotation;
  return changed?.[field]?.at ?? Date.parse(changed === undefined ? modified : created);
}
