// Reading and writing annotations. Every write is one transaction, keeps what was before it (changes.ts), may be
// repeated, and answers when it is on the disk.
import {
  type Annotation,
  type Body,
  type Colour,
  type NewAnnotation,
  type NoteDraft,
  noteOf,
  positionOf,
  type Saved,
  type Selector,
  tidyTags,
} from '../core/annotation.ts';
import type { ArticleMetadata } from '../core/article/article.ts';
import { keepArticle } from './articles.ts';
import { keepRecords, originOf } from './book.ts';
import { changeField, creationOf } from './changes.ts';
import type { Edit, PressmarkDatabase, StoredAnnotation } from './database.ts';
import { motivationFor, noteBody } from './edits.ts';
import { guarded } from './failure.ts';
import { mergeNotes } from './merge-notes.ts';

export { undoChange } from './changes.ts';

/** What stands on an article now, in reading order. */
export function annotationsOfArticle(db: PressmarkDatabase, articleId: string): Promise<StoredAnnotation[]> {
  return guarded(db, async () => {
    const all = await db.annotations.where('articleId').equals(articleId).toArray();
    // The primary key orders equal positions: what was made first comes first.
    return all.filter((each) => each.deleted === 0).sort((a, b) => positionOf(a) - positionOf(b));
  });
}

/** The annotations made last, of all articles, newest first. */
export function newestAnnotations(db: PressmarkDatabase, limit: number): Promise<StoredAnnotation[]> {
  return guarded(db, () =>
    db.annotations
      .orderBy(':id')
      .reverse()
      .filter((each) => each.deleted === 0)
      .limit(limit)
      .toArray(),
  );
}

/** The annotation with this id; undefined when there is none or it was deleted. */
export function annotationById(db: PressmarkDatabase, id: string): Promise<StoredAnnotation | undefined> {
  return guarded(db, async () => {
    const annotation = await db.annotations.get(id);
    return annotation?.deleted === 0 ? annotation : undefined;
  });
}

/** Keeps a new annotation. An id that is known already changes nothing: the save was repeated. */
export function saveAnnotation(
  db: PressmarkDatabase,
  annotation: NewAnnotation,
  article: ArticleMetadata,
  now: Date,
): Promise<Saved> {
  return writing(db, async () => {
    if ((await db.annotations.get(annotation.id)) === undefined) await create(db, annotation, article, '', now);
    return { changeId: creationOf(annotation.id) };
  });
}

/**
 * Writes the reader's words. Words that were written elsewhere since the editor last looked are kept too (`note` of the
 * answer is then what stands there). A deleted annotation takes the words and stays deleted.
 * @throws Error 'annotation-unknown' when there is no such annotation and none to create
 */
export function saveNote(db: PressmarkDatabase, draft: NoteDraft, now: Date): Promise<Saved> {
  return writing(db, async () => {
    const current = await db.annotations.get(draft.id);
    if (current === undefined) {
      if (draft.create === undefined) throw new Error('annotation-unknown');
      const { article = { url: draft.create.target.source, title: '' }, ...annotation } = draft.create;
      await create(db, { ...annotation, id: draft.id }, article, draft.value, now);
      return { changeId: creationOf(draft.id) };
    }
    const note = draft.base === undefined ? draft.value : mergeNotes(draft.base, noteOf(current), draft.value);
    const changeId = await changeField(db, current, { field: 'note', value: note }, now);
    return { changeId, ...(note === draft.value ? {} : { note }) };
  });
}

/** @throws Error 'annotation-unknown', as do all that change one annotation */
export function setColour(db: PressmarkDatabase, id: string, colour: Colour, now: Date): Promise<Saved> {
  return changing(db, id, () => ({ field: 'colour', value: colour }), now);
}

/** Gives an annotation these tags in place of those that it has. */
export function setTags(db: PressmarkDatabase, id: string, tags: readonly string[], now: Date): Promise<Saved> {
  return changing(db, id, () => ({ field: 'tags', value: tidyTags(tags) }), now);
}

/** Says where in its page the passage of an annotation stands, in place of what was known of it. */
export function setSelector(
  db: PressmarkDatabase,
  id: string,
  selector: readonly Selector[],
  now: Date,
): Promise<Saved> {
  return changing(db, id, () => ({ field: 'selector', value: selector }), now);
}

/** Takes an annotation out of every list; its record stays for a while (see trash.ts), so that it can be undone. */
export function deleteAnnotation(db: PressmarkDatabase, id: string, now: Date): Promise<Saved> {
  return changing(db, id, (current) => ({ field: 'deleted', value: current.deleted || now.getTime() }), now);
}

/** A stored record as the W3C annotation that it holds, without what the database adds. */
export function annotationOf(stored: StoredAnnotation): Annotation {
  const { articleId: _articleId, deleted: _deleted, changed: _changed, ...annotation } = stored;
  return annotation;
}

function writing<Result>(db: PressmarkDatabase, work: () => Promise<Result>): Promise<Result> {
  return guarded(db, () => db.transaction('rw', db.written, work));
}

function changing(
  db: PressmarkDatabase,
  id: string,
  editFor: (current: StoredAnnotation) => Edit,
  now: Date,
): Promise<Saved> {
  return writing(db, async () => {
    const current = await db.annotations.get(id);
    if (current === undefined) throw new Error('annotation-unknown');
    return { changeId: await changeField(db, current, editFor(current), now) };
  });
}

async function create(
  db: PressmarkDatabase,
  annotation: NewAnnotation,
  article: ArticleMetadata,
  note: string,
  now: Date,
): Promise<void> {
  const articleId = await keepArticle(db, article, now);
  const { id, colour, target, entity } = annotation;
  const about: Body[] =
    entity === undefined
      ? []
      : [{ type: 'TextualBody', purpose: 'identifying', value: entity.name, entityType: entity.type }];
  const made: StoredAnnotation = {
    id,
    type: 'Annotation',
    motivation: motivationFor(note),
    created: now.toISOString(),
    modified: now.toISOString(),
    ...(colour === undefined ? {} : { colour }),
    body: [...about, ...noteBody(note)],
    target,
    articleId,
    deleted: 0,
  };
  await keepRecords(db, [{ before: undefined, after: made }], await originOf(db), now);
}
