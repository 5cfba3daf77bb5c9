// What a file says of an article: the metadata, without what the database keeps for itself.
import type { ArticleMetadata } from '../../core/article/article.ts';

/** Every field, and what it holds: one that is new to the metadata does not compile until it stands here. */
const fields = {
  url: 'address',
  canonicalUrl: 'address',
  title: 'title',
  byline: 'text',
  siteName: 'text',
  publishedTime: 'text',
  modifiedTime: 'text',
  section: 'text',
  lang: 'text',
  dir: 'direction',
} as const satisfies Record<keyof ArticleMetadata, string>;

type Field = keyof typeof fields;

/** Fields that hold a text of the page's own, and that a page may lack. */
export type TextField = { [Key in Field]: (typeof fields)[Key] extends 'text' ? Key : never }[Field];

const names = Object.keys(fields) as Field[];

export const textFields = names.filter((name): name is TextField => fields[name] === 'text');

export function articleFields(article: ArticleMetadata): Partial<Record<Field, string>> {
  const about: Partial<Record<Field, string>> = {};
  for (const name of names) {
    const value = article[name];
    if (value !== undefined) about[name] = value;
  }
  return about;
}
