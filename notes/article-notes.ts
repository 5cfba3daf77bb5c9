// An article with what the reader has kept of it, at its place in time.
import type { StoredAnnotation, StoredArticle } from './database.ts';

export interface ArticleNotes {
  article: StoredArticle;
  /** ISO 8601: when it was published, or else first kept; empty when neither is known. */
  day: string;
  annotations: readonly StoredAnnotation[];
}

/** ISO 8601: published then, or else first kept then (ids begin with their time: RFC 9562, version 7). */
export function dayOf({ publishedTime = '', id }: StoredArticle): string {
  const published = Date.parse(publishedTime);
  const time = Number.isNaN(published) ? Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16) : published;
  return Number.isNaN(time) ? '' : new Date(time).toISOString();
}
