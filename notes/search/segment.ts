// The big, unchanging part of the index: all annotations as rows, oldest first, in columns of numbers.
import { colours, type EntityType } from '../../core/annotation.ts';
import { textIndexBuilder } from './build-text-index.ts';
import type { IndexedArticle, IndexedDoc } from './doc.ts';
import { kinds } from './query.ts';
import { type TextIndex, textsAt, wordsByNumber } from './text-index.ts';

type Numbers = Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/** Plain data: it is stored as it is. */
export interface Segment {
  rows: number;
  /** 16 bytes for each row. */
  ids: Uint8Array<ArrayBuffer>;
  /** In seconds since 1970. */
  created: Uint32Array<ArrayBuffer>;
  /** Colour (0: none), kind, and whether there is a note: see `packFlags`. */
  flags: Uint8Array<ArrayBuffer>;
  articleOf: Numbers;
  /** Rows that are about an entity, in order, and which one. */
  entityRows: Uint32Array<ArrayBuffer>;
  entityOf: Numbers;
  /** In steps of 16 letters, for the order within an article. */
  positions: Uint16Array<ArrayBuffer>;
  /** The words of each row's annotation, and after these rows the titles of the articles. */
  words: TextIndex;
  articles: {
    ids: Uint8Array<ArrayBuffer>;
    siteOf: Numbers;
  };
  sites: readonly { host: string; siteName: string }[];
  entities: readonly { name: string; type: EntityType }[];
  tags: readonly string[];
  /** Rows of each tag, one tag after the other. */
  tagRows: Uint32Array<ArrayBuffer>;
  tagEnds: Uint32Array<ArrayBuffer>;
}

/** @param docs each id once, in any order */
export function buildSegment(docs: readonly IndexedDoc[]): Segment {
  const rows = [...docs].sort((a, b) => a.created - b.created || (a.id < b.id ? -1 : 1));
  const articles = numbering<IndexedArticle>((article) => article.id);
  const entities = numbering<{ name: string; type: EntityType }>(({ name, type }) => `${type}:${name}`);
  const sites = numbering<{ host: string; siteName: string }>(({ host, siteName }) => `${host}\n${siteName}`);
  const tags = numbering<string>((tag) => tag);
  const tagged: [tag: number, row: number][] = [];
  const words = textIndexBuilder();
  for (const [row, doc] of rows.entries()) {
    words.add(doc.texts);
    for (const tag of doc.tags) tagged.push([tags.of(tag), row]);
  }
  tagged.sort(([a], [b]) => a - b);
  const articleOf = rows.map((doc) => articles.of(doc.article));
  for (const article of articles.all) words.add([article.title]);
  const siteOf = articles.all.map(({ host, siteName }) => sites.of({ host, siteName }));
  const about = rows.flatMap((doc, row) => (doc.entity === undefined ? [] : [[row, entities.of(doc.entity)] as const]));
  const tagEnds = new Uint32Array(tags.all.length);
  for (const [tag] of tagged) tagEnds[tag] = (tagEnds[tag] ?? 0) + 1;
  for (let tag = 1; tag < tagEnds.length; tag++) tagEnds[tag] = (tagEnds[tag] ?? 0) + (tagEnds[tag - 1] ?? 0);
  return {
    rows: rows.length,
    ids: packIds(rows.map((doc) => doc.id)),
    created: Uint32Array.from(rows, (doc) => Math.min(Math.max(0, Math.floor(doc.created / 1000)), 0xffffffff)),
    flags: Uint8Array.from(rows, packFlags),
    articleOf: packNumbers(articleOf),
    entityRows: Uint32Array.from(about, ([row]) => row),
    entityOf: packNumbers(about.map(([, entity]) => entity)),
    positions: Uint16Array.from(rows, (doc) => Math.min(doc.position / 16, 0xffff)),
    words: words.build(),
    articles: {
      ids: packIds(articles.all.map((each) => each.id)),
      siteOf: packNumbers(siteOf),
    },
    sites: sites.all,
    entities: entities.all,
    tags: tags.all,
    tagRows: Uint32Array.from(tagged, ([, row]) => row),
    tagEnds,
  };
}

/** The most used first. */
export function tagsByUse({ tags, tagEnds }: Segment): string[] {
  const uses = (tag: number): number => (tagEnds[tag] ?? 0) - (tagEnds[tag - 1] ?? 0);
  return [...tags.keys()].sort((one, other) => uses(other) - uses(one)).map((tag) => tags[tag] ?? '');
}

/** What went into the segment, but for rows that `gone` has: to build it again together with what came since. */
export function* docsOf(segment: Segment, gone: Uint8Array): Generator<IndexedDoc> {
  const words = wordsByNumber(segment.words);
  const articles = articlesOf(segment, words);
  const tags = tagsByRow(segment);
  const entityAt = new Map(Array.from(segment.entityRows, (row, at) => [row, segment.entityOf[at] ?? 0]));
  for (let row = 0; row < segment.rows; row++) {
    const article = articles[segment.articleOf[row] ?? 0];
    if (gone[row] === 1 || article === undefined) continue;
    const flags = segment.flags[row] ?? 0;
    yield {
      id: idAt(segment, row),
      article,
      created: (segment.created[row] ?? 0) * 1000,
      position: (segment.positions[row] ?? 0) * 16,
      kind: kindOf(flags),
      hasNote: hasNote(flags),
      colour: colours[colourOf(flags) - 1],
      entity: segment.entities[entityAt.get(row) ?? -1],
      tags: tags.get(row) ?? [],
      texts: textsAt(segment.words, row, words),
    };
  }
}

export function idAt({ ids }: Pick<Segment, 'ids'>, row: number): string {
  let id = '';
  for (let at = row * 16; at < row * 16 + 16; at++) {
    id += (ids[at] ?? 0).toString(16).padStart(2, '0');
    if (id.length === 8 || id.length === 13 || id.length === 18 || id.length === 23) id += '-';
  }
  return id;
}

/** Rows by id. Not kept: 100,000 strings would weigh more than the index. */
export function rowsOf({ ids, rows }: Segment, wanted: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  if (wanted.length === 0) return found;
  const packed = packIds(wanted);
  const view = new DataView(packed.buffer);
  const all = new DataView(ids.buffer, ids.byteOffset, ids.byteLength);
  const byEnd = new Map(wanted.map((id, index) => [view.getUint32(index * 16 + 12), { id, index }]));
  // The last four bytes of an id are chance; the few that agree are compared as a whole.
  for (let row = 0; row < rows; row++) {
    const match = byEnd.get(all.getUint32(row * 16 + 12));
    if (match === undefined) continue;
    if (idAt({ ids }, row) === match.id) found.set(match.id, row);
  }
  return found;
}

/** Bytes that a segment takes, its strings at two bytes a letter. */
export function weightOf(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value === 'string') return value.length * 2;
  if (typeof value !== 'object' || value === null) return 8;
  return Object.values(value).reduce((sum: number, each: unknown) => sum + weightOf(each), 0);
}

export function colourOf(flags: number): number {
  return flags & 7;
}

export function kindOf(flags: number): IndexedDoc['kind'] {
  return kinds[(flags >> 3) & 3] ?? 'highlight';
}

export function hasNote(flags: number): boolean {
  return (flags & 32) !== 0;
}

function packFlags(doc: IndexedDoc): number {
  const colour = doc.colour === undefined ? 0 : colours.indexOf(doc.colour) + 1;
  return colour | (kinds.indexOf(doc.kind) << 3) | (doc.hasNote ? 32 : 0);
}

function articlesOf({ articles, sites, words, rows }: Segment, byNumber: readonly string[]): IndexedArticle[] {
  return Array.from(articles.siteOf, (site, index) => ({
    id: idAt(articles, index),
    host: sites[site]?.host ?? '',
    siteName: sites[site]?.siteName ?? '',
    title: textsAt(words, rows + index, byNumber)[0] ?? [],
  }));
}

function tagsByRow({ tags, tagRows, tagEnds }: Segment): Map<number, string[]> {
  const byRow = new Map<number, string[]>();
  let at = 0;
  for (const [index, tag] of tags.entries()) {
    for (; at < (tagEnds[index] ?? 0); at++) {
      const row = tagRows[at] ?? 0;
      const before = byRow.get(row);
      if (before === undefined) byRow.set(row, [tag]);
      else before.push(tag);
    }
  }
  return byRow;
}

/** Numbers things by a name, from 0, in the order in which they come. */
function numbering<Thing>(nameOf: (thing: Thing) => string): { all: Thing[]; of(thing: Thing): number } {
  const known = new Map<string, number>();
  const all: Thing[] = [];
  return {
    all,
    of(thing) {
      const name = nameOf(thing);
      const number = known.get(name) ?? all.push(thing) - 1;
      known.set(name, number);
      return number;
    },
  };
}

function packNumbers(numbers: readonly number[]): Numbers {
  return numbers.every((each) => each < 65_536) ? Uint16Array.from(numbers) : Uint32Array.from(numbers);
}

function packIds(ids: readonly string[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(ids.length * 16);
  for (const [index, id] of ids.entries()) {
    const hex = id.replaceAll('-', '');
    for (let at = 0; at < 16; at++) bytes[index * 16 + at] = Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16);
  }
  return bytes;
}

/** The rows that have a tag. */
export function tagRowsOf({ tagRows, tagEnds }: Segment, tag: number): Uint32Array {
  return tagRows.subarray(tagEnds[tag - 1] ?? 0, tagEnds[tag] ?? 0);
}
