// Shows the reader a passage: scrolled to, and marked for a moment.
import { scrollTo } from './scroll.ts';
import type { Session } from './session.ts';

/** How long it stays marked, ms. */
const flashing = 1600;

export function flashIn(session: Session | undefined, range: Range): void {
  scrollTo(range);
  session?.show({ flash: range });
  setTimeout(() => {
    if (session?.reading.flash === range) session.show({ flash: undefined });
  }, flashing);
}
