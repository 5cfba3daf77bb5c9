// Asks the page where words stand. Each question may lay the page out: asked only when something is placed.
import { textWithin } from '../../core/painting/range-index.ts';
import type { Box, Size } from './placing.ts';

/** What is visible of the page, without scroll bars. */
export function viewportOf(document: Document): Size {
  const { clientWidth, clientHeight } = document.documentElement;
  // In quirks mode the root is as high as the page.
  const height = document.compatMode === 'BackCompat' ? (document.body?.clientHeight ?? clientHeight) : clientHeight;
  return { width: clientWidth, height };
}

/** The box of the range's words; undefined when they are not laid out, as in something hidden. */
export function boxOf(range: Range): Box | undefined {
  const { left, top, right, bottom } = range.getBoundingClientRect();
  return right > left || bottom > top ? { left, top, right, bottom } : undefined;
}

/** The boxes of the lines at the two ends of a range, and of the whole. */
export function linesOf(range: Range): { all: Box; first: Box; last: Box } | undefined {
  const all = boxOf(range);
  if (all === undefined) return undefined;
  return { all, first: endBox(range, true) ?? all, last: endBox(range, false) ?? all };
}

/** The boxes of the range's words that are in the viewport, line by line. A range's own boxes are whole paragraphs. */
export function linesInView(range: Range, viewport: Size): Box[] {
  const part = range.cloneRange();
  const isInView = ({ width, left, top, right, bottom }: DOMRect): boolean =>
    width > 0 && right > 0 && bottom > 0 && left < viewport.width && top < viewport.height;
  const boxes: Box[] = [];
  for (const { node, start, end } of textWithin(range)) {
    part.setStart(node, start);
    part.setEnd(node, end);
    if (isInView(part.getBoundingClientRect())) boxes.push(...[...part.getClientRects()].filter(isInView));
  }
  return boxes;
}

/** Which of the range's lines is under the point, from 0; the first when none is. */
export function lineAt(range: Range, { x, y }: { x: number; y: number }): number {
  const lines = [...range.getClientRects()];
  const index = lines.findIndex(({ left, top, right, bottom }) => x >= left && x <= right && y >= top && y <= bottom);
  return Math.max(0, index);
}

/** The box of one line of a range, as `lineAt` counts them; of the whole when there are no longer so many. */
export function lineBox(range: Range, line: number): Box | undefined {
  const rect = range.getClientRects()[line];
  if (rect === undefined || rect.width === 0) return boxOf(range);
  const { left, top, right, bottom } = rect;
  return { left, top, right, bottom };
}

/** The box of one character at an end: asking for every line of a selection of the whole page would take long. */
function endBox(range: Range, start: boolean): Box | undefined {
  const node = start ? range.startContainer : range.endContainer;
  const offset = start ? range.startOffset : range.endOffset;
  if (node.nodeType !== node.TEXT_NODE) return undefined;
  const end = range.cloneRange();
  end.setStart(node, start ? offset : Math.max(0, offset - 1));
  end.setEnd(node, start ? Math.min(offset + 1, node.nodeValue?.length ?? 0) : offset);
  return boxOf(end);
}
