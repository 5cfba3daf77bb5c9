// One annotation with its article.
import { annotationById } from '../../notes/annotations.ts';
import { articlesById } from '../../notes/articles.ts';
import type { PressmarkDatabase } from '../../notes/database.ts';
import type { FoundRow } from './use-found.ts';

/** Undefined when there is none with this id, or it was deleted. */
export async function readRow(db: PressmarkDatabase, id: string): Promise<FoundRow | undefined> {
  const annotation = await annotationById(db, id);
  if (annotation === undefined) return undefined;
  const articles = await articlesById(db, [annotation.articleId]);
  return { annotation, article: articles.get(annotation.articleId) };
}
