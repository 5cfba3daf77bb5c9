// What remains of a passage that was edited: the chain of stretches that pattern and page share shows where the context
// stands, and what lies between is the passage, whatever has become of it.
import { standFor } from './align-words.ts';
import { isWordBorder } from './fold.ts';
import type { PageIndex } from './page-index.ts';
import type { Pattern } from './pattern.ts';
import { bestChain, type Segment } from './segments.ts';
import type { Weights } from './weights.ts';

/** A place where the pattern's surroundings stand, with what is left of the quote between them. */
export interface Home {
  /** Where the rest of the quote begins and ends, folded units of the page; equal when nothing is left. */
  start: number;
  end: number;
  /** Units of the quote that are still there, in how many stretches. */
  kept: number;
  pieces: number;
  /** Units of the longest of them. */
  longest: number;
  /** The context that stands around it, weighted. */
  evidence: number;
  /** How far from the quote's edges, units of the pattern, context was found; infinite where there is none. */
  gapBefore: number;
  gapAfter: number;
  /** Units of the page between the context before and the context after. */
  room: number;
  /** Shares of the nearest context before and after the quote that stand there, 0 to 1. */
  before: number;
  after: number;
}

/** Five or six words, folded units. */
const near = 32;
/** So much may have come between the quote and its context, folded units: an advertisement. */
const widestInsert = 100;
const longestWord = 40;
/** Two words; folded units. */
const crumb = 14;

/** With so much of the pattern's weight in one place, there is no second one to look for. */
const decisive = 0.6;

/** The best places, at most `most`, each from stretches that the ones before did not use. */
export function findHomes(
  index: PageIndex,
  pattern: Pattern,
  weights: Weights,
  segments: readonly Segment[],
  most: number,
): Home[] {
  const homes: Home[] = [];
  const whole = weights.all(0, pattern.text.length);
  let rest = segments;
  while (homes.length < most && rest.length > 0) {
    const chain = bestChain(rest, weights.all);
    if (chain.length === 0) break;
    const home = withStrays(pattern, segments, chain, homeOf(index, pattern, weights, chain));
    homes.push(home);
    if (home.evidence + home.kept > decisive * whole) break;
    const used = new Set(chain.map(({ at, place }) => place - at));
    const first = chain[0]?.place ?? 0;
    const last = chain[chain.length - 1];
    const end = (last?.place ?? 0) + (last?.length ?? 0);
    rest = rest.filter(({ at, place, length }) => !used.has(place - at) || place >= end || place + length <= first);
  }
  return homes;
}

function homeOf(index: PageIndex, pattern: Pattern, weights: Weights, whole: readonly Segment[]): Home {
  const { start, end } = pattern;
  const inside = withoutCrumbs(whole.flatMap((segment) => wholeWords(pattern, within(segment, start, end))));
  const before = whole.flatMap((segment) => within(segment, 0, start));
  const after = whole.flatMap((segment) => within(segment, end, pattern.text.length));
  const left = before[before.length - 1];
  const right = after[0];
  const leftEnd = left === undefined ? undefined : { at: left.at + left.length, place: left.place + left.length };
  const rest = edgesOf(index, pattern, leftEnd, right, inside);
  // Context that stands far from what is left of the quote does not hold it.
  const holdsStart = leftEnd !== undefined && rest.start - leftEnd.place <= start - leftEnd.at + widestInsert;
  const holdsEnd = right !== undefined && right.place - rest.end <= right.at - end + widestInsert;
  return {
    ...rest,
    evidence: [...before, ...after].reduce((sum, { at, length }) => sum + weights.context(at, at + length), 0),
    gapBefore: leftEnd === undefined ? Number.POSITIVE_INFINITY : start - leftEnd.at,
    gapAfter: right === undefined ? Number.POSITIVE_INFINITY : right.at - end,
    room: leftEnd === undefined || right === undefined ? Number.POSITIVE_INFINITY : right.place - leftEnd.place,
    before: !holdsStart ? 0 : shareOf(before, Math.max(0, start - near), start),
    after: !holdsEnd ? 0 : shareOf(after, end, Math.min(pattern.text.length, end + near)),
  };
}

/** The share of a stretch of the pattern, 0 to 1, that segments hold; 0 of nothing. */
function shareOf(segments: readonly Segment[], from: number, to: number): number {
  return to <= from ? 0 : sum(segments.flatMap((segment) => within(segment, from, to))) / (to - from);
}

/** So long, folded units, is a stretch of the quote that was moved and still belongs to it: half a sentence. */
const stray = 40;

/** Of a passage whose paragraphs have changed places, all of them: a chain holds only those that kept their order. */
function withStrays(pattern: Pattern, segments: readonly Segment[], chain: readonly Segment[], home: Home): Home {
  if (home.kept < stray || home.kept > pattern.quote.length - stray) return home;
  const reach = pattern.quote.length + 300;
  const whole = { ...home };
  const held = [...chain];
  for (const segment of [...segments].sort((one, other) => other.length - one.length)) {
    const [part] = within(segment, pattern.start, pattern.end);
    if (segment.length < stray || part === undefined || part.length < stray) continue;
    if (part.place + part.length < home.start - reach || part.place > home.end + reach) continue;
    const isNew = held.every(
      ({ at, place, length }) =>
        (at >= part.at + part.length || at + length <= part.at) &&
        (place >= part.place + part.length || place + length <= part.place),
    );
    if (!isNew) continue;
    held.push(part);
    whole.kept += part.length;
    whole.pieces++;
    whole.start = Math.min(whole.start, part.place);
    whole.end = Math.max(whole.end, part.place + part.length);
  }
  return whole;
}

interface Point {
  at: number;
  place: number;
}

/** Where the rest of the quote begins and ends: exchanged words at its edges belong to it. */
function edgesOf(
  index: PageIndex,
  pattern: Pattern,
  left: Point | undefined,
  right: Point | undefined,
  inside: readonly Segment[],
): Pick<Home, 'start' | 'end' | 'kept' | 'pieces' | 'longest'> {
  const page = { text: index.text, raw: index.page.text, origins: index.folded.origins };
  const { start, end } = pattern;
  const first = inside[0];
  const last = inside[inside.length - 1];
  const kept = sum(inside);
  const pieces = inside.length;
  const longest = Math.max(0, ...inside.map(({ length }) => length));
  if (first === undefined || last === undefined) {
    const none = {
      start: left?.place ?? right?.place ?? 0,
      end: left?.place ?? right?.place ?? 0,
      kept,
      pieces,
      longest,
    };
    if (left === undefined || right === undefined) return none;
    const stand = standFor(pattern, [left.at, right.at], [start, end], page, [left.place, right.place]);
    return stand === undefined
      ? none
      : { start: stand.start, end: stand.end, kept: stand.same, pieces: 1, longest: stand.same };
  }
  const edges = { start: first.place, end: last.place + last.length, kept, pieces, longest };
  if (left !== undefined && first.at > start) {
    const head = standFor(pattern, [left.at, first.at], [start, first.at], page, [left.place, first.place]);
    if (head !== undefined) {
      edges.start = head.start;
      edges.kept += head.same;
    }
  }
  const lastAt = last.at + last.length;
  if (right !== undefined && lastAt < end) {
    const tail = standFor(pattern, [lastAt, right.at], [lastAt, end], page, [edges.end, right.place]);
    if (tail !== undefined) {
      edges.end = tail.end;
      edges.kept += tail.same;
    }
  }
  if (pattern.startsWord) edges.start = toBorder(index, edges.start, edges.end, true);
  if (pattern.endsWord) edges.end = toBorder(index, edges.end, edges.start, false);
  return edges;
}

/** An edge within a word goes to the end of the word that is nearer, so that words of which most is in are in. */
function toBorder(index: PageIndex, unit: number, other: number, isStart: boolean): number {
  for (let distance = 0; distance < longestWord; distance++) {
    for (const at of isStart ? [unit + distance, unit - distance] : [unit - distance, unit + distance]) {
      if (isStart ? at >= other : at <= other) continue;
      if (at <= 0 || at >= index.text.length) return at;
      if (isWordBorder(index.page.text, isStart ? index.startOf(at) : index.endOf(at))) return at;
    }
  }
  return unit;
}

function sum(segments: readonly Segment[]): number {
  return segments.reduce((total, { length }) => total + length, 0);
}

/** The part of a segment that lies between two units of the pattern. */
function within(segment: Segment, from: number, to: number): Segment[] {
  const at = Math.max(segment.at, from);
  const end = Math.min(segment.at + segment.length, to);
  return end <= at ? [] : [{ at, place: segment.place + at - segment.at, length: end - at }];
}

/** Letters of a word that was exchanged for another one may be the same by chance: only whole words are kept. */
function wholeWords({ raw, origins }: Pattern, [segment]: Segment[]): Segment[] {
  if (segment === undefined) return [];
  const isBorder = (at: number) => at >= origins.length || isWordBorder(raw, origins[at] ?? raw.length);
  let { at, place, length } = segment;
  while (length > 0 && !isBorder(at)) {
    at++;
    place++;
    length--;
  }
  while (length > 0 && !isBorder(at + length)) length--;
  return length > 0 ? [{ at, place, length }] : [];
}

/** Without crumbs at the ends that stand far from the rest: words that happen to stand there too. */
function withoutCrumbs(segments: readonly Segment[]): Segment[] {
  const kept = [...segments];
  for (let [one, two] = kept; one !== undefined && two !== undefined && isCrumb(one, one, two); [one, two] = kept) {
    kept.shift();
  }
  for (;;) {
    const [one, two] = kept.slice(-2);
    if (one === undefined || two === undefined || !isCrumb(two, one, two)) return kept;
    kept.pop();
  }
}

function isCrumb({ length }: Segment, one: Segment, two: Segment): boolean {
  const gap = two.place - one.place - one.length;
  const expected = two.at - one.at - one.length;
  return Math.abs(gap - expected) > 20 + 6 * length || (length < crumb && gap > 3 * crumb);
}
