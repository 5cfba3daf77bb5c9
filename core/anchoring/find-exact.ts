// The quote as it was, word for word, told from its doubles by what stands around it.
import { hasBorders } from './borders.ts';
import { sameAfter, sameBefore } from './common.ts';
import type { PageIndex } from './page-index.ts';
import type { Pattern } from './pattern.ts';
import type { Segment } from './segments.ts';
import type { Weights } from './weights.ts';

/** A place of the page where the quote stands word for word. */
export interface Hit {
  /** Folded unit of the page. */
  start: number;
  /** So much of the context stands right beside it, folded units. */
  left: number;
  right: number;
  /** How much context stands on its side in reach, weighted (see weights.ts). */
  evidence: number;
  /**
   * Whether more of the context is here than doubles had on the page where the quote was made, and whether it goes on
   * here as it did at a double. Neither, when the context has changed.
   */
  isOwn: boolean;
  isDouble: boolean;
  /** On how many sides the block ends where it ended. */
  edges: number;
}

/** So much context on each side, folded units, makes a single hit certain. */
export const certainContext = 24;
const mostHits = 2000;
/** Only the best hits have their wider context looked at. */
const mostWeighed = 24;
/** How far from the quote its context may stand, folded units: an advertisement may have come between. */
const contextReach = 1500;
/** A shorter quote, folded units, needs its context where it stood: close by is another word. */
const speaksForItself = 40;

/** The quote between its nearest neighbours, in one place only, and not looking like a double of old. */
export function findCertain(index: PageIndex, pattern: Pattern): Hit | undefined {
  const from = pattern.start - certainContext;
  const to = pattern.end + certainContext;
  if (from < 0 || to > pattern.text.length) return undefined;
  const [place, ...more] = index.occurrences(pattern.text.slice(from, to), 2);
  if (place === undefined || more.length > 0) return undefined;
  const hit = hitAt(index, pattern, place + certainContext);
  return hit.isOwn ? hit : undefined;
}

/** All places of the quote, at most `mostHits`; of a quote of whole words none inside of other words. */
export function allHits(index: PageIndex, pattern: Pattern): { hits: Hit[]; more: boolean } {
  const places = index.occurrences(pattern.quote, mostHits + 1);
  const hits = places.filter((place) => hasBorders(index, pattern, place)).map((place) => hitAt(index, pattern, place));
  return { hits, more: places.length > mostHits };
}

/** The best hits, each with all its evidence. */
export function weighHits(
  pattern: Pattern,
  weights: Weights,
  hits: readonly Hit[],
  segments: () => readonly Segment[],
): Hit[] {
  const closest = [...hits].sort(byContext).slice(0, mostWeighed);
  return closest.map((hit) => weighHit(pattern, weights, segments(), hit)).sort(byEvidence);
}

export function byEvidence(one: Hit, other: Hit): number {
  return other.evidence - one.evidence || one.start - other.start;
}

function byContext(one: Hit, other: Hit): number {
  return other.left + other.right - one.left - one.right || one.start - other.start;
}

function hitAt(index: PageIndex, pattern: Pattern, start: number): Hit {
  const end = start + pattern.quote.length;
  const left = sameBefore(pattern.text, pattern.start, index.text, start);
  const right = sameAfter(pattern.text, pattern.end, index.text, end);
  const { blockStart, blockEnd } = pattern;
  const before = pattern.start - blockStart;
  const after = blockEnd - pattern.end;
  const isOpen = pattern.opensBlock && left >= before && index.isBlockStart(start - before);
  const isClosed = pattern.closesBlock && right >= after && index.isBlockStart(end + after);
  return {
    start,
    left,
    right,
    evidence: 0,
    ...ownerOf(index, pattern, start, end),
    edges: Number(isOpen) + Number(isClosed),
  };
}

/**
 * Whose surroundings these are, those of the quote or of a double of it: told by what stands where the two differed.
 * @param start where the quote, or what is left of it, begins and ends in the page
 */
export function ownerOf(
  index: PageIndex,
  pattern: Pattern,
  start: number,
  end: number,
): Pick<Hit, 'isOwn' | 'isDouble'> {
  const left = sameBefore(pattern.text, pattern.start, index.text, start);
  const right = sameAfter(pattern.text, pattern.end, index.text, end);
  const alike = pattern.doubles?.alike ?? [];
  const isOwn = alike.every(({ before, after }) => left > before || right > after);
  const isDouble = alike.some((double) => {
    const { before, after } = double;
    const isLeft = double.left.length >= 6 && index.text.endsWith(double.left, start - before) && left <= before;
    const isRight = double.right.length >= 6 && index.text.startsWith(double.right, end + after) && right <= after;
    return isLeft || isRight;
  });
  return { isOwn: isOwn && !isDouble, isDouble };
}

/** So many units of context that no double had make a place the quote's own. */
const ownContext = 8;

/**
 * Adds the context that stands on its side of the hit, in reach, though not right beside it.
 * @param torn also the context of a short quote may have been moved against it
 */
export function weighHit(
  pattern: Pattern,
  weights: Weights,
  segments: readonly Segment[],
  hit: Hit,
  torn = pattern.quote.length >= speaksForItself,
): Hit {
  const { start, left, right } = hit;
  const end = start + pattern.quote.length;
  const seen = new Uint8Array(pattern.text.length);
  seen.fill(1, pattern.start - left, pattern.start);
  seen.fill(1, pattern.end, pattern.end + right);
  for (let each = firstFrom(segments, start - contextReach - pattern.text.length); each < segments.length; each++) {
    const segment = segments[each];
    if (segment === undefined || segment.place > end + contextReach) break;
    const shift = Math.abs(segment.place - segment.at - (start - pattern.start));
    if (segment.place + segment.length <= start || segment.at + segment.length <= pattern.start) {
      // Before the quote in the pattern, it must stand before it in the page.
      if (segment.at + segment.length > pattern.start || segment.place + segment.length > start) continue;
      const distance = pattern.start - segment.at - segment.length;
      if (!torn && shift > widestShift(distance)) continue;
      seen.fill(1, segment.at, segment.at + segment.length);
    } else if (segment.place >= end && segment.at >= pattern.end) {
      const distance = segment.at - pattern.end;
      if (!torn && shift > widestShift(distance)) continue;
      seen.fill(1, segment.at, segment.at + segment.length);
    }
  }
  const alike = pattern.doubles?.alike ?? [];
  const before = Math.max(0, ...alike.map((double) => double.before));
  const after = Math.max(0, ...alike.map((double) => double.after));
  let evidence = 0;
  let own = 0;
  for (let at = 0; at < seen.length; at++) {
    if (seen[at] !== 1) continue;
    evidence += weights.context(at, at + 1);
    if (at < pattern.start - before || at >= pattern.end + after) own++;
  }
  return { ...hit, evidence, isOwn: !hit.isDouble && (hit.isOwn || own >= ownContext) };
}

/** How far the context of a short quote may have been moved against it: a word or two, more where it is far away. */
function widestShift(distance: number): number {
  return 6 + 0.1 * distance;
}

function firstFrom(segments: readonly Segment[], place: number): number {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segments[middle]?.place ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
