// Where the toolbar and a card stand beside the words that they belong to. Numbers only, in px of the viewport.

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Size {
  width: number;
  height: number;
}

export interface Spot {
  left: number;
  top: number;
}

/** The least distance to the words and to the viewport's edges. */
const gap = 8;

/**
 * Below the end of a selection; where there is no room above its start; where there is none either beside it.
 * Undefined for a selection that fills the viewport: `freeSpot` looks for a place between its lines.
 * @param all the selection's bounds, `first` and `last` its first and last line.
 * @param handles what else is to be kept free above and below the words, px
 */
export function placeToolbar(
  selection: { all: Box; first: Box; last: Box },
  size: Size,
  viewport: Size,
  handles = 0,
): Spot | undefined {
  const { first, last } = selection;
  const all = { ...selection.all, top: selection.all.top - handles, bottom: selection.all.bottom + handles };
  const below = all.bottom + gap;
  if (below >= gap && below + size.height + gap <= viewport.height) {
    return { left: within(last.right - size.width / 2, size.width, viewport.width), top: below };
  }
  const above = all.top - gap - size.height;
  if (above >= gap && above + size.height + gap <= viewport.height) {
    return { left: within(first.left - size.width / 2, size.width, viewport.width), top: above };
  }
  const top = within(Math.min(last.bottom, viewport.height) - size.height, size.height, viewport.height);
  if (all.right + 2 * gap + size.width <= viewport.width) return { left: all.right + gap, top };
  if (all.left - 2 * gap - size.width >= 0) return { left: all.left - gap - size.width, top };
  return undefined;
}

/** The lowest place in the viewport where nothing of these lines is covered; undefined where there is none. */
export function freeSpot(lines: readonly Box[], size: Size, viewport: Size): Spot | undefined {
  const end = viewport.width - size.width;
  const columns = [end / 2, end - gap, gap, end, 0].filter((left) => left >= 0);
  for (let top = viewport.height - size.height; top >= 0; top -= 2) {
    for (const left of columns) {
      const covers = (line: Box): boolean =>
        left < line.right && left + size.width > line.left && top < line.bottom && top + size.height > line.top;
      if (!lines.some(covers)) return { left, top };
    }
  }
  return undefined;
}

/** Below the words, above them where there is more room there, and always within the viewport. */
export function placeCard(words: Box, size: Size, viewport: Size): Spot {
  const left = within(words.left, size.width, viewport.width);
  const roomBelow = viewport.height - words.bottom - 2 * gap;
  const roomAbove = words.top - 2 * gap;
  const below = roomBelow >= size.height || roomBelow >= roomAbove;
  const top = below ? words.bottom + gap : words.top - gap - size.height;
  return { left, top: within(top, size.height, viewport.height) };
}

/** At the upper right corner of the words, so close that the way there is short; below them where there is no room. */
export function placePeek(words: Box, size: Size, viewport: Size): Spot {
  const above = words.top - size.height - 2;
  const left = within(words.right - size.width / 2, size.width, viewport.width);
  return { left, top: above >= gap ? above : words.bottom + 2 };
}

/** A box with so much around it, px. */
export function grown({ left, top, right, bottom }: Box, by: number): Box {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by };
}

/** How far outside of the viewport the box stands, px; 0 when any of it is inside. */
export function distanceOutside(box: Box, viewport: Size): number {
  const horizontal = Math.max(0, -box.right, box.left - viewport.width);
  const vertical = Math.max(0, -box.bottom, box.top - viewport.height);
  return Math.max(horizontal, vertical);
}

function within(start: number, length: number, room: number): number {
  return Math.max(gap, Math.min(start, room - length - gap));
}
