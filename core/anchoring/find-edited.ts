// What remains of a passage that was edited: the longest chain of stretches that the passage and the page share.
import { isTakenOut, neededEvidence } from './find-exact.ts';
import type { PageIndex } from './page-index.ts';
import type { Found, Pattern } from './pattern.ts';
import { bestChain, commonSegments, type Segment } from './segments.ts';

/** Folded units: three or four words. */
const neighbours = 20;

/** Undefined when too little of the passage is left, or too little of what stood around it. */
export function findEdited(index: PageIndex, pattern: Pattern): Found | undefined {
  const chain = bestChain(commonSegments(index, pattern.text));
  const inside = trimmed(chain.flatMap((segment) => within(segment, pattern.start, pattern.end)));
  const first = inside[0];
  const last = inside[inside.length - 1];
  if (first === undefined || last === undefined) return undefined;
  const length = pattern.quote.length;
  const kept = sum(inside);
  // All of it in one piece is no edit, but a place that the exact search did not believe: its context is torn apart, by
  // an advertisement say. Then the words right beside it must be its own.
  const isWhole = kept === length && inside.length === 1;
  if (isWhole && !chain.some((segment) => reachesBeyond(segment, pattern))) return undefined;
  const coverage = kept / length;
  const span = last.place + last.length - first.place;
  if (span > length * 2 + 1500) return undefined;
  const before = sum(chain.flatMap((segment) => within(segment, 0, pattern.start)));
  const after = sum(chain.flatMap((segment) => within(segment, pattern.end, pattern.text.length)));
  const isHeld = before >= 8 && after >= 8;
  if (coverage < (isHeld ? 0.35 : before >= 8 || after >= 8 ? 0.5 : 0.6)) return undefined;
  if (length < 15 && (!isHeld || coverage < 0.6)) return undefined;
  // What remains needs context as any quote of its length does, and is no double of what was taken out.
  const context = pattern.text.length - length;
  const evidence = (before + after) / Math.max(1, context);
  if (evidence < neededEvidence(kept, context) || isTakenOut(index, pattern)) return undefined;
  return {
    state: isWhole ? 'moved' : 'edited',
    start: first.place,
    end: last.place + last.length,
    confidence: 0.9 * coverage,
    evidence,
  };
}

function sum(segments: readonly Segment[]): number {
  return segments.reduce((total, { length }) => total + length, 0);
}

/** Does one segment hold the quote and some words before or after it? */
function reachesBeyond({ at, length }: Segment, { start, end }: Pattern): boolean {
  return at <= start && at + length >= end && Math.max(start - at, at + length - end) >= neighbours;
}

/** The part of a segment that lies in the quote. */
function within(segment: Segment, from: number, to: number): Segment[] {
  const at = Math.max(segment.at, from);
  const end = Math.min(segment.at + segment.length, to);
  return end <= at ? [] : [{ at, place: segment.place + at - segment.at, length: end - at }];
}

/** Without crumbs at the ends that stand far from the rest. */
function trimmed(segments: Segment[]): Segment[] {
  const kept = [...segments];
  for (let [one, two] = kept; one !== undefined && two !== undefined; [one, two] = kept) {
    if (!isCrumb(one, two.place - one.place - one.length, two.at - one.at - one.length)) break;
    kept.shift();
  }
  for (let [one, two] = kept.slice(-2); one !== undefined && two !== undefined; [one, two] = kept.slice(-2)) {
    if (!isCrumb(two, two.place - one.place - one.length, two.at - one.at - one.length)) break;
    kept.pop();
  }
  return kept;
}

function isCrumb(segment: Segment, gap: number, expected: number): boolean {
  return Math.abs(gap - expected) > 20 + 6 * segment.length;
}
