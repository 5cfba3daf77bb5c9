// Which place of the page, if any, is the passage: the evidence of all places is weighed against what a quote of its
// length needs. The shorter the quote, the more of its context must stand around it.

import { findHomes, type Home } from './find-edited.ts';
import {
  allHits,
  byEvidence,
  certainContext,
  findCertain,
  type Hit,
  ownerOf,
  weighHit,
  weighHits,
} from './find-exact.ts';
import type { PageIndex } from './page-index.ts';
import type { Found, Pattern } from './pattern.ts';
import { commonSegments, type Segment } from './segments.ts';
import { standingAt } from './standing.ts';
import { type Weights, weighPattern } from './weights.ts';

export function findPassage(index: PageIndex, pattern: Pattern): Found | undefined {
  const certain = findCertain(index, pattern);
  if (certain !== undefined) return told(pattern, certain, 'exact', 1);
  const { hits, more } = allHits(index, pattern);
  const [near, ...others] = more ? [] : hits.filter((hit) => hit.left + hit.right >= certainContext);
  if (near?.isOwn && others.length === 0) return told(pattern, near, 'moved', nearConfidence);
  const weights = weighPattern(pattern);
  const available = weights.context(0, pattern.text.length);
  let common: Segment[] | undefined;
  const segments = () =>
    (common ??= pattern.text.length === pattern.quote.length ? [] : commonSegments(index, pattern.text));
  const weighed = weighHits(pattern, weights, candidates(pattern, hits), segments);
  const homes = findHomes(index, pattern, weights, segments(), 3);
  const home = bestHome(index, pattern, homes);
  const isTakenOut = isJoined(index, pattern) || homes.some((each) => isEmpty(pattern, each));
  const isOnly = hits.length === 1 && pattern.doubles?.count === 0 && pattern.quote.length >= speaksAlone;
  const need = isOnly ? 0 : neededEvidence(pattern, available, hits.length) * (isTakenOut ? 1.6 : 1);
  const best = weighed[0];
  const exact = best !== undefined && !more && isEnough(pattern, best, need, isTakenOut) ? best : undefined;
  const edited =
    home !== undefined && !isTakenOut && isEdit(pattern, home) && !overlaps(home, exact) ? home : undefined;
  if (edited !== undefined && (exact === undefined || isBetter(pattern, edited, exact))) {
    const confidence = (0.9 * edited.kept) / pattern.quote.length;
    return { state: 'edited', start: edited.start, end: edited.end, confidence };
  }
  if (exact === undefined) {
    return more && best !== undefined ? unclear(pattern, [best, ...hits]) : undefined;
  }
  const rivals = weighed.filter((each) => exact.evidence - each.evidence < 4 + 0.06 * exact.evidence);
  const chosen =
    rivals.length === 1 && exact.isOwn ? exact : likeliest({ index, pattern, weights, segments }, rivals, hits);
  if (chosen === undefined) return unclear(pattern, rivals);
  const isSame = chosen.left >= certainContext && chosen.right >= certainContext && chosen.isOwn && rivals.length === 1;
  return told(pattern, chosen, isSame ? 'exact' : 'moved', Math.min(0.95, 0.5 + chosen.evidence / 200));
}

/** Of a quote with half of its nearest context beside it, and no other place with as much. */
const nearConfidence = 0.9;

/** What is searched, with what is known of it so far. */
interface Search {
  index: PageIndex;
  pattern: Pattern;
  weights: Weights;
  segments: () => readonly Segment[];
}

/** The quote's own surroundings are elsewhere, with the quote edited between them: then the hit is a double. */
function isBetter({ quote }: Pattern, edited: Home, exact: Hit): boolean {
  if (!exact.isOwn) return edited.evidence > exact.evidence + 6;
  // With its own words beside it, or with too little of it left here, the quote was moved and not edited.
  if (exact.left + exact.right >= certainContext || edited.kept < 0.7 * quote.length) return false;
  return edited.evidence > exact.evidence * 1.25 + 12;
}

/** A quote of so many folded units, four words or five, that had no double and has none now, is found without context. */
const speaksAlone = 22;

/** So many folded units before and after, two or three words each, are no chance when they meet. */
const joint = 12;

/** Do the words right before and right after the quote now stand side by side in the page? */
function isJoined(index: PageIndex, { text, start, end }: Pattern): boolean {
  const before = text.slice(Math.max(0, start - joint), start);
  const after = text.slice(end, end + joint);
  return before.length === joint && after.length === joint && index.occurrences(before + after, 1).length > 0;
}

/** Places that are no doubles of old; where none is known for the quote's own, the one that stands where it stood. */
function candidates({ doubles }: Pattern, hits: readonly Hit[]): readonly Hit[] {
  const others = hits.filter(({ isDouble }) => !isDouble);
  if (others.some(({ isOwn }) => isOwn)) return others;
  const same = sameInOrder(doubles, hits);
  return same !== undefined && (others.length === 0 || !same.isDouble)
    ? [{ ...same, isOwn: true, isDouble: false }]
    : others;
}

/** With as many doubles as there were, the one that comes after as many of them as the quote did. */
function sameInOrder(doubles: Pattern['doubles'], hits: readonly Hit[]): Hit | undefined {
  if (doubles === undefined || doubles.count === 0 || doubles.count >= mostRivals) return undefined;
  return hits.length === doubles.count + 1 ? hits[doubles.earlier] : undefined;
}

/** So many places are offered to the reader to choose from. */
const mostOffered = 20;

function unclear(pattern: Pattern, hits: readonly Hit[]): Found {
  const starts = [...new Set(hits.slice(0, mostOffered).map(({ start }) => start))].sort((one, other) => one - other);
  const { length } = pattern.quote;
  const places = starts.map((start) => [start, start + length] as const);
  const [start = 0, end = 0] = places[0] ?? [];
  return { state: 'ambiguous', start, end, confidence: 1 / (hits.length + 1), places };
}

function told(pattern: Pattern, { start }: Hit, state: Found['state'], confidence: number): Found {
  return { state, start, end: start + pattern.quote.length, confidence };
}

/** Does the context stand there, with next to nothing of the quote between its halves? */
function isEmpty({ quote }: Pattern, { gapBefore, gapAfter, room, before, after, kept }: Home): boolean {
  return (
    kept * 4 < quote.length &&
    gapBefore <= 4 &&
    gapAfter <= 4 &&
    before >= 0.4 &&
    after >= 0.4 &&
    room <= quote.length / 2 + 20
  );
}

/** The best of the places where a part of the quote stands; all of it in one piece is for the exact search to judge. */
function bestHome(index: PageIndex, pattern: Pattern, homes: readonly Home[]): Home | undefined {
  const { quote } = pattern;
  const [best] = homes
    .filter(({ kept, pieces }) => kept > 0 && !(kept === quote.length && pieces === 1))
    .filter(({ start, end }) => !ownerOf(index, pattern, start, end).isDouble)
    .sort((one, other) => other.evidence + other.kept - one.evidence - one.kept);
  return best === undefined || best.end - best.start > quote.length * 2 + 1500 ? undefined : best;
}

/** Weighted units of context that must stand around a quote found word for word. */
function neededEvidence({ quote, doubles }: Pattern, available: number, hits: number): number {
  const isOnly = hits === 1 && doubles?.count === 0;
  // Other programs may keep no context at all: then half a sentence must do.
  if (available < 8) return quote.length >= 32 ? 0 : Number.POSITIVE_INFINITY;
  const need = 50 * Math.max(0, 1 - quote.length / 64) * (isOnly ? 0.6 : 1);
  return Math.min(need, 0.8 * available);
}

/** Where the words around a short quote have closed over it, another one counts only with its own words beside it. */
function isEnough(
  { quote }: Pattern,
  { evidence, edges, left, right }: Hit,
  need: number,
  isTakenOut: boolean,
): boolean {
  if (isTakenOut && need > 0 && quote.length < 40 && left + right < certainContext) return false;
  // A short word stands everywhere: with none of its neighbours beside it, more of the rest must be right.
  const isAlone = quote.length < 15 && left + right < 4;
  return evidence + 8 * edges >= need * (isAlone ? 2 : 1);
}

function overlaps({ start, end }: Home, hit: Hit | undefined): boolean {
  return hit !== undefined && hit.start < end && hit.start >= start - 40;
}

/** Whether what was left between its surroundings is the quote, edited. */
function isEdit({ quote }: Pattern, home: Home): boolean {
  const { kept, longest, start, end, before, after, gapBefore, gapAfter, evidence } = home;
  const share = kept / quote.length;
  const isDense = end - start <= 1.6 * quote.length + 12 || kept >= 0.5 * (end - start) || share >= 0.9;
  if (!isDense || share < 0.3) return false;
  if (before >= 0.3 && after >= 0.3) return (share >= 0.35 || longest >= 40) && evidence >= 20;
  const isHalfHeld = (before >= 0.5 && gapBefore <= 12) || (after >= 0.5 && gapAfter <= 12);
  if (isHalfHeld) return kept >= 16 && evidence >= 16 && (share >= 0.45 || longest >= 48);
  return (share >= 0.75 && kept >= 48) || longest >= 80;
}

/** With more doubles than this nothing is told. */
const mostRivals = 20;

/**
 * Of places that look the same: the one in the page's main text; the one whose context goes on where that of the others
 * ends; the one that stands where the passage stood among its doubles. Undefined when nothing tells.
 */
function likeliest(
  { index, pattern, weights, segments }: Search,
  rivals: readonly Hit[],
  hits: readonly Hit[],
): Hit | undefined {
  if (rivals.length > mostRivals) return undefined;
  const standings = rivals.map(({ start }) => standingAt(index, start));
  const highest = Math.max(...standings);
  const shown = rivals.filter((each, at) => standings[at] === highest && each.isOwn);
  const [only] = shown;
  if (only === undefined || shown.length === 1) return only;
  const same = sameInOrder(pattern.doubles, hits);
  if (same !== undefined) return shown.find(({ start }) => start === same.start);
  const [first, second] = shown.map((hit) => weighHit(pattern, weights, segments(), hit, true)).sort(byEvidence);
  if (first !== undefined && first.evidence > 1.2 * (second?.evidence ?? 0) + 6) return first;
  return shown.find((one) => shown.every((other) => other === one || reachesFurther(one, other)));
}

function reachesFurther(one: Hit, other: Hit): boolean {
  return one.left >= other.left && one.right >= other.right && one.left + one.right >= other.left + other.right + 5;
}
