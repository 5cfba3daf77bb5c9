// Articles with annotations, by the day on which they were published.
import { annotationsOfArticle } from './annotations.ts';
import { type ArticleNotes, dayOf } from './article-notes.ts';
import type { PressmarkDatabase } from './database.ts';
import { guarded } from './failure.ts';

/**
 * The articles published last, the newest first, with their annotations; those that have none any more are left out,
 * and so are those that another article was found to be the same as. `more`: there are further ones.
 */
export function annotatedArticles(
  db: PressmarkDatabase,
  limit: number,
): Promise<{ articles: readonly ArticleNotes[]; more: boolean }> {
  return guarded(db, async () => {
    const all = (await db.articles.toArray()).filter(({ joined }) => joined === undefined);
    const dated = all
      .map((article) => ({ article, day: dayOf(article) }))
      .sort((one, other) => (one.day < other.day ? 1 : -1));
    const articles: ArticleNotes[] = [];
    for (const { article, day } of dated) {
      if (articles.length === limit) return { articles, more: true };
      const annotations = await annotationsOfArticle(db, article.id);
      if (annotations.length > 0) articles.push({ article, day, annotations });
    }
    return { articles, more: false };
  });
}
