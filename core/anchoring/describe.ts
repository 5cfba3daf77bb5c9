// A passage in words that still find it when the page has changed.
import type { Selector } from '../annotation.ts';
import type { PageText } from '../text/page-text.ts';
import { fold } from './fold.ts';

/** How much of the text beside the passage is kept, UTF-16 units of the page's own text. */
const contextLength = 160;

/**
 * The passage as W3C selectors: a quote with what stands around it, and its place in the page's text as a hint. White
 * space at its ends is left out. Undefined when nothing readable is selected or the range is not within the text.
 */
export function describe(range: Range, page: PageText): Selector[] | undefined {
  const from = offsetOf(page, range.startContainer, range.startOffset);
  const to = offsetOf(page, range.endContainer, range.endOffset);
  if (from === undefined || to === undefined || to <= from) return undefined;
  const selected = page.text.slice(from, to);
  const exact = selected.trim();
  if (fold(exact).text.length === 0) return undefined;
  const start = from + selected.length - selected.trimStart().length;
  const end = start + exact.length;
  return [
    {
      type: 'TextQuoteSelector',
      exact,
      prefix: page.text.slice(Math.max(0, start - contextLength), start),
      suffix: page.text.slice(end, end + contextLength),
    },
    { type: 'TextPositionSelector', start, end },
  ];
}

/** A selection may end in text that is not read, such as a script's: then the next text counts. */
function offsetOf(page: PageText, node: Node, offset: number): number | undefined {
  const parent = node.parentNode;
  if (!(node instanceof CharacterData) || parent === null) return page.offsetAt(node, offset);
  return page.offsetAt(node, offset) ?? page.offsetAt(parent, [...parent.childNodes].indexOf(node));
}
