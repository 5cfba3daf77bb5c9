// The quote as it was: word for word, told from its doubles by what stands around it.
import { isWordBorder } from './fold.ts';
import { likeliest } from './likeliest.ts';
import type { PageIndex } from './page-index.ts';
import type { Found, Pattern } from './pattern.ts';
import { commonSegments, type Segment } from './segments.ts';

/** So much context on each side, folded units, makes a single hit certain. */
const certainContext = 24;
const mostHits = 2000;
/** A shorter quote, folded units, needs its context where it stood: close by is another word. */
const speaksForItself = 40;
/** Hits whose shares of context differ by less stand on equal ground. */
const sameEvidence = 0.08;
/** How far from the quote its context may stand, folded units: an advertisement may have come between. */
const contextReach = 1500;

/** Undefined when the quote is not there, or not where its context could be: then it is another one. */
export function findExact(index: PageIndex, pattern: Pattern): Found | undefined {
  const certain = findCertain(index, pattern);
  if (certain !== undefined) return certain;
  const { hits, more } = allHits(index, pattern);
  if (hits.length === 0) return undefined;
  const length = pattern.quote.length;
  const context = pattern.text.length - length;
  // Where the words before and after now meet, a short quote was taken out: one like it elsewhere is another one.
  if (length < 60 && isTakenOut(index, pattern)) return undefined;
  const segments = context === 0 ? [] : commonSegments(index, pattern.text);
  const scored = hits
    .map((start) => ({ start, evidence: context === 0 ? 0 : evidenceAt(index, pattern, segments, start) / context }))
    .sort((one, other) => other.evidence - one.evidence || one.start - other.start);
  const best = scored[0];
  if (best === undefined || best.evidence < neededEvidence(length, context)) return undefined;
  const equal = scored.filter(({ evidence }) => best.evidence - evidence < sameEvidence);
  const chosen = equal.length === 1 && !more ? best : likeliest(index, pattern, equal);
  if (chosen === undefined) {
    const { start, evidence } = best;
    return { state: 'ambiguous', start, end: start + length, confidence: evidence / equal.length, evidence };
  }
  const { start, evidence } = chosen;
  const confidence = 0.9 * Math.max(evidence, Math.min(1, length / 60));
  return { state: evidence >= 0.5 ? 'exact' : 'moved', start, end: start + length, confidence, evidence };
}

/** The quote between its nearest neighbours, in one place only. */
function findCertain(index: PageIndex, pattern: Pattern): Found | undefined {
  const from = Math.max(0, pattern.start - certainContext);
  const to = Math.min(pattern.text.length, pattern.end + certainContext);
  if (to - from < 2 * certainContext) return undefined;
  const sought = pattern.text.slice(from, to);
  const place = index.text.indexOf(sought);
  if (place < 0 || index.text.indexOf(sought, place + 1) >= 0) return undefined;
  const start = place + pattern.start - from;
  return { state: 'exact', start, end: start + pattern.quote.length, confidence: 1, evidence: 1 };
}

function allHits(index: PageIndex, pattern: Pattern): { hits: number[]; more: boolean } {
  const hits: number[] = [];
  for (let at = index.text.indexOf(pattern.quote); at >= 0; at = index.text.indexOf(pattern.quote, at + 1)) {
    if (!hasBorders(index, pattern, at)) continue;
    if (hits.length === mostHits) return { hits, more: true };
    hits.push(at);
  }
  return { hits, more: false };
}

/** A quote of whole words is not found inside of other words. */
function hasBorders(index: PageIndex, pattern: Pattern, start: number): boolean {
  const text = index.page.text;
  return (
    (pattern.startsWord !== true || isWordBorder(text, index.startOf(start))) &&
    (pattern.endsWord !== true || isWordBorder(text, index.endOf(start + pattern.quote.length)))
  );
}

/** Do the words before and after the quote stand side by side in the page? */
export function isTakenOut(index: PageIndex, pattern: Pattern): boolean {
  const before = pattern.text.slice(Math.max(0, pattern.start - certainContext), pattern.start);
  const after = pattern.text.slice(pattern.end, pattern.end + certainContext);
  return before.length >= 12 && after.length >= 12 && index.text.includes(before + after);
}

/**
 * Share of the context that must stand nearby: long quotes speak for themselves, a word says nothing. Other programs
 * may keep no context at all: then half a sentence must do.
 */
export function neededEvidence(length: number, context: number): number {
  if (context === 0) return length >= 32 ? 0 : 1;
  return 0.45 * Math.min(1, Math.max(0, 60 - length) / 45);
}

/** How many units of the context stand on their side of the hit, in reach. */
function evidenceAt(index: PageIndex, pattern: Pattern, segments: readonly Segment[], start: number): number {
  const end = start + pattern.quote.length;
  const seen = new Uint8Array(pattern.text.length);
  for (let at = pattern.start - 1, place = start - 1; at >= 0 && place >= 0; at--, place--) {
    if (pattern.text.charCodeAt(at) !== index.text.charCodeAt(place)) break;
    seen[at] = 1;
  }
  for (let at = pattern.end, place = end; at < seen.length && place < index.text.length; at++, place++) {
    if (pattern.text.charCodeAt(at) !== index.text.charCodeAt(place)) break;
    seen[at] = 1;
  }
  for (let each = firstFrom(segments, start - contextReach - pattern.text.length); each < segments.length; each++) {
    const segment = segments[each];
    if (segment === undefined || segment.place > end + contextReach) break;
    for (let offset = 0; offset < segment.length; offset++) {
      const at = segment.at + offset;
      const place = segment.place + offset;
      if (at < pattern.start ? place < start && place >= start - contextReach : at >= pattern.end && place >= end) {
        const distance = at < pattern.start ? pattern.start - at : at - pattern.end;
        const shift = Math.abs(place - start - (at - pattern.start));
        if (shift <= 8 + 0.15 * distance || pattern.quote.length >= speaksForItself) seen[at] = 1;
      }
    }
  }
  let count = 0;
  for (const each of seen) count += each;
  return count;
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
