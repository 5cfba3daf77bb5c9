// Searching all annotations: words, filters, what could filter further, in milliseconds at 100,000 of them.
import type { PressmarkDatabase } from '../database.ts';
import { guarded } from '../failure.ts';
import { find, findAll, type SearchAnswer, type SearchRequest } from './find.ts';
import { lastUnindexed, openIndex } from './live-index.ts';

export type { Order, SearchAnswer, SearchRequest } from './find.ts';
export { type FacetKey, type FacetValue, hasFilter, type Kind, kinds, toggleFilter, writeFilter } from './query.ts';
export { matchesIn, type Term } from './words.ts';

export interface Search {
  /** Answers with what was written before the call. The first call reads the index, or builds it. */
  find(request: SearchRequest): Promise<SearchAnswer>;
  /** Ids of all that answer a query, the newest first. */
  findAll(query: string): Promise<readonly string[]>;
  /** Tells how far the building of the index is, 0 to 1; answers with the way to hear no more. */
  onBuilding(listener: (done: number) => void): () => void;
  close(): void;
}

/** The search in this context. Pages use `searchInWorker`, so that reading and building the index holds up nothing. */
export function searchIn(db: PressmarkDatabase): Search {
  const listeners = new Set<(done: number) => void>();
  const index = openIndex(db, (done) => {
    for (const each of listeners) each(done);
  });
  return {
    find: async (request) => find(await index.current(), request),
    findAll: async (query) => findAll(await index.current(), query),
    onBuilding(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => undefined,
  };
}

/**
 * Grows with every write of an annotation. In a live query, before a search, it makes the query answer anew:
 * `liveQuery(async () => { await lastWrite(db); return search.find(request); })`.
 */
export function lastWrite(db: PressmarkDatabase): Promise<number> {
  return guarded(db, () => lastUnindexed(db));
}
