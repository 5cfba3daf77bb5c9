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
  tagsOf,
  tidyTags,
} from '../core/annotation.ts';
import type { ArticleMetadata } from '../core/article/article.ts';
import { keepArticle } from './articles.ts';
import { creationOf, keepBefore, lastChangeOf } from './changes.ts';
import type { PressmarkDatabase, StoredAnnotation } from './database.ts';
import { guarded } from './failure.ts';
import { mergeNotes } from './merge-notes.ts';

export { undoChange } from './changes.ts';
export { searchAnnotations } from './search-annotations.ts';

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
    const kept = noteOf(current);
    const note = draft.base === undefined ? draft.value : mergeNotes(draft.base, kept, draft.value);
    const answer = note === draft.value ? {} : { note };
    if (note === kept) return { changeId: await lastChangeOf(db, draft.id), ...answer };
    const others = current.body.filter((body) => body.purpose !== 'commenting');
    const body = [...others, ...noteBody(note)];
    const changeId = await keepBefore(db, 'noted', current, now);
    await db.annotations.put({ ...current, body, motivation: motivationFor(note), modified: now.toISOString() });
    return { changeId, ...answer };
  });
}

/** @throws Error 'annotation-unknown' */
export function setColour(db: PressmarkDatabase, id: string, colour: Colour, now: Date): Promise<Saved> {
  return writing(db, async () => {
    const current = await existing(db, id);
    if (current.colour === colour) return { changeId: await lastChangeOf(db, id) };
    const changeId = await keepBefore(db, 'coloured', current, now);
    await db.annotations.put({ ...current, colour, modified: now.toISOString() });
    return { changeId };
  });
}

/**
 * Gives an annotation these tags in place of those that it has.
 * @throws Error 'annotation-unknown'
 */
export function setTags(db: PressmarkDatabase, id: string, tags: readonly string[], now: Date): Promise<Saved> {
  return writing(db, async () => {
    const current = await existing(db, id);
    const wanted = tidyTags(tags);
    if (JSON.stringify(wanted) === JSON.stringify(tagsOf(current))) return { changeId: await lastChangeOf(db, id) };
    const others = current.body.filter((body) => body.purpose !== 'tagging');
    const changeId = await keepBefore(db, 'tagged', current, now);
    await db.annotations.put({ ...current, body: [...others, ...tagBodies(wanted)], modified: now.toISOString() });
    return { changeId };
  });
}

/**
 * Takes an annotation out of every list; its record stays, so that it can be undone.
 * @throws Error 'annotation-unknown'
 */
export function deleteAnnotation(db: PressmarkDatabase, id: string, now: Date): Promise<Saved> {
  return writing(db, async () => {
    const current = await existing(db, id);
    if (current.deleted !== 0) return { changeId: await lastChangeOf(db, id) };
    const changeId = await keepBefore(db, 'deleted', current, now);
    await db.annotations.put({ ...current, deleted: now.getTime(), modified: now.toISOString() });
    return { changeId };
  });
}

/** A stored record as the W3C annotation that it holds, without what the database adds. */
export function annotationOf(stored: StoredAnnotation): Annotation {
  const { articleId: _articleId, deleted: _deleted, ...annotation } = stored;
  return annotation;
}

function writing<Result>(db: PressmarkDatabase, work: () => Promise<Result>): Promise<Result> {
  return guarded(db, () => db.transaction('rw', db.annotations, db.articles, db.changes, work));
}

async function existing(db: PressmarkDatabase, id: string): Promise<StoredAnnotation> {
  const annotation = await db.annotations.get(id);
  if (annotation === undefined) throw new Error('annotation-unknown');
  return annotation;
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
  await db.annotations.add(made);
}

function noteBody(note: string): Body[] {
  return note === '' ? [] : [{ type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: note }];
}

function tagBodies(tags: readonly string[]): Body[] {
  return tags.map((value) => ({ type: 'TextualBody', purpose: 'tagging', value }));
}

function motivationFor(note: string): Annotation['motivation'] {
  return note === '' ? 'highlighting' : 'commenting';
}
