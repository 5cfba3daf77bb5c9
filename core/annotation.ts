// What a reader makes: the record of one highlight or note, named after the W3C Web Annotation model
// (https://www.w3.org/TR/annotation-model/). Plain JSON: it is stored, sent between contexts and exported as it is.

import type { ArticleMetadata } from './article/article.ts';

/** The five colours of a highlight, by name; how each looks is decided where it is painted. */
export const colours = ['yellow', 'green', 'blue', 'pink', 'purple'] as const;
export type Colour = (typeof colours)[number];

/** The reader's own names of colours. */
export type ColourNames = Partial<Record<Colour, string>>;
/** UTF-16 units. */
export const longestColourName = 40;

/** The passage by its words. `exact` is the page's own text, `prefix` and `suffix` stand beside it. */
export interface TextQuoteSelector {
  type: 'TextQuoteSelector';
  exact: string;
  prefix: string;
  suffix: string;
}

/** The passage by its place: UTF-16 offsets into the page's text (see core/text/page-text.ts), end exclusive. */
export interface TextPositionSelector {
  type: 'TextPositionSelector';
  start: number;
  end: number;
  /** Surrogate pairs before `start`, where there are any: the model counts in code points (notes/exchange/w3c.ts). */
  pairsBefore?: number;
}

/**
 * What this extension knows besides of where a passage stood (see core/anchoring/describe.ts). Other programs pass over
 * a selector that they do not know; annotations made elsewhere, or before version 1, have none.
 */
export interface EvidenceSelector {
  type: 'PressmarkEvidence';
  version: 1;
  /** How much of the quote's `prefix` and `suffix`, UTF-16 units, stands in one block of the page with the quote. */
  block: { before: number; after: number };
  /**
   * Other places of the same page with the same words: how many (0 to 500), how many of them stand earlier, and those
   * that look most like the passage.
   */
  doubles: { count: number; earlier: number; alike: readonly Double[] };
  /** Share of the page's text that stood before the quote, 0 to 1. */
  place: number;
}

/** Folded text (see core/anchoring/fold.ts) of another place with the same words. */
export interface Double {
  /** So far the text before and after is the same as that of the passage, units ... */
  before: number;
  after: number;
  /** ... and this stands where it begins to differ. */
  left: string;
  right: string;
}

export type Selector = TextQuoteSelector | TextPositionSelector | EvidenceSelector;

/** What an annotation is about: a passage of an article, or the whole page when there is no selector. */
export interface Target {
  /** Address of the page as it was visited. */
  source: string;
  selector: readonly Selector[];
}

/** The reader's own words, in Markdown. Notes of before Markdown say `text/plain` until they are written again. */
export interface NoteBody {
  type: 'TextualBody';
  purpose: 'commenting';
  format: 'text/markdown' | 'text/plain';
  value: string;
}

/** One of the reader's own keywords, as `tidyTags` leaves it. */
export interface TagBody {
  type: 'TextualBody';
  purpose: 'tagging';
  value: string;
}

/** The person, organisation, place or handle that a note is about. */
export interface EntityBody {
  type: 'TextualBody';
  purpose: 'identifying';
  value: string;
  entityType: EntityType;
}

export type Body = NoteBody | TagBody | EntityBody;

export const entityTypes = ['Person', 'Organization', 'Place', 'Handle', 'Hashtag'] as const;
export type EntityType = (typeof entityTypes)[number];

export interface Annotation {
  /** UUID version 7, made by whoever made the annotation: sorts by time, and a repeated save is known as such. */
  id: string;
  type: 'Annotation';
  motivation: 'highlighting' | 'commenting';
  /** ISO 8601, UTC. */
  created: string;
  modified: string;
  /** Only highlights of a passage have one. */
  colour?: Colour;
  body: readonly Body[];
  target: Target;
}

/** What a page may make: no note in it. Creation times are set where it is kept. */
export interface NewAnnotation {
  id: string;
  colour?: Colour;
  target: Target;
  entity?: { name: string; type: EntityType };
}

/** The reader's words as they stand in an editor. */
export interface NoteDraft {
  id: string;
  value: string;
  /**
   * The note as this editor last knew it (before its own changes). Where the kept note is another by now, because it is
   * open in two windows, both sets of words are kept (notes/merge-notes.ts). Without it the draft replaces the note.
   */
  base?: string;
  /** Given when the annotation may be new. */
  create?: NewAnnotation & { article?: ArticleMetadata };
}

export interface Saved {
  /** Names the change for `undo`. */
  changeId: string;
  /** The note as it is kept, told when it is not what was sent: the editor takes it over. */
  note?: string;
}

/** What a web page's content script may know of an annotation: never the reader's words. */
export interface PageAnnotation {
  id: string;
  colour?: Colour;
  target: Target;
  hasNote: boolean;
  /** Set when the note is about an entity. */
  entity?: { name: string; type: EntityType };
}

/** The reader's words in an annotation, or an empty string. */
export function noteOf(annotation: Annotation): string {
  return annotation.body.find((body) => body.purpose === 'commenting')?.value ?? '';
}

/** The reader's tags on an annotation, in the order in which they were given. */
export function tagsOf(annotation: Pick<Annotation, 'body'>): string[] {
  return annotation.body.flatMap((body) => (body.purpose === 'tagging' ? [body.value] : []));
}

/** Longest tag, in UTF-16 units, and most tags of one annotation; what is beyond is left out. */
const tagLimits = { length: 100, count: 100 };

/** Tags as they are kept: one line each, no `#` before them, none empty, none twice (whatever its case). */
export function tidyTags(tags: readonly string[]): string[] {
  const tidy = new Map<string, string>();
  for (const tag of tags) {
    const value = tag
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/^#+\s*/, '')
      .slice(0, tagLimits.length)
      .trim();
    const key = value.normalize('NFKC').toLowerCase();
    if (value !== '' && !tidy.has(key)) tidy.set(key, value);
  }
  return [...tidy.values()].slice(0, tagLimits.count);
}

/** The entity that an annotation is about, if it is about one. */
export function entityOf(annotation: Annotation): { name: string; type: EntityType } | undefined {
  const body = annotation.body.find((each) => each.purpose === 'identifying');
  return body?.purpose === 'identifying' ? { name: body.value, type: body.entityType } : undefined;
}

/** The words that the annotation stands on, or an empty string for a note on the page. */
export function quoteOf(annotation: Pick<Annotation, 'target'>): string {
  const quote = annotation.target.selector.find((each) => each.type === 'TextQuoteSelector');
  return quote?.type === 'TextQuoteSelector' ? quote.exact : '';
}

/**
 * What stood beside the passage in its paragraph when it was marked; undefined where that is not known, or where the
 * passage was all of it. White space as in the page's source.
 */
export function paragraphOf({ target }: Pick<Annotation, 'target'>): { before: string; after: string } | undefined {
  const quote = target.selector.find((each) => each.type === 'TextQuoteSelector');
  const evidence = target.selector.find((each) => each.type === 'PressmarkEvidence');
  if (quote?.type !== 'TextQuoteSelector' || evidence?.type !== 'PressmarkEvidence') return undefined;
  const before = quote.prefix.slice(Math.max(0, quote.prefix.length - evidence.block.before));
  const after = quote.suffix.slice(0, evidence.block.after);
  return (before + after).trim() === '' ? undefined : { before, after };
}

/** Where in the page the annotation was made (UTF-16 offset), for reading order; notes on the page come first. */
export function positionOf(annotation: Pick<Annotation, 'target'>): number {
  const position = annotation.target.selector.find((each) => each.type === 'TextPositionSelector');
  return position?.type === 'TextPositionSelector' ? position.start : -1;
}

/** A new annotation id: UUID version 7 (RFC 9562), so that ids sort by the time they were made. `now` in ms. */
export function newAnnotationId(now: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let index = 0; index < 6; index++) bytes[index] = Math.floor(now / 2 ** (8 * (5 - index))) & 0xff;
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
