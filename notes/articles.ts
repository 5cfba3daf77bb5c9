// Articles that have annotations. One that was only read leaves no row.
import { newAnnotationId } from '../core/annotation.ts';
import type { ArticleMetadata } from '../core/article/article.ts';
import { addressKey, addressKeysOf } from './article-url.ts';
import type { PressmarkDatabase, StoredArticle } from './database.ts';
import { guarded } from './failure.ts';

/** The article seen under this address before. */
export function articleOf(db: PressmarkDatabase, url: string): Promise<StoredArticle | undefined> {
  return guarded(db, () => db.articles.where('addresses').equals(addressKey(url)).first());
}

/** The article that a page shows, by the address visited or else by the page's canonical one. */
export function articleShown(db: PressmarkDatabase, page: ArticleMetadata): Promise<StoredArticle | undefined> {
  return guarded(db, () => findArticle(db, page));
}

/** The articles with these ids, by id; ids that are not there are left out. */
export function articlesById(db: PressmarkDatabase, ids: readonly string[]): Promise<Map<string, StoredArticle>> {
  return guarded(db, async () => {
    const articles = await db.articles.bulkGet([...new Set(ids)]);
    return new Map(articles.filter((article) => article !== undefined).map((article) => [article.id, article]));
  });
}

/** Finds the article or keeps a new one, inside the caller's transaction; notes a further address. Answers its id. */
export async function keepArticle(db: PressmarkDatabase, page: ArticleMetadata, now: Date): Promise<string> {
  const known = await findArticle(db, page);
  if (known === undefined) {
    const article = { ...page, id: newAnnotationId(now.getTime()), addresses: addressKeysOf(page) };
    await db.articles.add(article);
    return article.id;
  }
  const addresses = [...new Set([...known.addresses, ...addressKeysOf(page)])];
  if (addresses.length > known.addresses.length) await db.articles.update(known.id, { addresses });
  return known.id;
}

async function findArticle(db: PressmarkDatabase, page: ArticleMetadata): Promise<StoredArticle | undefined> {
  const [visited, canonical] = addressKeysOf(page);
  if (visited === undefined) return undefined;
  const seen = await db.articles.where('addresses').equals(visited).first();
  if (seen !== undefined || canonical === undefined) return seen;
  // A page that navigates without loading may leave the last article's canonical address behind: the headline decides.
  const named = await db.articles.where('addresses').equals(canonical).first();
  return page.title !== '' && named?.title === page.title ? named : undefined;
}
