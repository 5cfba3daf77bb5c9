// Brings words into view.
import { boxOf, viewportOf } from './geometry.ts';

/** Kept free above and below the words, px: many pages have a bar that stays at the top. */
const margin = 80;

/** Scrolls so that the range stands in the upper middle, through whatever scrolls around it; at once, not gliding. */
export function scrollTo(range: Range): void {
  const element = range.startContainer.parentElement;
  const document = range.startContainer.ownerDocument;
  const view = document?.defaultView;
  if (element === null || document === null || view === null || view === undefined) return;
  const viewport = viewportOf(document);
  const before = boxOf(range);
  if (before !== undefined && before.top >= margin && before.bottom <= viewport.height - margin) return;
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const box = boxOf(range);
  if (box !== undefined) view.scrollBy({ top: box.top - viewport.height * 0.4, behavior: 'instant' });
}
