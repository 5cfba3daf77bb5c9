// The language of the search field: words, "phrases", `site:` `tag:` `entity:` `colour:` `kind:` `before:` `after:`
// `month:` `has:`, and `-` before any of them for what shall not be there. Every query means something: what is no key is words.
import { type Colour, colours } from '../../core/annotation.ts';
import { fold } from '../fold.ts';
import { type Term, wordsOf } from './words.ts';

/** What an annotation is, for the reader: each is one of these. */
export const kinds = ['highlight', 'note', 'page', 'entity'] as const;
export type Kind = (typeof kinds)[number];

/** The filters that a facet lists values for. */
export type FacetKey = 'site' | 'tag' | 'entity' | 'colour' | 'kind' | 'month';

export interface FacetValue {
  value: string;
  count: number;
}

export type Clause =
  | { key: 'words'; term: Term }
  /** Folded; part of a host or a site's name. */
  | { key: 'site'; value: string }
  /** Folded, whole. */
  | { key: 'tag'; value: string }
  /** Folded; words of the name. */
  | { key: 'entity'; value: string }
  | { key: 'colour'; value: Colour }
  | { key: 'kind'; value: Kind }
  | { key: 'has'; value: 'note' | 'tag' | 'entity' | 'colour' }
  /** In ms since 1970: made before, or at this time or after. */
  | { key: 'before' | 'after'; value: number }
  /** In ms since 1970: made from this time on, and before that. */
  | { key: 'month'; value: { from: number; to: number } };

export interface Query {
  /**
   * All must hold; of those for one site, colour or kind one is enough, because an annotation has only one of these.
   */
  clauses: readonly (Clause & { not: boolean })[];
  /** Filters with a value that means nothing (`before:soon`), as they were written: they filter nothing. */
  unread: readonly string[];
}

const part = /(-?)(?:(\p{L}+):)?(?:"([^"]*)("|$)|([^\s"]+))/gu;
const keys = new Map<string, Clause['key']>([
  ['site', 'site'],
  ['tag', 'tag'],
  ['entity', 'entity'],
  ['colour', 'colour'],
  ['color', 'colour'],
  ['kind', 'kind'],
  ['has', 'has'],
  ['before', 'before'],
  ['after', 'after'],
  ['month', 'month'],
]);

/** Reads what stands in a search field. The last word may go on: it is being typed. */
export function parseQuery(text: string): Query {
  const clauses: Query['clauses'][number][] = [];
  const unread: string[] = [];
  for (const match of text.matchAll(part)) {
    const [whole, minus, name = '', quoted, closing, bare] = match;
    const value = quoted ?? bare ?? '';
    // A filter whose value is still to be typed.
    if (name === '' && bare?.endsWith(':') && keys.has(bare.slice(0, -1).toLowerCase())) continue;
    const not = minus === '-';
    const key = keys.get(name.toLowerCase());
    if (key === undefined || key === 'words') {
      const words = wordsOf(name === '' ? value : `${name}:${value}`);
      const open = closing !== '"' && match.index + whole.length === text.length;
      if (words.length > 0) clauses.push({ key: 'words', term: { words, open }, not });
      continue;
    }
    if (value.trim() === '') continue;
    const clause = filterOf(key, value);
    if (clause === undefined) unread.push(whole);
    else clauses.push({ ...clause, not });
  }
  return { clauses, unread };
}

/** The words to be shown as found. */
export function termsOf(query: Query): Term[] {
  return query.clauses.flatMap((clause) => (clause.key === 'words' && !clause.not ? [clause.term] : []));
}

/** A filter as it is written in the search field. */
export function writeFilter(key: FacetKey, value: string): string {
  return /^[^\s"-][^\s"]*$/u.test(value) ? `${key}:${value}` : `${key}:"${value.replaceAll('"', '')}"`;
}

/** Whether the query has this filter. */
export function hasFilter(text: string, key: FacetKey, value: string): boolean {
  return filtersIn(text).some((filter) => filter.key === key && filter.value === fold(value));
}

/** The query with the filter added, or without it when it was there. */
export function toggleFilter(text: string, key: FacetKey, value: string): string {
  const there = filtersIn(text).filter((filter) => filter.key === key && filter.value === fold(value));
  if (there.length === 0) return `${text.trim()} ${writeFilter(key, value)} `.trimStart();
  let rest = text;
  for (const { start, end } of there.reverse()) rest = `${rest.slice(0, start)}${rest.slice(end)}`;
  return rest.replace(/\s+/g, ' ').trimStart();
}

function filtersIn(text: string): { key: string; value: string; start: number; end: number }[] {
  return [...text.matchAll(part)].flatMap((match) => {
    const [whole, minus, name = '', quoted, , bare] = match;
    const key = keys.get(name.toLowerCase());
    if (key === undefined || minus === '-') return [];
    return [{ key, value: fold(quoted ?? bare ?? ''), start: match.index, end: match.index + whole.length }];
  });
}

function filterOf(key: Exclude<Clause['key'], 'words'>, value: string): Clause | undefined {
  const folded = fold(value.trim());
  switch (key) {
    case 'site':
      return { key, value: folded.replace(/^(?:https?:\/\/)?(?:www\.)?/, '').replace(/\/.*$/, '') };
    case 'tag':
      return { key, value: folded.replace(/^#/, '') };
    case 'entity':
      return { key, value: folded };
    case 'colour':
      return oneOf(key, colours, folded);
    case 'kind':
      return oneOf(key, kinds, folded);
    case 'has':
      return oneOf(key, ['note', 'tag', 'entity', 'colour'] as const, folded === 'color' ? 'colour' : folded);
    case 'before':
    case 'after': {
      const time = timeOf(value.trim());
      return time === undefined ? undefined : { key, value: time };
    }
    case 'month': {
      const from = /^\d{4}-\d{1,2}$/.test(value.trim()) ? timeOf(value.trim()) : undefined;
      if (from === undefined) return undefined;
      const first = new Date(from);
      return { key, value: { from, to: new Date(first.getFullYear(), first.getMonth() + 1, 1).getTime() } };
    }
  }
}

function oneOf<Key extends string, Value extends string>(
  key: Key,
  values: readonly Value[],
  given: string,
): { key: Key; value: Value } | undefined {
  const value = values.find((each) => each === given);
  return value === undefined ? undefined : { key, value };
}

/** The beginning of a year, month or day in the reader's own time: `2026`, `2026-11`, `2026-11-20`. */
function timeOf(value: string): number | undefined {
  const match = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(value);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  const date = new Date(year, month - 1, day);
  return date.getMonth() === month - 1 && date.getDate() === day ? date.getTime() : undefined;
}
