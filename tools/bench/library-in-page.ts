// What the library benchmark runs in a page of the extension, with the extension's own code: the database, and the
// search in its worker. Answers are in ms.
import { type NoteDraft, newAnnotationId } from '../../core/annotation.ts';
import { addAll } from '../../notes/add-all.ts';
import { saveNote } from '../../notes/annotations.ts';
import { type IndexPart, openDatabase, openForBulk } from '../../notes/database.ts';
import { articleOfIndex, docOf, type IndexedDoc } from '../../notes/search/doc.ts';
import { replaceDocs } from '../../notes/search/live-index.ts';
import type { Search, SearchRequest } from '../../notes/search/search.ts';
import { weightOf } from '../../notes/search/segment.ts';
import { searchInWorker } from '../../notes/search/worker-search.ts';
import { madeNotes } from './made-notes.ts';

export interface LibraryFigures {
  notes: number;
  fillMs: number;
  buildIndexMs: number;
  loadIndexMs: number;
  indexMegabytes: number;
  search: Spread;
  facets: Spread;
  plain: Spread;
  addToIndex: Spread;
  saveThenFind: Spread;
  save: Spread;
  saveAsReader: Spread;
}

interface Spread {
  median: number;
  p95: number;
}

const db = openDatabase();

async function measure(count: number): Promise<LibraryFigures> {
  const fillMs = await timed(() => fill(count));
  const builder = searchInWorker();
  const buildIndexMs = await timed(() => builder.find(request('')));
  builder.close();
  const search = searchInWorker();
  const loadIndexMs = await timed(() => search.find(request('')));
  const stored = await db.searchIndex.get('segment');
  const queries = queriesFrom(count);
  const searches = await spread(queries, (query) => search.find(request(query)));
  const facets = await spread(queries, (query) => search.find({ ...request(query), facets: true }));
  const saveThenFind = await measureFinding(search);
  search.close();
  return {
    notes: await db.annotations.count(),
    fillMs,
    buildIndexMs,
    loadIndexMs,
    indexMegabytes: weightOf(stored) / 1e6,
    search: searches,
    facets,
    plain: await spread(queries.slice(0, 5), plainSearch),
    addToIndex: measureAdding(stored),
    saveThenFind,
    save: await spread(
      Array.from({ length: 200 }, (_, index) => index),
      saveOne,
    ),
    saveAsReader: await spread(
      Array.from({ length: 200 }, (_, index) => index),
      saveAsReader,
    ),
  };
}

async function fill(count: number): Promise<void> {
  const bulk = openForBulk();
  const action = newAnnotationId(Date.now());
  let batch: Parameters<typeof addAll>[1][number][] = [];
  for (const made of madeNotes(count)) {
    batch.push(made);
    if (batch.length === 1000) {
      await addAll(bulk, batch, action, new Date());
      batch = [];
    }
  }
  await addAll(bulk, batch, action, new Date());
  bulk.close();
}

function request(query: string): SearchRequest {
  return { query, order: 'newest', from: 0, count: 50, facets: false };
}

/** What a reader asks: mostly a word or its beginning, then two words, a phrase, filters; all of words that there are. */
function queriesFrom(count: number): string[] {
  const queries: string[] = [];
  let index = 0;
  for (const { annotation, article } of madeNotes(count)) {
    if (index++ % Math.ceil(count / 200) !== 0) continue;
    const selector = annotation.target.selector[0];
    const words = (selector?.type === 'TextQuoteSelector' ? selector.exact : article.title).split(' ');
    const [first = 'the', second = 'of', third = 'and'] = words.slice(Math.floor(words.length / 2) - 1);
    const host = new URL(article.url).host.replace('www.', '');
    const tag = annotation.body.find((body) => body.purpose === 'tagging')?.value ?? 'none';
    const kinds = [
      `${first} `,
      first.slice(0, 4),
      first.slice(0, 3),
      `${first} ${second} `,
      `"${first} ${second}"`,
      `"${second} ${third}`,
      `site:${host} ${first}`,
      `tag:${tag} has:note`,
      `colour:blue after:2024-06 ${second} `,
      `kind:note -${first} site:${host}`,
    ];
    queries.push(kinds[queries.length % kinds.length] ?? first);
  }
  return queries;
}

async function plainSearch(query: string): Promise<unknown> {
  const words = query
    .toLowerCase()
    .replaceAll(/"|\w+:\S+|-\S+/g, '')
    .split(' ')
    .filter(Boolean);
  return (await db.annotations.toArray()).filter((each) => {
    const text = JSON.stringify([each.body, each.target.selector]).toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** From a record to its place in the index, in this page, without the database. */
function measureAdding(stored: IndexPart | undefined): Spread {
  if (stored?.name !== 'segment') throw new Error('there is no index');
  const { segment } = stored;
  const held = { segment, gone: new Uint8Array(segment.rows), newer: new Map<string, IndexedDoc>(), upTo: 0 };
  const times: number[] = [];
  for (const { annotation, article } of madeNotes(200)) {
    const start = performance.now();
    const doc = docOf(
      { ...annotation, articleId: '', deleted: 0 },
      articleOfIndex('', { ...article, id: '', addresses: [] }),
    );
    replaceDocs(held, [doc.id], [doc]);
    times.push(performance.now() - start);
  }
  return spreadOf(times);
}

/** A save, and the search that follows it: with what that has to read first. */
async function measureFinding(search: Search): Promise<Spread> {
  return spread(
    Array.from({ length: 50 }, (_, index) => index),
    async (number) => {
      await saveOne(number);
      await search.find(request('wall'));
    },
  );
}

async function saveOne(number: number): Promise<void> {
  await saveNote(db, draftOf(number), new Date());
}

/** As the card saves: through the background, with the second copy. */
async function saveAsReader(number: number): Promise<void> {
  const reply = await ownRuntime().sendMessage({
    pressmark: 'extension-to-background',
    name: 'saveNote',
    args: [draftOf(number)],
  });
  if (!reply.ok) throw new Error('not saved');
}

interface Runtime {
  sendMessage(message: unknown): Promise<{ ok: boolean }>;
}

function ownRuntime(): Runtime {
  const scope = globalThis as unknown as Record<'browser' | 'chrome', { runtime: Runtime } | undefined>;
  const runtime = (scope.browser ?? scope.chrome)?.runtime;
  if (runtime === undefined) throw new Error('this is no page of the extension');
  return runtime;
}

function draftOf(number: number): NoteDraft {
  const id = newAnnotationId(Date.now());
  const source = `https://www.bench.example/story-${number % 20}-${100_000 + (number % 20)}`;
  const selector = [
    { type: 'TextQuoteSelector' as const, exact: 'the wall is to be rebuilt', prefix: 'said that ', suffix: ' by May' },
    { type: 'TextPositionSelector' as const, start: 120, end: 145 },
  ];
  const create = {
    id,
    colour: 'yellow' as const,
    target: { source, selector },
    article: { url: source, title: 'A wall' },
  };
  return { id, value: `Which wall? ${number}`, base: '', create };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function spread<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<Spread> {
  const times: number[] = [];
  for (const item of items) times.push(await timed(() => work(item)));
  return spreadOf(times);
}

function spreadOf(times: number[]): Spread {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { median: at(0.5), p95: at(0.95) };
}

Object.assign(globalThis, { measureLibrary: measure });
