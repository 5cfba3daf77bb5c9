// Work on many annotations in one go: one transaction, and one change that undoes it all.
import { type Annotation, type Colour, type Saved, tagsOf, tidyTags } from '../core/annotation.ts';
import type { ArticleMetadata } from '../core/article/article.ts';
import { keepArticle } from './articles.ts';
import { keepRecords, originOf } from './book.ts';
import { changeMany, deleteMany, noteMaking } from './changes.ts';
import type { PressmarkDatabase, StoredAnnotation } from './database.ts';
import { guarded } from './failure.ts';

/** Ids that are not there are passed over, and the signal takes all of it back while it goes on, here and below. */
export function colourAll(
  db: PressmarkDatabase,
  ids: readonly string[],
  colour: Colour,
  now: Date,
  signal?: AbortSignal,
): Promise<Saved> {
  // A note on the page has no colour to change.
  const highlights = (each: StoredAnnotation): boolean => each.target.selector.length > 0;
  const work = (): Promise<string> =>
    changeMany(db, ids, (each) => (highlights(each) ? { field: 'colour', value: colour } : undefined), now);
  return inOneGo(db, work, signal);
}

/** Gives tags to annotations and takes others away. */
export function tagAll(
  db: PressmarkDatabase,
  ids: readonly string[],
  tags: { add?: readonly string[]; remove?: readonly string[] },
  now: Date,
  signal?: AbortSignal,
): Promise<Saved> {
  const removed = new Set(tags.remove);
  const tagged = (each: StoredAnnotation): string[] =>
    tidyTags([...tagsOf(each).filter((tag) => !removed.has(tag)), ...(tags.add ?? [])]);
  return inOneGo(db, () => changeMany(db, ids, (each) => ({ field: 'tags', value: tagged(each) }), now), signal);
}

export function deleteAll(
  db: PressmarkDatabase,
  ids: readonly string[],
  now: Date,
  signal?: AbortSignal,
): Promise<Saved> {
  return inOneGo(db, () => deleteMany(db, ids, now), signal);
}

/**
 * Keeps annotations that were made elsewhere; one whose id is known, deleted or not, is left as it is here.
 * @param action names the import: all its parts are undone by the change that each of them answers
 */
export function addAll(
  db: PressmarkDatabase,
  made: readonly { annotation: Annotation; article: ArticleMetadata }[],
  action: string,
  now: Date,
): Promise<Saved & { added: readonly string[] }> {
  return guarded(db, () =>
    db.transaction('rw', db.written, async () => {
      const known = await db.annotations.bulkGet(made.map((each) => each.annotation.id));
      const articles = new Map<ArticleMetadata, string>();
      const records = new Map<string, StoredAnnotation>();
      for (const [index, { annotation, article }] of made.entries()) {
        if (known[index] !== undefined || records.has(annotation.id)) continue;
        const articleId = articles.get(article) ?? (await keepArticle(db, article, now));
        articles.set(article, articleId);
        records.set(annotation.id, { ...annotation, articleId, deleted: 0 });
      }
      const written = [...records.values()].map((after) => ({ before: undefined, after }));
      await keepRecords(db, written, await originOf(db), now);
      const added = [...records.keys()];
      return { changeId: await noteMaking(db, action, added), added };
    }),
  );
}

/** @throws when the signal aborts it: then all is as before */
export function inOneGo(db: PressmarkDatabase, work: () => Promise<string>, signal?: AbortSignal): Promise<Saved> {
  return guarded(db, () =>
    db.transaction('rw', db.written, async (transaction) => {
      signal?.addEventListener('abort', () => transaction.abort(), { once: true });
      signal?.throwIfAborted();
      return { changeId: await work() };
    }),
  );
}
