// What the page says of the article: structured data first, then meta elements, then the page itself.
import type { ArticleMetadata } from './article.ts';
import { readJsonLdArticle, type Thing } from './json-ld.ts';

export function readMetadata(document: Document): ArticleMetadata {
  const linked = readJsonLdArticle(document);
  const contents = readMeta(document);
  const meta = (...names: string[]) => first(names.map((name) => contents.get(name)));
  const title = first([
    headlineOf(document, linked, meta('og:title')),
    meta('og:title', 'twitter:title', 'parsely-title', 'dc.title'),
    tidy(document.querySelector('h1')?.textContent),
    tidy(document.title),
  ]);
  const lang = languageOf(document.documentElement.lang || document.body?.lang || meta('og:locale') || '');
  const dir = (document.documentElement.dir || document.body?.dir || '').toLowerCase();
  const found = {
    canonicalUrl: canonicalOf(document),
    byline: first([
      namesOf(linked?.author),
      plainName(meta('author', 'parsely-author', 'dc.creator', 'byl', 'article:author')),
      visibleByline(document),
    ]),
    siteName: first([meta('og:site_name', 'application-name'), namesOf(linked?.publisher)]),
    publishedTime: first([
      textOf(linked?.datePublished),
      meta('article:published_time', 'parsely-pub-date', 'datepublished', 'pubdate', 'dc.date', 'date'),
      tidy(document.querySelector('[itemprop=datePublished]')?.getAttribute('content')),
      tidy(document.querySelector('time[datetime]')?.getAttribute('datetime')),
    ]),
    lang,
    dir: dir === 'rtl' || dir === 'ltr' ? dir : undefined,
  } as const;
  return { url: withoutFragment(document.URL), title: title ?? '', ...defined(found) };
}

/** What the page says it is about, in a sentence or two; empty when it does not. */
export function readDescription(document: Document): string {
  const contents = readMeta(document);
  return contents.get('og:description') || contents.get('description') || '';
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

type Defined<Values> = { [Key in keyof Values]?: Exclude<Values[Key], undefined> };

function defined<Values extends object>(values: Values): Defined<Values> {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  const result: Defined<Values> = {};
  return Object.assign(result, Object.fromEntries(entries));
}
