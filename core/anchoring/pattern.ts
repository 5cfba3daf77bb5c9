// The selectors of a passage, read and folded for the search. They may come from another program: nothing is believed.
import type { Selector } from '../annotation.ts';
import { fold, isWordBorder } from './fold.ts';

export interface Pattern {
  /** Prefix, quote and suffix, folded, as one text; the quote stands from `start` to `end`. */
  text: string;
  start: number;
  end: number;
  quote: string;
  /** Whether a word begins at its start and ends at its end; undefined where nothing stands beside it. */
  startsWord?: boolean;
  endsWord?: boolean;
  /** Where it stood in the page's text, UTF-16 units. */
  hint?: number;
}

/** A passage that a search has found, folded units of the page. */
export interface Found {
  state: 'exact' | 'moved' | 'edited' | 'ambiguous';
  start: number;
  end: number;
  confidence: number;
  /** Share of the context that stands beside it, 0 to 1. */
  evidence: number;
}

/** More context than this is not compared, folded units on each side. */
const mostContext = 160;
/** Nor are more raw characters than this looked at, so that a hostile selector costs little. */
const mostRaw = 1000;

/** Undefined when there are no words to search for. */
export function readPattern(selectors: readonly Selector[]): Pattern | undefined {
  const quoteSelector = selectors.find((each) => each.type === 'TextQuoteSelector');
  if (quoteSelector?.type !== 'TextQuoteSelector') return undefined;
  const { exact } = quoteSelector;
  const quote = fold(exact).text;
  if (quote.length === 0) return undefined;
  // Other programs leave the context out.
  const rawPrefix = (quoteSelector.prefix ?? '').slice(-mostRaw);
  const rawSuffix = (quoteSelector.suffix ?? '').slice(0, mostRaw);
  const prefix = fold(rawPrefix).text.slice(-mostContext);
  const suffix = fold(rawSuffix).text.slice(0, mostContext);
  const text = prefix + quote + suffix;
  const start = prefix.length;
  const pattern: Pattern = { text, start, end: start + quote.length, quote };
  const raw = rawPrefix + exact + rawSuffix;
  if (prefix.length > 0) pattern.startsWord = isWordBorder(raw, rawPrefix.length);
  if (suffix.length > 0) pattern.endsWord = isWordBorder(raw, rawPrefix.length + exact.length);
  const position = selectors.find((each) => each.type === 'TextPositionSelector');
  if (position?.type === 'TextPositionSelector' && Number.isFinite(position.start)) pattern.hint = position.start;
  return pattern;
}
