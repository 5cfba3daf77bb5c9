// The selectors of a passage, read and folded for the search. They may come from another program: nothing is believed.
import type { EvidenceSelector, Selector, TextQuoteSelector } from '../annotation.ts';
import { fold, isWordBorder } from './fold.ts';
import { firstAtLeast } from './page-index.ts';

export interface Pattern {
  /** Prefix, quote and suffix, folded, as one text; the quote stands from `start` to `end`. */
  text: string;
  start: number;
  end: number;
  quote: string;
  /** The same unfolded, and for each folded unit where it came from. */
  raw: string;
  origins: Uint32Array;
  /** Invisible characters with which the quote begins and ends: they are not searched for, but belong to it. */
  head: string;
  tail: string;
  /** The context that stood in one block with the quote: from `blockStart` to the quote, from it to `blockEnd`. */
  blockStart: number;
  blockEnd: number;
  /** Whether the block is known to begin and to end there. */
  opensBlock: boolean;
  closesBlock: boolean;
  /** Whether a word begins at the quote's start and ends at its end; false where nothing stands beside it. */
  startsWord: boolean;
  endsWord: boolean;
  /** The quote's doubles on the page where it was made; undefined when that is not known. */
  doubles: EvidenceSelector['doubles'] | undefined;
  /** Where it stood: share of the page's text, and UTF-16 units. */
  place: number | undefined;
  hint: number | undefined;
}

/** A passage that a search has found, folded units of the page. */
export interface Found {
  state: 'exact' | 'moved' | 'edited' | 'ambiguous';
  start: number;
  end: number;
  /** 0 to 1. */
  confidence: number;
  /** Where it could be, when `ambiguous`: first and last unit of each place, end exclusive. */
  places?: readonly (readonly [number, number])[];
}

/** How much context is kept on each side, folded units: so much always, and so much of the own block. */
export const contextLength = 160;
export const mostBlock = 600;
/** More context than this, UTF-16 units, is neither kept nor looked at, so that a hostile selector costs little. */
export const longestContext = 1000;

export function quoteSelectorOf(selectors: readonly Selector[]): TextQuoteSelector | undefined {
  const found = selectors.find((each) => each.type === 'TextQuoteSelector');
  return found?.type === 'TextQuoteSelector' ? found : undefined;
}

export function evidenceOf(selectors: readonly Selector[]): EvidenceSelector | undefined {
  const found = selectors.find((each) => each.type === 'PressmarkEvidence');
  // A later version means something else by its numbers; an imported file may hold anything.
  if (found?.type !== 'PressmarkEvidence' || found.version !== 1) return undefined;
  const isWhole = Number.isFinite(found.block?.before + found.block?.after) && Array.isArray(found.doubles?.alike);
  return isWhole ? found : undefined;
}

/** Undefined when there are no words to search for. */
export function readPattern(selectors: readonly Selector[]): Pattern | undefined {
  const selector = quoteSelectorOf(selectors);
  if (selector === undefined) return undefined;
  // Other programs leave the context out.
  const prefix = (selector.prefix ?? '').slice(-longestContext);
  const suffix = (selector.suffix ?? '').slice(0, longestContext);
  const raw = prefix + selector.exact + suffix;
  const { text, origins } = fold(raw);
  const rawEnd = prefix.length + selector.exact.length;
  const start = firstAtLeast(origins, prefix.length);
  const end = firstAtLeast(origins, rawEnd);
  if (end <= start) return undefined;
  const evidence = evidenceOf(selectors);
  const before = evidence?.block.before ?? Number.POSITIVE_INFINITY;
  const after = evidence?.block.after ?? Number.POSITIVE_INFINITY;
  const blockStart = firstAtLeast(origins, Math.max(0, prefix.length - before));
  const blockEnd = firstAtLeast(origins, Math.min(raw.length, rawEnd + after));
  const position = selectors.find((each) => each.type === 'TextPositionSelector');
  return {
    text,
    start,
    end,
    quote: text.slice(start, end),
    raw,
    origins,
    head: raw.slice(prefix.length, origins[start]),
    tail: raw.slice(endOfUnit(raw, origins[end - 1] ?? 0), rawEnd),
    blockStart,
    blockEnd,
    opensBlock: start - blockStart < mostBlock && before <= prefix.length,
    closesBlock: blockEnd - end < mostBlock && after <= suffix.length,
    startsWord: prefix.length > 0 && isWordBorder(raw, prefix.length),
    endsWord: suffix.length > 0 && isWordBorder(raw, rawEnd),
    doubles: evidence?.doubles,
    place: evidence?.place,
    hint: position?.type === 'TextPositionSelector' && Number.isFinite(position.start) ? position.start : undefined,
  };
}

function endOfUnit(raw: string, origin: number): number {
  return origin + ((raw.codePointAt(origin) ?? 0) > 0xffff ? 2 : 1);
}
