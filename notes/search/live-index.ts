// The index as one context holds it: read from the database once, then kept up with what is written. What came since it
// was stored is read from the notes (`unindexed` names them); when that is much, the index is built and stored anew.
import type { PressmarkDatabase, StoredArticle } from '../database.ts';
import { guarded } from '../failure.ts';
import { articleOfIndex, docOf, type IndexedArticle, type IndexedDoc } from './doc.ts';
import type { Corpus } from './find.ts';
import { buildSegment, docsOf, rowsOf, type Segment, tagsByUse } from './segment.ts';

/** Grows with every change of what is stored: an index of another format is built anew. */
const format = 4;

/** So many newer annotations are searched one by one before the index is built anew. */
const mostNewer = 500;

/** So many records are read at a time. */
const batchSize = 1000;

export interface LiveIndex {
  /** The index with all that was written before the call. */
  current(): Promise<Corpus>;
}

type Tell = (done: number) => void;

/** How much of the building is reading the notes; the rest is done in one step. */
const readingPart = 0.7;

interface Held {
  segment: Segment;
  gone: Uint8Array;
  newer: Map<string, IndexedDoc>;
  /** The last of `unindexed` that is in it. */
  upTo: number;
}

/** @param onBuilding told how far it is, 0 to 1, whenever the index is built from the notes */
export function openIndex(db: PressmarkDatabase, onBuilding?: Tell): LiveIndex {
  let held: Held | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  async function refresh(): Promise<Held> {
    const { state, last } = await guarded(db, () =>
      db.transaction('r', db.searchIndex, db.unindexed, async () => ({
        state: await db.searchIndex.get('state'),
        last: await lastUnindexed(db),
      })),
    );
    // Another context may have stored the index and cleared what it has read, or emptied the database.
    const outrun = state?.name !== 'state' || (held !== undefined && state.upTo > held.upTo);
    if (held === undefined || outrun) held = await load(db, onBuilding);
    else if (last > held.upTo) {
      const rows = await guarded(db, () =>
        db.unindexed
          .where(':id')
          .above(held?.upTo ?? 0)
          .toArray(),
      );
      await take(db, held, new Set(rows.flatMap(({ ids }) => ids)));
      held.upTo = Math.max(held.upTo, ...rows.map(({ number = 0 }) => number));
    }
    if (held.newer.size > mostNewer) held = await compact(db, held);
    return held;
  }

  return {
    current() {
      const refreshing = turn.catch(() => undefined).then(refresh);
      turn = refreshing;
      return refreshing.then(corpusOf);
    },
  };
}

/** Builds the index from the notes alone, and stores it. */
export async function rebuildIndex(db: PressmarkDatabase): Promise<void> {
  await rebuild(db);
}

async function load(db: PressmarkDatabase, onBuilding?: Tell): Promise<Held> {
  const { state, stored, unindexed, count } = await guarded(db, () =>
    db.transaction('r', db.searchIndex, db.unindexed, db.counts, async () => ({
      state: await db.searchIndex.get('state'),
      stored: await db.searchIndex.get('segment'),
      unindexed: await db.unindexed.toArray(),
      count: (await db.counts.get('annotations'))?.count ?? 0,
    })),
  );
  if (state?.name !== 'state' || state.format !== format || stored?.name !== 'segment') return rebuild(db, onBuilding);
  const { segment } = stored;
  const held: Held = { segment, gone: new Uint8Array(segment.rows), newer: new Map(), upTo: state.upTo };
  const ids = new Set(unindexed.flatMap((row) => row.ids));
  // More than half of it new: building it from the notes is no dearer, and needs less memory.
  if (ids.size > segment.rows / 2 + mostNewer) return rebuild(db, onBuilding);
  await take(db, held, ids);
  held.upTo = Math.max(held.upTo, ...unindexed.map(({ number = 0 }) => number));
  const live = held.gone.reduce((sum, each) => sum - each, segment.rows) + held.newer.size;
  const grown = await guarded(db, () => lastUnindexed(db));
  // An index that has not as many annotations as there are is wrong, unless some were written just now.
  return live === count || grown > held.upTo ? held : rebuild(db, onBuilding);
}

/** Reads annotations again that were written, in place of what the index has of them. */
async function take(db: PressmarkDatabase, held: Held, ids: ReadonlySet<string>): Promise<void> {
  if (ids.size === 0) return;
  replaceDocs(held, [...ids], await readDocs(db, [...ids]));
}

/** Puts what the annotations are now in place of what the index has of them; of deleted ones there is nothing. */
export function replaceDocs(held: Held, ids: readonly string[], docs: readonly IndexedDoc[]): void {
  for (const row of rowsOf(held.segment, ids).values()) held.gone[row] = 1;
  for (const id of ids) held.newer.delete(id);
  for (const doc of docs) held.newer.set(doc.id, doc);
}

async function readDocs(db: PressmarkDatabase, ids: readonly string[]): Promise<IndexedDoc[]> {
  const docs: IndexedDoc[] = [];
  const articles = new Map<string, IndexedArticle>();
  for (let start = 0; start < ids.length; start += batchSize) {
    docs.push(
      ...(await guarded(db, () =>
        db.transaction('r', db.annotations, db.articles, async () => {
          const read = await db.annotations.bulkGet(ids.slice(start, start + batchSize));
          const live = read.filter((each) => each?.deleted === 0);
          const unknown = live.map((each) => each?.articleId ?? '').filter((id) => !articles.has(id));
          keepArticles(articles, unknown, await db.articles.bulkGet(unknown));
          return live.flatMap((each) => {
            const article = articles.get(each?.articleId ?? '');
            return each === undefined || article === undefined ? [] : [docOf(each, article)];
          });
        }),
      )),
    );
  }
  return docs;
}

async function rebuild(db: PressmarkDatabase, onBuilding?: Tell): Promise<Held> {
  const upTo = await guarded(db, () => lastUnindexed(db));
  const articles = new Map<string, IndexedArticle>();
  const all = await guarded(db, () => db.articles.toArray());
  keepArticles(
    articles,
    all.map((article) => article.id),
    all,
  );
  const docs: IndexedDoc[] = [];
  const count = await guarded(db, () => db.annotations.count());
  let [after, read] = ['', 0];
  for (;;) {
    const batch = await guarded(db, () => db.annotations.where(':id').above(after).limit(batchSize).toArray());
    for (const annotation of batch) {
      if (annotation.deleted !== 0) continue;
      const { articleId } = annotation;
      if (!articles.has(articleId)) keepArticles(articles, [articleId], [undefined]);
      docs.push(docOf(annotation, articles.get(articleId) ?? articleOfIndex(articleId, undefined)));
    }
    after = batch.at(-1)?.id ?? '';
    read += batch.length;
    onBuilding?.(Math.min(1, (read / count) * readingPart));
    if (batch.length < batchSize) break;
  }
  return store(db, buildSegment(docs), upTo, docs.length);
}

async function compact(db: PressmarkDatabase, held: Held): Promise<Held> {
  const docs = [...docsOf(held.segment, held.gone), ...held.newer.values()];
  return store(db, buildSegment(docs), held.upTo, undefined);
}

/** @param count set when the annotations were counted one by one */
async function store(db: PressmarkDatabase, segment: Segment, upTo: number, count: number | undefined): Promise<Held> {
  await guarded(db, () =>
    db.transaction('rw', db.searchIndex, db.unindexed, db.counts, async () => {
      const before = await db.searchIndex.get('state');
      // Another context was faster, with more in it.
      if (before?.name === 'state' && before.format === format && before.upTo > upTo) return;
      await db.searchIndex.bulkPut([
        { name: 'state', format, upTo },
        { name: 'segment', segment },
        { name: 'tags', tags: tagsByUse(segment) },
      ]);
      await db.unindexed.where(':id').belowOrEqual(upTo).delete();
      // What was written since may be counted in already or not: then it is left to the next building.
      if (count !== undefined && (await db.unindexed.count()) === 0) await db.counts.put({ key: 'annotations', count });
    }),
  );
  return { segment, gone: new Uint8Array(segment.rows), newer: new Map(), upTo };
}

/** The newest of `unindexed`; 0 when all is in the stored index. */
export async function lastUnindexed(db: PressmarkDatabase): Promise<number> {
  return (await db.unindexed.orderBy(':id').last())?.number ?? 0;
}

function keepArticles(
  articles: Map<string, IndexedArticle>,
  ids: readonly string[],
  read: readonly (StoredArticle | undefined)[],
): void {
  for (const [index, id] of ids.entries()) articles.set(id, articleOfIndex(id, read[index]));
}

function corpusOf({ segment, gone, newer }: Held): Corpus {
  return { segment, gone, newer: [...newer.values()] };
}
