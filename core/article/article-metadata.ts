// What the page says of the article: structured data first, then meta elements, then the page itself.
import type { ArticleMetadata, MetadataSource, MetadataSources } from './article.ts';
import { readJsonLdArticle, type Thing } from './json-ld.ts';

/** A value and where the page says it. */
type Told = readonly [value: string | undefined, source: MetadataSource];

export interface ReadMetadata {
  metadata: ArticleMetadata;
  sources: MetadataSources;
}

export function readMetadata(document: Document): ReadMetadata {
  const linked = readJsonLdArticle(document);
  const contents = readMeta(document);
  const meta = (...names: string[]): Told => [first(names.map((name) => contents.get(name))), 'meta'];
  const inLinked = (value: string | undefined): Told => [value, 'json-ld'];
  const inPage = (value: string | null | undefined): Told => [tidy(value), 'page'];
  const { lang, dir } = document.documentElement;
  const [ogTitle] = meta('og:title');
  const author = meta('author', 'parsely-author', 'dc.creator', 'byl', 'article:author');
  const told: { [Key in keyof ArticleMetadata]: Told | undefined } = {
    url: [withoutFragment(document.URL), 'address'],
    title: firstTold([
      inLinked(headlineOf(document, linked, ogTitle)),
      meta('og:title', 'twitter:title', 'parsely-title', 'dc.title'),
      inPage(document.querySelector('h1')?.textContent),
      inPage(document.title),
    ]),
    canonicalUrl: firstTold([inPage(canonicalOf(document))]),
    byline: firstTold([
      inLinked(namesOf(linked?.author)),
      [plainName(author[0]), 'meta'],
      inPage(visibleByline(document)),
    ]),
    siteName: firstTold([meta('og:site_name', 'application-name'), inLinked(namesOf(linked?.publisher))]),
    publishedTime: surestTime([
      inLinked(textOf(linked?.datePublished)),
      meta('article:published_time', 'parsely-pub-date', 'datepublished', 'pubdate', 'dc.date', 'date'),
      inPage(document.querySelector('[itemprop=datePublished]')?.getAttribute('content')),
      inPage(document.querySelector('time[datetime]')?.getAttribute('datetime')),
    ]),
    modifiedTime: surestTime([
      inLinked(textOf(linked?.dateModified)),
      meta('article:modified_time', 'og:updated_time', 'datemodified', 'lastmod', 'last-modified', 'dc.date.modified'),
      inPage(document.querySelector('[itemprop=dateModified]')?.getAttribute('content')),
      inPage(document.querySelector('time[itemprop=dateModified]')?.getAttribute('datetime')),
    ]),
    section: firstTold([
      inLinked(namesOf(linked?.articleSection)),
      meta('article:section', 'parsely-section', 'og:section', 'section'),
    ]),
    lang: firstTold([
      inPage(languageOf(lang || document.body?.lang || '')),
      inLinked(languageOf(textOf(linked?.inLanguage) ?? '')),
      [languageOf(meta('og:locale')[0] ?? ''), 'meta'],
    ]),
    dir: undefined,
  };
  const direction = (dir || document.body?.dir || '').toLowerCase();
  const known = Object.entries(told).filter((entry): entry is [string, Told] => entry[1] !== undefined);
  const values = Object.fromEntries(known.map(([key, [value]]) => [key, value]));
  const sources: MetadataSources = Object.fromEntries(known.map(([key, [, source]]) => [key, source]));
  const metadata: ArticleMetadata = { url: withoutFragment(document.URL), title: '', ...values };
  if (direction !== 'rtl' && direction !== 'ltr') return { metadata, sources };
  return { metadata: { ...metadata, dir: direction }, sources: { ...sources, dir: 'page' } };
}

function firstTold(all: readonly Told[]): Told | undefined {
  return all.find(([value]) => value !== undefined && value !== '');
}

/** The first time; one of the same day that tells its zone is surer. */
function surestTime(all: readonly Told[]): Told | undefined {
  const stated = firstTold(all);
  const day = stated?.[0]?.slice(0, 10);
  const zoned = all.find(([value]) => value?.slice(0, 10) === day && /\d(?:Z|[+-]\d\d:?\d\d)$/i.test(value ?? ''));
  return zoned ?? stated;
}

/** What the page says it is about, in a sentence or two; empty when it does not. */
export function readDescription(document: Document): string {
  const contents = readMeta(document);
  return contents.get('og:description') || contents.get('description') || '';
}

/** What JSON-LD says that the article's words are; empty when it does not. It may be of another article. */
export function readArticleBody(document: Document): string {
  return textOf(readJsonLdArticle(document)?.articleBody) ?? '';
}

/** A page's JSON-LD may tell of another article: its headline counts only where the page says it too. */
function headlineOf(document: Document, linked: Thing | undefined, openGraph: string | undefined): string | undefined {
  const headline = textOf(linked?.headline ?? linked?.name);
  if (headline === undefined) return undefined;
  const start = headline.slice(0, 20).toLowerCase();
  const shown = [document.title, openGraph, document.querySelector('h1')?.textContent];
  return shown.some((text) => text?.toLowerCase().includes(start)) ? headline : undefined;
}

/** What the page's meta elements say, by lower-case name; the first one counts. */
function readMeta(document: Document): ReadonlyMap<string, string> {
  const contents = new Map<string, string>();
  for (const element of document.getElementsByTagName('meta')) {
    for (const attribute of ['property', 'name', 'itemprop']) {
      const name = element.getAttribute(attribute)?.toLowerCase();
      if (name !== undefined && !contents.has(name)) contents.set(name, tidy(element.getAttribute('content')) ?? '');
    }
  }
  return contents;
}

/** One or more names of schema.org's author or publisher. */
function namesOf(value: unknown): string | undefined {
  const things = Array.isArray(value) ? value : [value];
  const names = things.map((thing) => plainName(textOf(isThing(thing) ? thing.name : thing)));
  const known = names.filter((name) => name !== undefined);
  return known.length === 0 ? undefined : [...new Set(known)].join(', ');
}

function visibleByline(document: Document): string | undefined {
  const element = document.querySelector(
    '[rel=author],[itemprop=author] [itemprop=name],[itemprop=author],[class*=byline]',
  );
  const text = tidy(element?.textContent);
  return text !== undefined && text.length < 100 ? text : undefined;
}

/** Addresses of profiles are no names. */
function plainName(text: string | undefined): string | undefined {
  return text === undefined || /^https?:/.test(text) ? undefined : text;
}

function canonicalOf(document: Document): string | undefined {
  const href = document.querySelector('link[rel~=canonical]')?.getAttribute('href');
  if (!href) return undefined;
  try {
    const url = new URL(href, document.baseURI);
    return /^https?:$/.test(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}

function languageOf(text: string): string | undefined {
  const tag = text.trim().replace(/_/g, '-');
  return /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(tag) ? tag : undefined;
}

function withoutFragment(address: string): string {
  return address.replace(/#.*$/s, '');
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? tidy(value) : undefined;
}

function tidy(text: string | null | undefined): string | undefined {
  return text?.replace(/\s+/g, ' ').trim() || undefined;
}

function first(values: readonly (string | undefined)[]): string | undefined {
  return values.find((value) => value !== undefined && value !== '');
}
