// Whether two pages show one article, by all that is known of them: addresses, the page's own word, the newsroom's
// number, the words. Where they speak against each other, the answer is no.
import type { ArticleMetadata } from '../core/article/article.ts';
import { addressKey, hostOf, isFront, isList, numberOf, trustedCanonical } from './article-url.ts';
import { wordsOf } from './search/words.ts';
import { likeness } from './text-hash.ts';

/** A page, or an article as it was kept. */
export interface Seen extends Pick<ArticleMetadata, 'url' | 'canonicalUrl' | 'title'> {
  textHash?: string | undefined;
}

/** What made two pages one article. */
export type Likeness = 'address' | 'canonical' | 'number' | 'text';

/** A code in an address that says which language a page is in. */
const languages =
  /^(?:ar|bg|bn|ca|cs|da|de|el|en|eng|english|es|espanol|et|fa|fi|fr|fre|ger|he|hi|hr|hu|id|it|ita|ja|ko|lt|lv|mundo|nl|no|pl|por|portuguese|pt|ro|ru|rus|sk|sl|spa|sq|sr|sv|ta|th|tr|turkce|uk|ur|vi|zh|zhongwen|arabic|persian|hindi|urdu|brasil)$/;
/** Of different kinds are two pages of one number. */
const media =
  /^(?:videos?|gallery|galleries|photos?|pictures|audio|podcasts?|live|newsletters?|liveblog|infographics?)$/;

/** @returns why they are one article; undefined when they are not, or nothing says so */
export function sameArticle(one: Seen, other: Seen): Likeness | undefined {
  const a = addressKey(one.url);
  const b = addressKey(other.url);
  if (a === b) return 'address';
  if ([a, b].some((key) => isFront(key) || isList(key)) || languageIn(a, b) || mediumIn(a, b)) return undefined;
  const alike = one.textHash && other.textHash ? likeness(one.textHash, other.textHash) : undefined;
  const titles = titleLikeness(one.title, other.title);
  if (canonicalsMeet(one, other) && (alike === undefined ? titles >= 0.6 : alike.shorter >= 0.5)) return 'canonical';
  if (alike !== undefined && isCopy(alike, titles, daysBetween(a, b))) return 'text';
  return sameNumber(a, b) && (titles >= 0.25 || (alike?.shorter ?? 0) >= 0.2) ? 'number' : undefined;
}

/** Short texts may be a phrase of the trade: then the headline must agree too. */
function isCopy(alike: { shorter: number; both: number; runs: number }, titles: number, days: number): boolean {
  if (alike.both < 0.5 || alike.shorter < (days > 3 ? 0.97 : 0.85)) return false;
  return titles >= 0.3 || alike.runs >= 60 || (alike.shorter >= 0.97 && alike.runs >= 18);
}

function canonicalsMeet(one: Seen, other: Seen): boolean {
  const ones = [addressKey(one.url), canonicalKey(one)];
  const others = [addressKey(other.url), canonicalKey(other)];
  return ones.some((key) => key !== undefined && others.includes(key));
}

function canonicalKey(seen: Seen): string | undefined {
  const canonical = trustedCanonical(seen);
  return canonical === undefined ? undefined : addressKey(canonical);
}

/** The number alone counts where nothing else tells the pages apart: what follows `?` or `#` is the same. */
function sameNumber(a: string, b: string): boolean {
  const number = numberOf(a);
  const rest = (key: string): string => /[?#].*$/.exec(key)?.[0] ?? '';
  return number !== undefined && number === numberOf(b) && hostOf(a) === hostOf(b) && rest(a) === rest(b);
}

/** The part of the words of the shorter headline that the other has too; the site's name after a bar does not count. */
function titleLikeness(one: string, other: string): number {
  const [a, b] = [one, other].map((title) => new Set(wordsOf(title).filter((word) => word.length > 2)));
  if (a === undefined || b === undefined || a.size === 0 || b.size === 0) return 0;
  const shared = [...a].filter((word) => b.has(word)).length;
  // Of one or two words ("Story", "Next story") a part says nothing.
  if (Math.min(a.size, b.size) < 3) return shared === Math.max(a.size, b.size) ? 1 : 0;
  return shared / Math.min(a.size, b.size);
}

function languageIn(a: string, b: string): boolean {
  const [one, other] = [a, b].map((key) => partsOf(key).find((part) => languages.test(part)));
  if (one === other) return false;
  // One of a site's editions has no code of its own.
  return hostOf(a) === hostOf(b) && one !== undefined && other !== undefined;
}

function mediumIn(a: string, b: string): boolean {
  const [one, other] = [a, b].map((key) => partsOf(key).find((part) => media.test(part)));
  return hostOf(a) === hostOf(b) && one !== other;
}

/** The first labels of the host and the first parts of the path. */
function partsOf(key: string): string[] {
  const path = key.slice(hostOf(key).length).replace(/[?#].*$/, '');
  return [...hostOf(key).split('.').slice(0, -2), ...path.split('/').slice(1, 4)].map((part) => part.toLowerCase());
}

/** Days between the dates in two addresses; 0 when one has none. */
function daysBetween(a: string, b: string): number {
  const [one, other] = [dateIn(a), dateIn(b)];
  return one === undefined || other === undefined ? 0 : Math.abs(one - other) / 86_400_000;
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

function dateIn(key: string): number | undefined {
  const match = /(?<!\d)((?:19|20)\d\d)[-/]?(\d{1,2}|[a-z]{3})[-/]?(\d{1,2})(?!\d)/i.exec(key);
  if (match === null) return undefined;
  const [, year, month = '', day] = match;
  const named = months.indexOf(month.toLowerCase());
  return Date.UTC(Number(year), named === -1 ? Number(month) - 1 : named, Number(day));
}
