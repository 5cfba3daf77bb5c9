// Stretches of a pattern that stand word for word in the page: the seeds from which a passage is found again that was
// edited, or torn apart by what was put between.
import { sameAfter, sameBefore } from './common.ts';
import { gramLength, mostPlaces, type PageIndex } from './page-index.ts';

/** `length` folded units at `at` of the pattern stand at `place` of the page. */
export interface Segment {
  at: number;
  place: number;
  length: number;
}

const mostSegments = 1500;
const mostSeeds = 1000;

/** The maximal common stretches of eight units and more, by their place; long patterns are sampled. */
export function commonSegments(index: PageIndex, pattern: string): Segment[] {
  const segments: Segment[] = [];
  /** For each diagonal (place - at): where in the pattern its last segment ended. */
  const ends = new Map<number, number>();
  const places = new Uint32Array(mostPlaces);
  const step = Math.max(2, Math.ceil(pattern.length / mostSeeds));
  for (let seed = 0; seed + gramLength <= pattern.length && segments.length < mostSegments; seed += step) {
    const count = index.placesOf(pattern, seed, places);
    for (let each = 0; each < count; each++) {
      const hit = places[each] ?? 0;
      if ((ends.get(hit - seed) ?? 0) > seed) continue;
      const back = sameBefore(pattern, seed, index.text, hit);
      const at = seed - back;
      const length = back + sameAfter(pattern, seed, index.text, hit);
      ends.set(hit - seed, at + length);
      segments.push({ at, place: hit - back, length });
    }
  }
  return segments.sort(byPlace);
}

function byPlace(one: Segment, other: Segment): number {
  return one.place - other.place || one.at - other.at;
}

/** So much may have been put in or taken out between two segments of a chain, folded units: an advertisement, say. */
const widestShift = 2500;
/** Chaining compares each with each: only so many of the heaviest take part. */
const mostChained = 64;

/**
 * The heaviest run of segments that keeps the order in pattern and page, overlaps cut off; empty when none.
 * @param weigh what a stretch of the pattern counts, from and to in folded units
 */
export function bestChain(segments: readonly Segment[], weigh: (from: number, to: number) => number): Segment[] {
  const chained = heaviest(segments, weigh);
  const weights: number[] = [];
  const before: number[] = [];
  let best = -1;
  for (const [index, segment] of chained.entries()) {
    weights[index] = weigh(segment.at, segment.at + segment.length);
    before[index] = -1;
    for (let earlier = index - 1; earlier >= 0; earlier--) {
      const other = chained[earlier];
      if (other === undefined) continue;
      const cut = Math.max(0, other.at + other.length - segment.at, other.place + other.length - segment.place);
      if (segment.length - cut < 4) continue;
      const shift = Math.abs(segment.place - segment.at - (other.place - other.at));
      if (shift > widestShift) continue;
      const own = weigh(segment.at + cut, segment.at + segment.length);
      const weight = (weights[earlier] ?? 0) + own - (shift === 0 ? 0 : 2 + shift / 60);
      if (weight > (weights[index] ?? 0)) {
        weights[index] = weight;
        before[index] = earlier;
      }
    }
    if (best < 0 || (weights[index] ?? 0) > (weights[best] ?? 0)) best = index;
  }
  const chain: Segment[] = [];
  for (let index = best; index >= 0; index = before[index] ?? -1) {
    const segment = chained[index];
    if (segment !== undefined) chain.unshift({ ...segment });
  }
  return withoutOverlaps(chain);
}

function heaviest(segments: readonly Segment[], weigh: (from: number, to: number) => number): readonly Segment[] {
  if (segments.length <= mostChained) return segments;
  const weights = Float64Array.from(segments, ({ at, length }) => weigh(at, at + length));
  const least = weights.slice().sort()[segments.length - mostChained - 1] ?? 0;
  return segments.filter((_, index) => (weights[index] ?? 0) > least);
}

function withoutOverlaps(chain: Segment[]): Segment[] {
  for (const [index, segment] of chain.entries()) {
    const other = chain[index - 1];
    if (other === undefined) continue;
    const cut = Math.max(0, other.at + other.length - segment.at, other.place + other.length - segment.place);
    segment.at += cut;
    segment.place += cut;
    segment.length -= cut;
  }
  return chain;
}
