// Which of several places, the same to the letter with all that stands around them, the reader meant.
import type { PageIndex } from './page-index.ts';
import type { Pattern } from './pattern.ts';

interface Hit {
  /** Folded unit of the page. */
  start: number;
  evidence: number;
}

/** With more doubles than this nothing is told. */
const mostDoubles = 20;

/**
 * The one that is shown in the page's main text, where others are hidden or stand beside it; else the one that stands
 * where the passage stood, to all appearance in the same page. Undefined when neither tells.
 */
export function likeliest(index: PageIndex, pattern: Pattern, hits: readonly Hit[]): Hit | undefined {
  if (hits.length > mostDoubles) return undefined;
  const standings = hits.map(({ start }) => standingOf(index, index.startOf(start)));
  const highest = Math.max(...standings);
  const shown = hits.filter((_, each) => standings[each] === highest);
  if (shown.length === 1) return shown[0];
  const { hint } = pattern;
  if (hint === undefined) return undefined;
  const byDistance = shown
    .map((hit) => ({ hit, distance: Math.abs(index.startOf(hit.start) - hint) }))
    .sort((one, other) => one.distance - other.distance);
  const [near, next] = byDistance;
  if (near === undefined || near.distance > 200 || near.distance * 5 > (next?.distance ?? 0)) return undefined;
  return near.hit;
}

/** 2 in the main text, 1 beside it, 0 hidden. */
function standingOf(index: PageIndex, offset: number): 0 | 1 | 2 {
  const element = index.page.rangeAt(offset, offset + 1)?.startContainer.parentElement;
  if (element === null || element === undefined || !element.checkVisibility({ visibilityProperty: true })) return 0;
  return element.closest('aside,nav,footer,[aria-hidden="true"]') === null ? 2 : 1;
}
