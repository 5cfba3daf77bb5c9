// Answers a query out of the big part of the index and the few annotations that came since.
import { colours } from '../../core/annotation.ts';
import { fold } from '../fold.ts';
import { answers, type Groups, groupsOf, type IndexedDoc, isNamed, isSite } from './doc.ts';
import { type Found, facetsOf } from './facets.ts';
import { type Clause, type FacetKey, type FacetValue, parseQuery, termsOf } from './query.ts';
import { colourOf, hasNote, idAt, kindOf, type Segment, tagRowsOf } from './segment.ts';
import { findTerm } from './text-index.ts';
import type { Term } from './words.ts';

export type Order = 'newest' | 'oldest' | 'article';

export interface SearchRequest {
  query: string;
  /** `article`: articles by their newest annotation, in each the order of reading. */
  order: Order;
  /** Which of the found are given, by their place; the number of all is told in any case. */
  from: number;
  count: number;
  /** Whether the values that could filter further are counted. */
  facets: boolean;
}

export interface SearchAnswer {
  /** How many annotations were found. */
  total: number;
  ids: readonly string[];
  /** In the order `article`: how many of the found each article has, one after the other. */
  runs?: readonly number[];
  /**
   * Each filter's values, the most frequent first, months the newest first; those of site, colour, kind and month count
   * what one more would add.
   */
  facets?: Record<FacetKey, readonly FacetValue[]>;
  /** What to show as found, with `matchesIn`. */
  terms: readonly Term[];
  /** Filters that could not be read. */
  unread: readonly string[];
}

export interface Corpus {
  segment: Segment;
  /** 1 for rows of the segment that are no more, or that `newer` has. */
  gone: Uint8Array;
  newer: readonly IndexedDoc[];
}

export function find(corpus: Corpus, request: SearchRequest): SearchAnswer {
  const query = parseQuery(request.query);
  const groups = groupsOf(query);
  const found = matching(corpus, groups);
  const lists = request.order === 'article' ? byArticle(corpus, found) : undefined;
  const sorted = lists?.flat() ?? inTime(corpus, found, request.order === 'oldest');
  const ids = sorted.slice(request.from, request.from + request.count).map((place) => idOf(corpus, found, place));
  return {
    total: sorted.length,
    ids,
    terms: termsOf(query),
    unread: query.unread,
    ...(lists === undefined ? {} : { runs: lists.map((list) => list.length) }),
    ...(request.facets
      ? { facets: facetsOf(corpus.segment, found, (key) => withoutKey(corpus, groups, found, key)) }
      : {}),
  };
}

/** Ids of all that answer a query, in no order. */
export function findAll(corpus: Corpus, query: string): string[] {
  const found = matching(corpus, groupsOf(parseQuery(query)));
  return inTime(corpus, found, false).map((place) => idOf(corpus, found, place));
}

/** What is found when the filters of a key are left out. */
function withoutKey(corpus: Corpus, groups: Groups, found: Found, key: FacetKey): Found {
  const others = groups.filter((group) => !group.every((clause) => clause.key === key && !clause.not));
  return others.length === groups.length ? found : matching(corpus, others);
}

function matching({ segment, gone, newer }: Corpus, groups: Groups): Found {
  const hits = gone.map((each) => 1 - each);
  for (const group of groups) {
    const any = new Uint8Array(segment.rows);
    for (const clause of group) {
      const holding = new Uint8Array(segment.rows);
      findClause(segment, clause, hits, holding);
      for (let row = 0; row < any.length; row++)
        any[row] = (any[row] ?? 0) | ((holding[row] ?? 0) ^ (clause.not ? 1 : 0));
    }
    for (let row = 0; row < hits.length; row++) hits[row] = (hits[row] ?? 0) & (any[row] ?? 0);
  }
  return { hits, newer: newer.filter((doc) => answers(doc, groups)) };
}

function findClause(segment: Segment, clause: Clause, among: Uint8Array, hits: Uint8Array): void {
  switch (clause.key) {
    case 'words': {
      // The titles of articles are rows after those of the annotations.
      const sought = new Uint8Array(segment.words.rows).fill(1);
      sought.set(among);
      const all = new Uint8Array(sought.length);
      findTerm(segment.words, clause.term, sought, all);
      hits.set(all.subarray(0, segment.rows));
      const titles = all.subarray(segment.rows);
      if (titles.includes(1)) markRows(segment.articleOf, titles, hits);
      return;
    }
    case 'site': {
      const sites = Uint8Array.from(segment.sites, (site) => (isSite(site, clause.value) ? 1 : 0));
      markRows(
        segment.articleOf,
        Uint8Array.from(segment.articles.siteOf, (site) => sites[site] ?? 0),
        hits,
      );
      return;
    }
    case 'tag':
      for (const [index, tag] of segment.tags.entries()) {
        if (fold(tag) === clause.value) for (const row of tagRowsOf(segment, index)) hits[row] = 1;
      }
      return;
    case 'entity': {
      const named = segment.entities.map(({ name }) => isNamed(name, clause.value));
      for (const [at, row] of segment.entityRows.entries()) if (named[segment.entityOf[at] ?? 0]) hits[row] = 1;
      return;
    }
    case 'has':
      if (clause.value === 'tag') for (const row of segment.tagRows) hits[row] = 1;
      else if (clause.value === 'entity') for (const row of segment.entityRows) hits[row] = 1;
      else if (clause.value === 'note') mark(hits, (row) => hasNote(segment.flags[row] ?? 0));
      else mark(hits, (row) => colourOf(segment.flags[row] ?? 0) !== 0);
      return;
    case 'colour': {
      const colour = colours.indexOf(clause.value) + 1;
      mark(hits, (row) => colourOf(segment.flags[row] ?? 0) === colour);
      return;
    }
    case 'kind':
      mark(hits, (row) => kindOf(segment.flags[row] ?? 0) === clause.value);
      return;
    case 'before':
      mark(hits, (row) => (segment.created[row] ?? 0) * 1000 < clause.value);
      return;
    case 'after':
      mark(hits, (row) => (segment.created[row] ?? 0) * 1000 >= clause.value);
      return;
    case 'month': {
      const { from, to } = clause.value;
      mark(hits, (row) => (segment.created[row] ?? 0) * 1000 >= from && (segment.created[row] ?? 0) * 1000 < to);
      return;
    }
  }
}

function mark(hits: Uint8Array, holds: (row: number) => boolean): void {
  for (let row = 0; row < hits.length; row++) if (holds(row)) hits[row] = 1;
}

/** Marks the rows whose number in a column is one of those marked. */
function markRows(column: Segment['articleOf'], marked: Uint8Array, hits: Uint8Array): void {
  for (let row = 0; row < hits.length; row++) if (marked[column[row] ?? 0] === 1) hits[row] = 1;
}

/** Places of the found: rows of the segment, and below zero those of the newer (-1 the first). */
function inTime({ segment }: Corpus, found: Found, oldestFirst: boolean): number[] {
  const rows: number[] = [];
  for (let row = found.hits.indexOf(1); row !== -1; row = found.hits.indexOf(1, row + 1)) rows.push(row);
  const newer = found.newer.map((_, index) => -1 - index);
  const createdAt = (place: number): number =>
    place < 0 ? (found.newer[-1 - place]?.created ?? 0) : (segment.created[place] ?? 0) * 1000;
  newer.sort((a, b) => createdAt(a) - createdAt(b));
  const all = merged(rows, newer, createdAt);
  return oldestFirst ? all : all.reverse();
}

function merged(rows: readonly number[], newer: readonly number[], createdAt: (place: number) => number): number[] {
  const [first] = newer;
  if (first === undefined) return [...rows];
  const all: number[] = [];
  let next = 0;
  for (const row of rows) {
    while (next < newer.length && createdAt(newer[next] ?? 0) < createdAt(row)) all.push(newer[next++] ?? 0);
    all.push(row);
  }
  return [...all, ...newer.slice(next)];
}

/** Places by article: the articles by their newest annotation, in each the order of reading. */
function byArticle(corpus: Corpus, found: Found): number[][] {
  const { segment } = corpus;
  const numbers = new Map<string, number>();
  if (found.newer.length > 0) {
    for (let at = 0; at < segment.articles.siteOf.length; at++) numbers.set(idAt(segment.articles, at), at);
  }
  const articleAt = (place: number): number => {
    if (place >= 0) return segment.articleOf[place] ?? 0;
    const id = found.newer[-1 - place]?.article.id ?? '';
    const number = numbers.get(id) ?? -1 - numbers.size;
    numbers.set(id, number);
    return number;
  };
  const positionAt = (place: number): number =>
    place < 0 ? Math.floor((found.newer[-1 - place]?.position ?? 0) / 16) : (segment.positions[place] ?? 0);
  const articles = new Map<number, number[]>();
  for (const place of inTime(corpus, found, false)) {
    const article = articleAt(place);
    const list = articles.get(article);
    if (list === undefined) articles.set(article, [place]);
    else list.push(place);
  }
  return [...articles.values()].map((list) => list.reverse().sort((a, b) => positionAt(a) - positionAt(b)));
}

function idOf({ segment }: Corpus, found: Found, place: number): string {
  return place < 0 ? (found.newer[-1 - place]?.id ?? '') : idAt(segment, place);
}
