// All that is to be exported, article by article, out of the database in few and bounded pieces.
import { positionOf } from '../../core/annotation.ts';
import type { PressmarkDatabase, StoredAnnotation, StoredArticle } from '../database.ts';
import type { Shelf } from './formats.ts';

/** So many articles, or chosen annotations, are read at a time. */
const articlesAtATime = 100;
const annotationsAtATime = 1000;

export interface Choice {
  /** Ids of annotations; all when it is missing. */
  ids?: readonly string[];
  /** With what was deleted and is still kept, and with articles that have nothing. */
  withDeleted?: boolean;
}

export interface Stacked {
  shelves: Shelf[];
  /** How much of the whole is read, 0 to 1. */
  done: number;
}

/** In pieces of some articles each, the annotations of each in reading order. */
export function shelvesOf(db: PressmarkDatabase, choice: Choice): AsyncGenerator<Stacked, void> {
  return choice.ids === undefined ? allShelves(db, choice) : chosenShelves(db, choice.ids, choice);
}

async function* allShelves(db: PressmarkDatabase, choice: Choice): AsyncGenerator<Stacked, void> {
  const total = await db.articles.count();
  let after = '';
  for (let read = 0; ; ) {
    const articles = await db.articles.where(':id').above(after).limit(articlesAtATime).toArray();
    const [first] = articles;
    const last = articles.at(-1);
    if (first === undefined || last === undefined) return;
    // One range instead of many single keys: those would cost a step each.
    const annotations = await db.annotations.where('articleId').between(first.id, last.id, true, true).toArray();
    read += articles.length;
    after = last.id;
    yield { shelves: stack(articles, annotations, choice), done: Math.min(1, read / total) };
  }
}

async function* chosenShelves(
  db: PressmarkDatabase,
  ids: readonly string[],
  choice: Choice,
): AsyncGenerator<Stacked, void> {
  const byArticle = new Map<string, string[]>();
  for (let start = 0; start < ids.length; start += annotationsAtATime) {
    const some = await db.annotations.bulkGet(ids.slice(start, start + annotationsAtATime));
    for (const annotation of some) {
      if (annotation === undefined) continue;
      const others = byArticle.get(annotation.articleId);
      if (others === undefined) byArticle.set(annotation.articleId, [annotation.id]);
      else others.push(annotation.id);
    }
  }
  const articleIds = [...byArticle.keys()].sort();
  for (let start = 0; start < articleIds.length; start += articlesAtATime) {
    const some = articleIds.slice(start, start + articlesAtATime);
    const articles = await db.articles.bulkGet(some);
    const annotations = await db.annotations.bulkGet(some.flatMap((id) => byArticle.get(id) ?? []));
    const shelves = stack(articles.filter(isThere), annotations.filter(isThere), choice);
    yield { shelves, done: Math.min(1, (start + some.length) / articleIds.length) };
  }
}

function stack(
  articles: readonly StoredArticle[],
  annotations: readonly StoredAnnotation[],
  { withDeleted = false }: Choice,
): Shelf[] {
  const shelves = new Map(articles.map((article) => [article.id, { article, annotations: [] as StoredAnnotation[] }]));
  for (const annotation of annotations) {
    if (withDeleted || annotation.deleted === 0) shelves.get(annotation.articleId)?.annotations.push(annotation);
  }
  const full = [...shelves.values()].filter((shelf) => withDeleted || shelf.annotations.length > 0);
  for (const shelf of full) shelf.annotations.sort(inReadingOrder);
  return full;
}

function inReadingOrder(one: StoredAnnotation, other: StoredAnnotation): number {
  return positionOf(one) - positionOf(other) || (one.id < other.id ? -1 : 1);
}

function isThere<Value>(value: Value | undefined): value is Value {
  return value !== undefined;
}
