// What the context of a passage counts: the nearer to the quote, the more. A word of the same sentence tells more of a
// place than a word of the next paragraph, which may have been moved away.
import type { Pattern } from './pattern.ts';

/** At this distance from the quote, folded units, a unit of context counts half. */
const half = 60;

/** Weights of the pattern's units, added up from its start: [n] is the sum of the first n. */
export interface Weights {
  /** Of context alone: the quote counts nothing. */
  context: (from: number, to: number) => number;
  /** Of context and quote: a unit of the quote counts one. */
  all: (from: number, to: number) => number;
}

export function weighPattern({ text, start, end }: Pattern): Weights {
  const sums = new Float64Array(text.length + 1);
  for (let at = 0; at < text.length; at++) {
    const distance = at < start ? start - at : at - end;
    sums[at + 1] = (sums[at] ?? 0) + (at >= start && at < end ? 0 : half / (half + distance));
  }
  const context = (from: number, to: number) => (sums[to] ?? 0) - (sums[from] ?? 0);
  return {
    context,
    all: (from, to) => context(from, to) + Math.max(0, Math.min(to, end) - Math.max(from, start)),
  };
}
