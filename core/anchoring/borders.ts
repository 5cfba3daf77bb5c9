// A quote of whole words is not found inside of other words.
import { isWordBorder } from './fold.ts';
import type { PageIndex } from './page-index.ts';

export interface Borders {
  /** Whether a word begins at the quote's start and ends at its end. */
  startsWord: boolean;
  endsWord: boolean;
}

/** @param start first and last folded unit of the page, end exclusive */
export function bordersOf(index: PageIndex, start: number, end: number): Borders {
  const text = index.page.text;
  return {
    startsWord: isWordBorder(text, index.startOf(start)),
    endsWord: isWordBorder(text, index.endOf(end)),
  };
}

/** Does a quote that stands at `start` of the page have the borders that it had? */
export function hasBorders(index: PageIndex, sought: Borders & { quote: string }, start: number): boolean {
  const text = index.page.text;
  return (
    (!sought.startsWord || isWordBorder(text, index.startOf(start))) &&
    (!sought.endsWord || isWordBorder(text, index.endOf(start + sought.quote.length)))
  );
}
