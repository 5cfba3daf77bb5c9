// How a stretch of the page is shown: text that is hidden or stands beside the article is demoted, never left out.
import type { PageIndex } from './page-index.ts';

/** 2 in the page's main text, 1 beside it, 0 hidden. Asks for the style of one element: only where places rival. */
export function standingAt(index: PageIndex, unit: number): 0 | 1 | 2 {
  const offset = index.startOf(unit);
  const element = index.page.rangeAt(offset, offset + 1)?.startContainer.parentElement;
  if (element === null || element === undefined || !element.checkVisibility({ visibilityProperty: true })) return 0;
  return element.closest('aside,nav,footer,[aria-hidden="true"]') === null ? 2 : 1;
}
