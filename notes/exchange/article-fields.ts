// What a file says of an article: the metadata, without what the database keeps for itself.
import type { ArticleMetadata } from '../../core/article/article.ts';

const fields = ['url', 'canonicalUrl', 'title', 'byline', 'siteName', 'publishedTime', 'lang', 'dir'] as const;

export function articleFields(article: ArticleMetadata): Partial<Record<keyof ArticleMetadata, string>> {
  const about: Partial<Record<keyof ArticleMetadata, string>> = {};
  for (const field of fields) {
    const value = article[field];
    if (value !== undefined) about[field] = value;
  }
  return about;
}
