// Stretches of a pattern that stand word for word in the page: the seeds from which an edited passage is found again.
import { gramLength, type PageIndex } from './page-index.ts';

/** `length` folded units at `at` of the pattern stand at `place` of the page. */
export interface Segment {
  at: number;
  place: number;
  length: number;
}

const mostSegments = 1500;
const mostSeeds = 2000;

/** The maximal common stretches of seven units and more, by their place; long patterns are sampled. */
export function commonSegments(index: PageIndex, pattern: string): Segment[] {
  const segments: Segment[] = [];
  /** For each diagonal (place - at): where in the pattern its last segment ended. */
  const ends = new Map<number, number>();
  const step = Math.max(1, Math.ceil(pattern.length / mostSeeds));
  for (let seed = 0; seed + gramLength <= pattern.length && segments.length < mostSegments; seed += step) {
    for (const hit of index.placesOf(pattern, seed)) {
      if ((ends.get(hit - seed) ?? 0) > seed) continue;
      let at = seed;
      let place = hit;
      while (at > 0 && place > 0 && pattern.charCodeAt(at - 1) === index.text.charCodeAt(place - 1)) {
        at--;
        place--;
      }
      const length = commonStart(pattern, at, index.text, place);
      ends.set(hit - seed, at + length);
      segments.push({ at, place, length });
    }
  }
  return segments.sort((one, other) => one.place - other.place || one.at - other.at);
}

function commonStart(one: string, from: number, other: string, at: number): number {
  let length = 0;
  const most = Math.min(one.length - from, other.length - at);
  while (length < most && one.charCodeAt(from + length) === other.charCodeAt(at + length)) length++;
  return length;
}

/** So much may have been put in or taken out between two segments of a chain, folded units: an advertisement, say. */
const widestShift = 2500;

/** The heaviest run of segments that keeps the order in pattern and page, overlaps cut off; empty when none. */
export function bestChain(segments: readonly Segment[]): Segment[] {
  const weights: number[] = [];
  const before: number[] = [];
  let best = -1;
  for (const [index, segment] of segments.entries()) {
    weights[index] = segment.length;
    before[index] = -1;
    for (let earlier = index - 1; earlier >= 0; earlier--) {
      const other = segments[earlier];
      if (other === undefined) continue;
      const gap = segment.place - other.place - other.length;
      const cut = Math.max(0, other.at + other.length - segment.at, -gap);
      if (segment.length - cut < 4) continue;
      const shift = Math.abs(segment.place - segment.at - (other.place - other.at));
      if (shift > widestShift) continue;
      const weight = (weights[earlier] ?? 0) + segment.length - cut - (shift === 0 ? 0 : 2 + shift / 60);
      if (weight > (weights[index] ?? 0)) {
        weights[index] = weight;
        before[index] = earlier;
      }
    }
    if (best < 0 || (weights[index] ?? 0) > (weights[best] ?? 0)) best = index;
  }
  const chain: Segment[] = [];
  for (let index = best; index >= 0; index = before[index] ?? -1) {
    const segment = segments[index];
    if (segment !== undefined) chain.unshift({ ...segment });
  }
  return withoutOverlaps(chain);
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
