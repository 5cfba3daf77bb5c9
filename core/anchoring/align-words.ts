// Which word of the page has come in place of which word of the pattern, in a gap between two stretches that they share:
// the edge of a passage is found where its first or last word was exchanged. Needleman and Wunsch, on words.
import { sameAfter, sameBefore } from './common.ts';
import { isWordBorder } from './fold.ts';

/** A folded text with what it was folded from. */
export interface Source {
  text: string;
  raw: string;
  origins: ArrayLike<number>;
}

interface Word {
  from: number;
  to: number;
  text: string;
  /** Neither letter nor digit in it. */
  isSign: boolean;
}

/** More words than this are not laid beside each other. */
const mostWords = 50;
const letter = /[\p{L}\p{N}]/u;
/** What it costs to leave a word out or put one in; to exchange two costs 1 at most, when both are words. */
const alone = 0.75;

/**
 * The part of the page's gap that stands for the units `from` to `to` of the pattern's gap.
 * @returns undefined when nothing stands for them, or when the gaps are too long to compare
 */
export function standFor(
  pattern: Source,
  gap: readonly [number, number],
  [from, to]: readonly [number, number],
  page: Source,
  pageGap: readonly [number, number],
): { start: number; end: number; same: number } | undefined {
  if (gap[1] - gap[0] > mostWords * 8 || pageGap[1] - pageGap[0] > mostWords * 8) return undefined;
  const ours = wordsBetween(pattern, ...gap);
  const theirs = wordsBetween(page, ...pageGap);
  if (ours.length > mostWords || theirs.length > mostWords) return undefined;
  let start: number | undefined;
  let end = 0;
  let same = 0;
  for (const [one, other] of pairs(ours, theirs)) {
    if (one.from < from || one.to > to) continue;
    start ??= other.from;
    end = other.to;
    // A word with a letter put right is still that word.
    const likeness = 1 - exchange(one, other);
    if (likeness >= 0.5) same += Math.round(likeness * one.text.length);
  }
  return start === undefined ? undefined : { start, end, same };
}

function wordsBetween({ text, raw, origins }: Source, from: number, to: number): Word[] {
  const words: Word[] = [];
  let start = from;
  for (let at = from + 1; at <= to; at++) {
    const origin = at < to ? (origins[at] ?? raw.length) : raw.length;
    if (at < to && (origin === origins[at - 1] || !isWordBorder(raw, origin))) continue;
    const word = text.slice(start, at);
    words.push({ from: start, to: at, text: word, isSign: !letter.test(word) });
    start = at;
  }
  return words;
}

function pairs(ours: readonly Word[], theirs: readonly Word[]): [Word, Word][] {
  const width = theirs.length + 1;
  const costs = new Float64Array((ours.length + 1) * width);
  for (let row = 0; row <= ours.length; row++) {
    for (let column = 0; column < width; column++) {
      if (row === 0 || column === 0) {
        costs[row * width + column] = (row + column) * alone;
        continue;
      }
      costs[row * width + column] = Math.min(
        (costs[(row - 1) * width + column - 1] ?? 0) + exchange(ours[row - 1], theirs[column - 1]),
        (costs[(row - 1) * width + column] ?? 0) + alone,
        (costs[row * width + column - 1] ?? 0) + alone,
      );
    }
  }
  const found: [Word, Word][] = [];
  for (let row = ours.length, column = theirs.length; row > 0 && column > 0; ) {
    const cost = costs[row * width + column] ?? 0;
    const one = ours[row - 1];
    const other = theirs[column - 1];
    if (one === undefined || other === undefined) break;
    if (Math.abs(cost - (costs[(row - 1) * width + column - 1] ?? 0) - exchange(one, other)) < 1e-9) {
      found.push([one, other]);
      row--;
      column--;
    } else if (Math.abs(cost - (costs[(row - 1) * width + column] ?? 0) - alone) < 1e-9) row--;
    else column--;
  }
  return found.reverse();
}

/** 0 for the same word, 1 for quite another one; a word and a sign do not stand for each other. */
function exchange(one: Word | undefined, other: Word | undefined): number {
  if (one === undefined || other === undefined) return 2;
  if (one.text === other.text) return 0;
  if (one.isSign !== other.isSign) return 2 * alone;
  const longest = Math.max(one.text.length, other.text.length);
  const head = sameAfter(one.text, 0, other.text, 0);
  const tail = sameBefore(one.text, one.text.length, other.text, other.text.length);
  return 1 - 0.8 * Math.min(1, (head + tail) / longest);
}
