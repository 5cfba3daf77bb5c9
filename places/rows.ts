// Which annotations popup and side panel list, and what stands beside each.

import { annotationsOfArticle, newestAnnotations } from '../notes/annotations.ts';
import { articleOf, articlesById } from '../notes/articles.ts';
import type { PressmarkDatabase, StoredAnnotation, StoredArticle } from '../notes/database.ts';
import { lastWrite, type Search } from '../notes/search/search.ts';

export interface Row {
  annotation: StoredAnnotation;
  /** Title and site of its article, where it is not the one that is open. */
  from?: string;
}

export interface Rows {
  /** The address that they were listed for; '' before the page is known. */
  url: string;
  /** Of the article that is open, in reading order. */
  here: readonly Row[];
  /** Of all others, newest first. */
  newest: readonly Row[];
}

/** How many rows of other articles are listed. */
const newestLimit = 50;
const foundLimit = 100;

/** The annotations of the article at an address, in reading order. */
export async function listHere(db: PressmarkDatabase, url: string): Promise<{ url: string; rows: readonly Row[] }> {
  const article = url === '' ? undefined : await articleOf(db, url);
  const here = article === undefined ? [] : await annotationsOfArticle(db, article.id);
  return { url, rows: here.map((annotation) => ({ annotation })) };
}

export async function listRows(db: PressmarkDatabase, url: string): Promise<Rows> {
  const article = url === '' ? undefined : await articleOf(db, url);
  const here = article === undefined ? [] : await annotationsOfArticle(db, article.id);
  const newest = await newestAnnotations(db, newestLimit + here.length);
  const others = newest.filter((each) => each.articleId !== article?.id).slice(0, newestLimit);
  return { url, here: here.map((annotation) => ({ annotation })), newest: await withArticles(db, others) };
}

/** The newest that answer a query, as the library's search field takes it. */
export async function findRows(db: PressmarkDatabase, search: Search, query: string): Promise<readonly Row[]> {
  await lastWrite(db);
  const { ids } = await search.find({ query, order: 'newest', from: 0, count: foundLimit, facets: false });
  const annotations = await db.annotations.bulkGet([...ids]);
  return withArticles(
    db,
    annotations.filter((each) => each !== undefined),
  );
}

/** Annotations of any articles as rows that tell where each stands. */
export async function withArticles(db: PressmarkDatabase, annotations: readonly StoredAnnotation[]): Promise<Row[]> {
  const articles = await articlesById(
    db,
    annotations.map((each) => each.articleId),
  );
  return annotations.map((annotation) => {
    const article = articles.get(annotation.articleId);
    return article === undefined ? { annotation } : { annotation, from: sourceOf(article) };
  });
}

function sourceOf(article: StoredArticle): string {
  const site = article.siteName ?? (URL.canParse(article.url) ? new URL(article.url).hostname : '');
  return site === '' ? article.title : `${site} · ${article.title}`;
}
