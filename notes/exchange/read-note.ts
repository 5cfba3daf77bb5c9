// A note out of an imported file, as it would be kept: made of checked fields alone, whatever the file said.
import {
  type Annotation,
  type Body,
  colours,
  type EntityType,
  entityTypes,
  type Selector,
  tidyTags,
} from '../../core/annotation.ts';
import type { ArticleMetadata } from '../../core/article/article.ts';
import { textFields } from './article-fields.ts';
import { derivedId } from './derived-id.ts';
import type { Mending, Refusal } from './entries.ts';
import { evidenceIn } from './evidence.ts';
import { fieldOf } from './json-values.ts';

export interface ReadNote {
  annotation: Annotation;
  article: ArticleMetadata;
  /** As in the database: when it was deleted, 0 while it is not. */
  deleted: number;
  mended: readonly Mending[];
}

export type Read = ReadNote | { refused: Refusal };

/** What a format's reader found in an entry. All of it is unchecked. */
export interface Found {
  /** Our own id, if the entry is one that we have written. */
  id?: unknown;
  /** What the file calls it: the same name makes the same note, so that a file may be imported again. */
  name?: string;
  url?: unknown;
  title?: unknown;
  article?: Partial<Record<keyof ArticleMetadata, unknown>>;
  created?: unknown;
  modified?: unknown;
  quote?: unknown;
  prefix?: unknown;
  suffix?: unknown;
  /** An object with UTF-16 offsets, as in `TextPositionSelector`. */
  position?: unknown;
  /** As in `EvidenceSelector`. */
  evidence?: unknown;
  note?: unknown;
  tags?: readonly unknown[];
  colour?: unknown;
  entity?: { name: unknown; type: unknown };
  deleted?: unknown;
}

/** Where notes are kept whose file names no address. */
const noAddress = 'urn:pressmark:no-address:';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Checks what was found and makes a note of it. `now` dates what has no date. */
export function noteFrom(found: Found, now: Date): Read {
  const mended: Mending[] = [];
  const quote = textIn(found.quote);
  const note = textIn(found.note);
  const tags = tagsIn(found.tags ?? [], mended);
  const entity = entityIn(found.entity);
  if (quote === '' && note === '' && tags.length === 0 && entity === undefined) return { refused: 'empty' };
  const article = articleIn(found);
  if (article === undefined) return { refused: 'no-page' };
  const source = webAddress(found.url) ?? article.url;
  if (article.url.startsWith(noAddress)) mended.push('no-address');
  const created = dateIn(found.created ?? found.modified);
  const modified = dateIn(found.modified ?? found.created) ?? created;
  if (created === undefined) mended.push('date');
  const colour = colours.find((each) => each === found.colour);
  const name = found.name ?? [article.url, quote, note, ...tags].join('\n');
  const annotation: Annotation = {
    id: isOwnId(found.id) ? found.id : derivedId(created === undefined ? 0 : Date.parse(created), name),
    type: 'Annotation',
    motivation: note === '' ? 'highlighting' : 'commenting',
    created: created ?? now.toISOString(),
    modified: modified ?? now.toISOString(),
    ...(colour === undefined || quote === '' ? {} : { colour }),
    body: bodiesOf(entity, note, tags),
    target: { source, selector: selectorsOf(quote, found) },
  };
  return { annotation, article, deleted: numberIn(found.deleted) ?? 0, mended };
}

export function isOwnId(id: unknown): id is string {
  return typeof id === 'string' && uuid.test(id);
}

/** The text as it is; empty when it is none or only white space. */
export function textIn(value: unknown): string {
  return typeof value === 'string' && value.trim() !== '' ? value : '';
}

export function numberIn(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

/** ISO 8601 in UTC out of a date or ms since 1970; undefined when it is none of the years 1 to 9999. */
export function dateIn(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const date = new Date(typeof value === 'string' ? withZone(value.trim()) : value);
  const year = date.getUTCFullYear();
  return year >= 1 && year <= 9999 ? date.toISOString() : undefined;
}

/** A date and time that name no zone are in UTC, not in that of this machine: files wander. */
function withZone(text: string): string {
  return /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(text) ? `${text.replace(' ', 'T')}Z` : text;
}

function tagsIn(found: readonly unknown[], mended: Mending[]): string[] {
  // The rest of a million is not even looked at.
  const tags = tidyTags(found.slice(0, 1000).filter((tag) => typeof tag === 'string'));
  if (found.length > 100 && tags.length < found.length) mended.push('tags');
  return tags;
}

function entityIn(found: Found['entity']): { name: string; type: EntityType } | undefined {
  const name = textIn(found?.name);
  const type = entityTypes.find((each) => each === found?.type);
  return name === '' || type === undefined ? undefined : { name, type };
}

function articleIn({ url, title, article = {} }: Found): ArticleMetadata | undefined {
  const named = textIn(article.title ?? title);
  const address =
    webAddress(article.url) ?? webAddress(url) ?? (named === '' ? undefined : noAddress + encodeURIComponent(named));
  if (address === undefined) return undefined;
  const read: ArticleMetadata = { url: address, title: named };
  const canonicalUrl = webAddress(article.canonicalUrl);
  if (canonicalUrl !== undefined) read.canonicalUrl = canonicalUrl;
  for (const key of textFields) {
    const text = textIn(article[key]);
    if (text !== '') read[key] = text;
  }
  if (article.dir === 'ltr' || article.dir === 'rtl') read.dir = article.dir;
  return read;
}

/** An address that a browser shows as a page, without its fragment; one of ours for notes without an address too. */
export function webAddress(value: unknown): string | undefined {
  const url = typeof value === 'string' ? URL.parse(value.trim()) : null;
  if (url === null) return undefined;
  if (url.href.startsWith(noAddress)) return url.href;
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  url.hash = '';
  return url.href;
}

function bodiesOf(entity: ReturnType<typeof entityIn>, note: string, tags: readonly string[]): Body[] {
  return [
    ...(entity === undefined
      ? []
      : [{ type: 'TextualBody', purpose: 'identifying', value: entity.name, entityType: entity.type } as const]),
    ...(note === ''
      ? []
      : [{ type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: note } as const]),
    ...tags.map((value) => ({ type: 'TextualBody', purpose: 'tagging', value }) as const),
  ];
}

function selectorsOf(quote: string, { prefix, suffix, position, evidence }: Found): Selector[] {
  if (quote === '') return [];
  const beside = (text: unknown) => (typeof text === 'string' ? text : '');
  const start = numberIn(fieldOf(position, 'start'));
  const end = numberIn(fieldOf(position, 'end'));
  const pairsBefore = numberIn(fieldOf(position, 'pairsBefore'));
  const known = evidenceIn(evidence);
  return [
    { type: 'TextQuoteSelector', exact: quote, prefix: beside(prefix), suffix: beside(suffix) },
    ...(start === undefined || end === undefined || end < start
      ? []
      : [{ type: 'TextPositionSelector', start, end, ...(pairsBefore ? { pairsBefore } : {}) } as const]),
    ...(known === undefined ? [] : [known]),
  ];
}
