// Articles that are one under several addresses: which, why, and the reader's own word on it. The annotations of a
// joined article are moved to the other; parted again, it takes back those that were made at its addresses.
import type { Saved } from '../core/annotation.ts';
import { addressKey } from './article-url.ts';
import { keepRecords, originOf } from './book.ts';
import type { PressmarkDatabase, StoredAnnotation, StoredArticle } from './database.ts';
import { guarded } from './failure.ts';

/** The articles that are joined to this one, as they were seen: each with its addresses, and in `joined` why and when. */
export function joinedTo(db: PressmarkDatabase, articleId: string): Promise<StoredArticle[]> {
  return guarded(db, () => withJoined(db, articleId));
}

/**
 * Makes one article of two: the first is joined to the second.
 * @throws Error 'article-unknown' when one is not there, or they are one already
 */
export function joinArticles(db: PressmarkDatabase, id: string, to: string, now: Date): Promise<Saved> {
  return writing(db, async () => {
    const [article, other] = await db.articles.bulkGet([id, to]);
    const inside = new Set([id, ...(await withJoined(db, id)).map((each) => each.id)]);
    if (article === undefined || other === undefined || inside.has(to) || article.joined !== undefined) {
      throw new Error('article-unknown');
    }
    const origin = await originOf(db);
    await db.articles.put({ ...article, joined: { to, by: 'reader', at: now.getTime(), origin } });
    await moveAnnotations(db, await db.annotations.where('articleId').equals(id).toArray(), to, now);
    return { changeId: `${joinPrefix}${id}` };
  });
}

/**
 * Parts an article from the one that it was joined to, for good: it is not joined again by itself.
 * @throws Error 'article-unknown' when it is not there, or not joined
 */
export function partArticle(db: PressmarkDatabase, id: string, now: Date): Promise<Saved> {
  return writing(db, async () => {
    const article = await db.articles.get(id);
    if (article?.joined === undefined) throw new Error('article-unknown');
    const { joined, ...alone } = article;
    await db.articles.put(alone);
    const root = await rootIdOf(db, joined.to);
    const own = new Set([article, ...(await withJoined(db, id))].flatMap((each) => each.addresses));
    const there = await db.annotations.where('articleId').equals(root).toArray();
    await moveAnnotations(
      db,
      there.filter((each) => own.has(addressKey(each.target.source))),
      id,
      now,
    );
    return { changeId: `${partPrefix}${id}/${joined.to}` };
  });
}

const joinPrefix = 'joined/';
const partPrefix = 'parted/';

/** Undoes a join or a parting, named by what `Saved` told; undefined when the change is of another kind. */
export function undoJoin(db: PressmarkDatabase, changeId: string, now: Date): Promise<Saved> | undefined {
  if (changeId.startsWith(joinPrefix)) return partArticle(db, changeId.slice(joinPrefix.length), now);
  if (!changeId.startsWith(partPrefix)) return undefined;
  const [id = '', to = ''] = changeId.slice(partPrefix.length).split('/');
  return joinArticles(db, id, to, now);
}

async function withJoined(db: PressmarkDatabase, id: string): Promise<StoredArticle[]> {
  const found = new Map<string, StoredArticle>();
  let next = [id];
  while (next.length > 0) {
    const articles = await db.articles.where('joined.to').anyOf(next).toArray();
    const unknown = articles.filter((article) => article.id !== id && !found.has(article.id));
    for (const article of unknown) found.set(article.id, article);
    next = unknown.map((article) => article.id);
  }
  return [...found.values()];
}

async function rootIdOf(db: PressmarkDatabase, id: string): Promise<string> {
  const passed = new Set<string>();
  let root = id;
  while (!passed.has(root)) {
    passed.add(root);
    root = (await db.articles.get(root))?.joined?.to ?? root;
  }
  return root;
}

async function moveAnnotations(
  db: PressmarkDatabase,
  annotations: readonly StoredAnnotation[],
  articleId: string,
  now: Date,
): Promise<void> {
  const moved = annotations.map((before) => ({ before, after: { ...before, articleId } }));
  await keepRecords(db, moved, await originOf(db), now);
}

function writing<Result>(db: PressmarkDatabase, work: () => Promise<Result>): Promise<Result> {
  return guarded(db, () => db.transaction('rw', db.written, work));
}
