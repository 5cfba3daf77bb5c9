// Finds a described passage again, on the same page or on what has become of it. Better none than a wrong place.
import type { Selector } from '../annotation.ts';
import type { PageText } from '../text/page-text.ts';
import { findPassage } from './find-passage.ts';
import { indexOf, type PageIndex } from './page-index.ts';
import { type Found, type Pattern, readPattern } from './pattern.ts';
import { standingAt } from './standing.ts';

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
  /** When `ambiguous`: the places that it could be, in the order of the page. */
  places?: readonly Range[];
}

/**
 * Where the passage stands now. Works by the quote; a position alone, without words, is never believed. The page is
 * indexed once per `page`: read the text anew when it has changed.
 */
export function anchor(page: PageText, selectors: readonly Selector[]): Anchored {
  const pattern = readPattern(selectors);
  if (pattern === undefined) return { state: 'gone', confidence: 0 };
  const index = indexOf(page);
  const found = whereItStood(index, pattern) ?? findPassage(index, pattern);
  if (found === undefined) return { state: 'gone', confidence: 0 };
  if (found.state === 'ambiguous') {
    const places = found.places?.map(([from, to]) => page.rangeAt(index.startOf(from), index.endOf(to))) ?? [];
    return { state: 'ambiguous', confidence: found.confidence, places: places.filter((range) => range !== undefined) };
  }
  const { head, tail } = pattern;
  const start = index.startOf(found.start);
  const end = index.endOf(found.end);
  const range = page.rangeAt(
    page.text.endsWith(head, start) ? start - head.length : start,
    page.text.startsWith(tail, end) ? end + tail.length : end,
  );
  return range === undefined
    ? { state: 'gone', confidence: 0 }
    : { state: found.state, range, confidence: found.confidence };
}

/** So much context, folded units, at the very same place shows that this part of the page is as it was. */
const sureContext = 48;

/** The passage at its old place between its old neighbours, in sight: then nothing need be searched. */
function whereItStood(index: PageIndex, { text, start, end, hint }: Pattern): Found | undefined {
  if (hint === undefined) return undefined;
  const unit = index.unitAt(hint);
  if (!index.text.startsWith(text, unit - start) || unit < start) return undefined;
  if (text.length - (end - start) < sureContext && text.length < index.text.length) return undefined;
  // Some pages begin with a hidden copy of their article.
  if (index.occurrences(text, 2).length > 1 && standingAt(index, unit) === 0) return undefined;
  return { state: 'exact', start: unit, end: unit + end - start, confidence: 1 };
}
