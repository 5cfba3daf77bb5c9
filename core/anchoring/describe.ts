// A passage in words that still find it when the page has changed.
import type { Double, EvidenceSelector, Selector } from '../annotation.ts';
import type { PageText } from '../text/page-text.ts';
import { bordersOf, hasBorders } from './borders.ts';
import { sameAfter, sameBefore } from './common.ts';
import { indexOf, type PageIndex } from './page-index.ts';
import { contextLength, longestContext, mostBlock } from './pattern.ts';

/** So many doubles are counted, and so many of those that look most like the passage are kept. */
const mostDoubles = 500;
const mostAlike = 3;
/** So many folded units, where a double begins to differ, tell that it is the double. */
const tell = 16;

/**
 * The passage as W3C selectors: a quote with what stands around it, and its place in the page's text as a hint; beside
 * them, as evidence, what of the context is of the same block, and how far doubles of the quote look the same. White
 * space at its ends is left out. Undefined when nothing readable is selected or the range is not within the text.
 */
export function describe(range: Range, page: PageText): Selector[] | undefined {
  const from = offsetOf(page, range.startContainer, range.startOffset);
  const to = offsetOf(page, range.endContainer, range.endOffset);
  if (from === undefined || to === undefined || to <= from) return undefined;
  return describeStretch(page, from, to);
}

/** The same for a stretch of the page's text, UTF-16 units. */
export function describeStretch(page: PageText, from: number, to: number): Selector[] | undefined {
  const whole = isWithinPair(page.text, from) ? from - 1 : from;
  const selected = page.text.slice(whole, isWithinPair(page.text, to) ? to + 1 : to);
  const exact = selected.trim();
  const start = whole + selected.length - selected.trimStart().length;
  const end = start + exact.length;
  const index = indexOf(page);
  const first = index.unitAt(start);
  const last = index.unitAt(end);
  if (last <= first) return undefined;
  const block = blockAround(index, first, last);
  const before = startOfContext(index, first, Math.max(contextLength, first - block.first));
  const after = index.endOf(Math.min(index.text.length, last + Math.max(contextLength, block.last - last)));
  const prefix = collapse(page.text.slice(before, start));
  const suffix = collapse(page.text.slice(end, Math.max(end, after)));
  const pairsBefore = index.pairsBefore(start);
  return [
    {
      type: 'TextQuoteSelector',
      exact,
      prefix: prefix.slice(-longestContext),
      suffix: suffix.slice(0, longestContext),
    },
    { type: 'TextPositionSelector', start, end, ...(pairsBefore === 0 ? {} : { pairsBefore }) },
    {
      type: 'PressmarkEvidence',
      version: 1,
      block: {
        before: collapse(page.text.slice(startOfContext(index, first, first - block.first), start)).length,
        after: collapse(page.text.slice(end, Math.max(end, index.endOf(block.last)))).length,
      },
      doubles: doublesOf(index, first, last),
      place: Math.round((start / page.text.length) * 1e6) / 1e6,
    },
  ];
}

/** Is the offset in the middle of a character of two UTF-16 units? Then the whole of it is meant. */
function isWithinPair(text: string, offset: number): boolean {
  return (text.codePointAt(offset - 1) ?? 0) > 0xffff;
}

/** White space of a page's source is no evidence, and would take the room of words. */
function collapse(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function startOfContext(index: PageIndex, unit: number, length: number): number {
  return index.startOf(Math.max(0, unit - length));
}

/** The folded units of the passage's own block around it, at most `mostBlock` on each side. */
function blockAround(index: PageIndex, start: number, end: number): { first: number; last: number } {
  let first = start;
  while (first > 0 && start - first < mostBlock && !index.isBlockStart(first)) first--;
  let last = end;
  while (last < index.text.length && last - end < mostBlock && !index.isBlockStart(last)) last++;
  return { first, last };
}

function doublesOf(index: PageIndex, start: number, end: number): EvidenceSelector['doubles'] {
  const { text } = index;
  const sought = { quote: text.slice(start, end), ...bordersOf(index, start, end) };
  const places = index
    .occurrences(sought.quote, mostDoubles + 1)
    .filter((place) => place !== start && hasBorders(index, sought, place));
  const alike = places.map((place): Double => {
    const last = place + end - start;
    const before = sameBefore(text, start, text, place, mostBlock);
    const after = sameAfter(text, end, text, last, mostBlock);
    const left = text.slice(Math.max(0, place - before - tell), place - before);
    return { before, after, left, right: text.slice(last + after, last + after + tell) };
  });
  alike.sort((one, other) => other.before + other.after - one.before - one.after);
  return {
    count: Math.min(places.length, mostDoubles),
    earlier: places.filter((place) => place < start).length,
    alike: alike.slice(0, mostAlike),
  };
}

/** A selection may end in text that is not read, such as a script's: then the next text counts. */
function offsetOf(page: PageText, node: Node, offset: number): number | undefined {
  const parent = node.parentNode;
  if (!(node instanceof CharacterData) || parent === null) return page.offsetAt(node, offset);
  return page.offsetAt(node, offset) ?? page.offsetAt(parent, [...parent.childNodes].indexOf(node));
}
