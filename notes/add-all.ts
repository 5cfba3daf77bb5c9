// Many annotations at once, for tests and benchmarks. What readers bring in goes through exchange/import.ts.
import type { Annotation, Saved } from '../core/annotation.ts';
import type { ArticleMetadata } from '../core/article/article.ts';
import { keepArticle } from './articles.ts';
import { keepRecords, originOf } from './book.ts';
import { noteMaking } from './changes.ts';
import type { PressmarkDatabase, StoredAnnotation } from './database.ts';
import { guarded } from './failure.ts';

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
