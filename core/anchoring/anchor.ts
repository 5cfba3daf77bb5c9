// Finds a described passage again, on the same page or on what has become of it. Better none than a wrong place.
import type { Selector } from '../annotation.ts';
import type { PageText } from '../text/page-text.ts';
import { findEdited } from './find-edited.ts';
import { findExact } from './find-exact.ts';
import { indexOf, type PageIndex } from './page-index.ts';
import { type Found, type Pattern, readPattern } from './pattern.ts';

export type AnchorState = 'exact' | 'moved' | 'edited' | 'ambiguous' | 'gone';

export interface Anchored {
  /**
   * `exact`: the same words between the same words; `moved`: the same words elsewhere; `edited`: what remains of them;
   * `ambiguous`: they stand in several places and nothing tells which; `gone`: not found. The last two have no range.
   */
  state: AnchorState;
  range?: Range;
  /** 0 to 1. */
  confidence: number;
}

/**
 * Where the passage stands now. Works by the quote; a position alone, without words, is never believed. The page is
 * indexed once per `page`: read the text anew when it has changed.
 */
export function anchor(page: PageText, selectors: readonly Selector[]): Anchored {
  const unchanged = whereItStood(page, selectors);
  if (unchanged !== undefined) return { state: 'exact', range: unchanged, confidence: 1 };
  const pattern = readPattern(selectors);
  if (pattern === undefined) return { state: 'gone', confidence: 0 };
  const index = indexOf(page);
  const found = find(index, pattern);
  if (found === undefined) return { state: 'gone', confidence: 0 };
  if (found.state === 'ambiguous') return { state: 'ambiguous', confidence: found.confidence };
  const range = page.rangeAt(index.startOf(found.start), index.endOf(found.end));
  return range === undefined
    ? { state: 'gone', confidence: 0 }
    : { state: found.state, range, confidence: found.confidence };
}

/** A double of an edited passage stands elsewhere, word for word: where the context is, there is the passage. */
function find(index: PageIndex, pattern: Pattern): Found | undefined {
  const exact = findExact(index, pattern);
  if (exact?.state === 'exact') return exact;
  const edited = findEdited(index, pattern);
  return exact === undefined || (edited !== undefined && edited.evidence > exact.evidence + 0.25) ? edited : exact;
}

/** So much context, raw characters, at the very same place shows that this part of the page is as it was. */
const sureContext = 48;

/** The passage at its old place between its old neighbours, all to the letter: then nothing need be searched. */
function whereItStood(page: PageText, selectors: readonly Selector[]): Range | undefined {
  const quote = selectors.find((each) => each.type === 'TextQuoteSelector');
  const position = selectors.find((each) => each.type === 'TextPositionSelector');
  if (quote?.type !== 'TextQuoteSelector' || position?.type !== 'TextPositionSelector') return undefined;
  const { exact, prefix = '', suffix = '' } = quote;
  const around = prefix + exact + suffix;
  const from = position.start - prefix.length;
  if (exact.trim() === '' || from < 0 || !page.text.startsWith(around, from)) return undefined;
  if (prefix.length + suffix.length < sureContext && around.length < page.text.length) return undefined;
  return page.rangeAt(position.start, position.start + exact.length);
}
