// Articles that have annotations. One that was only read leaves no row. An article that turns out to be another one
// under a further address gets a row of its own that is joined to the other (see joins.ts), so that the reader can see
// the join and part them again.
import { newAnnotationId } from '../core/annotation.ts';
import type { ArticleMetadata } from '../core/article/article.ts';
import { addressKey, hostOf, numberOf, trustedCanonical } from './article-url.ts';
import { originOf } from './book.ts';
import type { PressmarkDatabase, StoredArticle } from './database.ts';
import { guarded } from './failure.ts';
import { type Likeness, sameArticle } from './same-article.ts';
import { textKeysOf } from './text-hash.ts';

/** A page as it is visited; with the trace of its words when they were read. */
export interface Page extends ArticleMetadata {
  textHash?: string;
}

/** The article seen under this address before. */
export function articleOf(db: PressmarkDatabase, url: string): Promise<StoredArticle | undefined> {
  // Dexie's own promises: after a native one a live query would not see what is read next.
  return guarded(db, () =>
    db.articles
      .where('addresses')
      .equals(addressKey(url))
      .first((seen) => (seen?.joined === undefined ? seen : rootOf(db, seen))),
  );
}

/** The article that a page shows, by its address, or else by what the page says of itself and by its words. */
export function articleShown(db: PressmarkDatabase, page: Page): Promise<StoredArticle | undefined> {
  return guarded(db, async () => (await findArticle(db, page))?.article);
}

/**
 * The same; the address is kept with the article, so that it is known by it from now on. A page that shows no article
 * that has annotations leaves nothing.
 */
export function articleVisited(db: PressmarkDatabase, page: Page, now: Date): Promise<StoredArticle | undefined> {
  return guarded(db, async () => {
    const found = await findArticle(db, page);
    if (found === undefined) return undefined;
    const known = found.by === 'address' && (found.seen.textHash !== undefined || page.textHash === undefined);
    if (!known) await db.transaction('rw', db.articles, db.machine, () => keepAddress(db, page, found, now));
    return found.article;
  });
}

/** The articles with these ids, by id; ids that are not there are left out. */
export function articlesById(db: PressmarkDatabase, ids: readonly string[]): Promise<Map<string, StoredArticle>> {
  return guarded(db, async () => {
    const articles = await db.articles.bulkGet([...new Set(ids)]);
    return new Map(articles.filter((article) => article !== undefined).map((article) => [article.id, article]));
  });
}

/** Finds the article or keeps a new one, inside the caller's transaction; notes a further address. Answers its id. */
export async function keepArticle(db: PressmarkDatabase, page: Page, now: Date): Promise<string> {
  const found = await findArticle(db, page);
  if (found === undefined) return (await addArticle(db, page, now)).id;
  await keepAddress(db, page, found, now);
  return found.article.id;
}

interface Found {
  /** The row that is like the page, and the one that its annotations stand on. */
  seen: StoredArticle;
  article: StoredArticle;
  by: Likeness;
}

async function findArticle(db: PressmarkDatabase, page: Page): Promise<Found | undefined> {
  const key = addressKey(page.url);
  const seen = await db.articles.where('addresses').equals(key).first();
  if (seen !== undefined) {
    return { seen, article: seen.joined === undefined ? seen : await rootOf(db, seen), by: 'address' };
  }
  const canonical = trustedCanonical(page);
  // The page may be the one that another named as its canonical address, or name one that was visited.
  const named = canonical === undefined ? [] : [addressKey(canonical)];
  const candidates = [
    ...(await db.articles.where('addresses').anyOf(named).toArray()),
    ...(await db.articles.where('alike').anyOf(alikeKeysOf(page)).toArray()),
  ];
  for (const candidate of candidates) {
    const by = sameArticle(page, candidate);
    if (by !== undefined) return { seen: candidate, article: await rootOf(db, candidate), by };
  }
  return undefined;
}

async function keepAddress(db: PressmarkDatabase, page: Page, { seen, article, by }: Found, now: Date): Promise<void> {
  if (by !== 'address') {
    const joined = { to: article.id, by, at: now.getTime(), origin: await originOf(db) };
    await addArticle(db, page, now, { joined });
  } else if (seen.textHash === undefined && page.textHash !== undefined) {
    const { textHash } = page;
    await db.articles.update(seen.id, { textHash, alike: alikeKeysOf({ ...seen, textHash }) });
  }
}

async function addArticle(
  db: PressmarkDatabase,
  page: Page,
  now: Date,
  more: Pick<StoredArticle, 'joined'> = {},
): Promise<StoredArticle> {
  const id = newAnnotationId(now.getTime());
  const article = { ...page, id, addresses: [addressKey(page.url)], alike: alikeKeysOf(page), ...more };
  await db.articles.add(article);
  return article;
}

/** The article that a row stands for, through all joins. */
async function rootOf(db: PressmarkDatabase, article: StoredArticle): Promise<StoredArticle> {
  const passed = new Set<string>();
  let root = article;
  while (root.joined !== undefined && !passed.has(root.id)) {
    passed.add(root.id);
    root = (await db.articles.get(root.joined.to)) ?? article;
  }
  return root;
}

/** What an article is looked up by when none was seen under its address. */
export function alikeKeysOf(page: Page): string[] {
  const key = addressKey(page.url);
  const canonical = trustedCanonical(page);
  const number = numberOf(key);
  return [
    `canonical ${canonical === undefined ? key : addressKey(canonical)}`,
    ...(number === undefined ? [] : [`number ${hostOf(key)} ${number}`]),
    ...textKeysOf(page.textHash).map((each) => `text ${each}`),
  ];
}
