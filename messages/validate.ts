// What a page's content script sends is looked at before it is used: a hijacked page can send anything. Each function
// answers a copy that holds the known fields alone, or throws: nothing of unknown shape or size is stored.
import {
  type Colour,
  colours,
  type EntityType,
  type EvidenceSelector,
  entityTypes,
  type NewAnnotation,
  type Selector,
  type Target,
} from '../core/annotation.ts';
import type { ArticleMetadata } from '../core/article/article.ts';
import type { NamedHere } from '../core/entities/list-names.ts';
import { type Entity, platforms, type RecogniseInput } from '../core/entities/mention.ts';
import type { CardRequest, ShownMention } from './protocol.ts';

/** Lengths in UTF-16 units. */
const limits = {
  quote: 100_000,
  context: 1000,
  tell: 100,
  address: 8192,
  line: 2000,
  text: 10_000_000,
  css: 100_000,
  items: 50_000,
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** @throws Error 'invalid-message', as do all of these */
export function checkNewAnnotation(value: unknown): NewAnnotation {
  const given = record(value);
  const { colour, entity } = given;
  return {
    id: checkId(given.id),
    ...(colour === undefined ? {} : { colour: checkColour(colour) }),
    target: checkTarget(given.target),
    ...(entity === undefined ? {} : { entity: namedEntity(entity) }),
  };
}

export function checkArticle(value: unknown): ArticleMetadata {
  const given = record(value);
  const { dir } = given;
  return {
    url: text(given.url, limits.address),
    title: text(given.title, limits.line),
    ...optional('canonicalUrl', given.canonicalUrl, limits.address),
    ...optional('byline', given.byline, limits.line),
    ...optional('siteName', given.siteName, limits.line),
    ...optional('publishedTime', given.publishedTime, limits.line),
    ...optional('modifiedTime', given.modifiedTime, limits.line),
    ...optional('section', given.section, limits.line),
    ...optional('lang', given.lang, limits.line),
    ...(dir === 'ltr' || dir === 'rtl' ? { dir } : {}),
  };
}

export function checkRecogniseInput(value: unknown): RecogniseInput {
  const given = record(value);
  const links = list(given.links).map((each) => {
    const link = record(each);
    return { start: offset(link.start), end: offset(link.end), href: text(link.href, limits.quote) };
  });
  return { text: text(given.text, limits.text), links, ...optional('lang', given.lang, limits.line) };
}

export function checkCardRequest(value: unknown): CardRequest {
  const given = record(value);
  if (given.kind === 'annotation') {
    const now = optional('now', given.now, limits.quote);
    return { kind: 'annotation', id: checkId(given.id), write: given.write === true, ...now };
  }
  if (given.kind === 'toolbar') return { kind: 'toolbar', keys: given.keys === true };
  if (given.kind !== 'entity') return refuse();
  return {
    kind: 'entity',
    entity: wholeEntity(given.entity),
    count: offset(given.count),
    position: offset(given.position),
    reason: text(given.reason, limits.line),
    ...(typeof given.score === 'number' && given.score >= 0 && given.score <= 1 ? { score: given.score } : {}),
    mention: checkTarget(given.mention),
    ...wordsOf(given),
  };
}

/** What a page's annotator tells of the names in its article: a page that took it over can tell anything. */
export function checkNames(value: unknown): NamedHere[] {
  return list(value).map((each) => {
    const given = record(each);
    const first = record(given.first);
    const forms = list(given.forms).map((form) => {
      const { form: words, count } = record(form);
      return { form: text(words, limits.line), count: offset(count) };
    });
    return {
      entity: wholeEntity(given.entity),
      count: offset(given.count),
      forms,
      first: {
        before: text(first.before, limits.context),
        words: text(first.words, limits.line),
        after: text(first.after, limits.context),
      },
    };
  });
}

export function checkShownMention(value: unknown): ShownMention | undefined {
  if (value === undefined || value === null) return undefined;
  const given = record(value);
  return { position: offset(given.position), ...wordsOf(given) };
}

/** The words of a mention and what stands beside them. */
function wordsOf(given: Record<string, unknown>): { form: string; before: string; after: string } {
  return {
    form: text(given.form, limits.line),
    before: text(given.before, limits.context),
    after: text(given.after, limits.context),
  };
}

/** An id of ours: a UUID. */
export function checkId(value: unknown): string {
  return typeof value === 'string' && uuid.test(value) ? value : refuse();
}

export function checkColour(value: unknown): Colour {
  return colours.find((each) => each === value) ?? refuse();
}

/** A name that we gave out: a change or a ticket. */
export function checkName(value: unknown): string {
  return text(value, 100);
}

/** Style rules that load nothing. */
export function checkCss(value: unknown): string {
  const css = text(value, limits.css);
  return /\\|@import|url\s*\(|image-set|src\s*\(/i.test(css) ? refuse() : css;
}

function checkTarget(value: unknown): Target {
  const given = record(value);
  return { source: text(given.source, limits.address), selector: checkSelectors(given.selector) };
}

export function checkSelectors(value: unknown): Selector[] {
  const selectors = list(value);
  return selectors.length > 10 ? refuse() : selectors.map(checkSelector);
}

function checkSelector(value: unknown): Selector {
  const given = record(value);
  switch (given.type) {
    case 'TextQuoteSelector':
      return {
        type: 'TextQuoteSelector',
        exact: text(given.exact, limits.quote),
        prefix: text(given.prefix, limits.context),
        suffix: text(given.suffix, limits.context),
      };
    case 'TextPositionSelector':
      return {
        type: 'TextPositionSelector',
        start: offset(given.start),
        end: offset(given.end),
        ...(given.pairsBefore === undefined ? {} : { pairsBefore: offset(given.pairsBefore) }),
      };
    case 'PressmarkEvidence':
      return checkEvidence(given);
    default:
      return refuse();
  }
}

function checkEvidence(given: Record<string, unknown>): EvidenceSelector {
  const block = record(given.block);
  const doubles = record(given.doubles);
  const alike = list(doubles.alike);
  if (given.version !== 1 || alike.length > 10) return refuse();
  return {
    type: 'PressmarkEvidence',
    version: 1,
    block: { before: offset(block.before), after: offset(block.after) },
    doubles: {
      count: offset(doubles.count),
      earlier: offset(doubles.earlier),
      alike: alike.map((each) => {
        const { before, after, left, right } = record(each);
        return {
          before: offset(before),
          after: offset(after),
          left: text(left, limits.tell),
          right: text(right, limits.tell),
        };
      }),
    },
    place: typeof given.place === 'number' && given.place >= 0 && given.place <= 1 ? given.place : refuse(),
  };
}

function namedEntity(value: unknown): { name: string; type: EntityType } {
  const given = record(value);
  const type = entityTypes.find((each) => each === given.type) ?? refuse();
  return { name: text(given.name, limits.line), type };
}

function wholeEntity(value: unknown): Entity {
  const given = record(value);
  const platform = platforms.find((each) => each === given.platform);
  const { profileUrl, evidence, owner } = given;
  return {
    ...namedEntity(value),
    ...(platform === undefined ? {} : { platform }),
    // Opened on a click: nothing but a web address.
    ...(typeof profileUrl === 'string' && /^https?:\/\//.test(profileUrl) && profileUrl.length <= limits.address
      ? { profileUrl }
      : {}),
    ...(evidence === undefined ? {} : { evidence: text(evidence, limits.line) }),
    ...(owner === undefined ? {} : { owner: text(owner, limits.line) }),
  };
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : refuse();
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) && value.length <= limits.items ? value : refuse();
}

function text(value: unknown, longest: number): string {
  return typeof value === 'string' && value.length <= longest ? value : refuse();
}

function offset(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : refuse();
}

function optional<Key extends string>(key: Key, value: unknown, longest: number): { [K in Key]?: string } {
  if (typeof value !== 'string' || value.length > longest) return {};
  return { [key]: value } as { [K in Key]?: string };
}

function refuse(): never {
  throw new Error('invalid-message');
}
