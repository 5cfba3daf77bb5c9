// A short trace of an article's words, from which it is told how much two articles have in common: the smallest hashes
// of all runs of three words (Beyer et al., On synopses for distinct-value estimation, 2007). Of short texts the trace
// holds every run, so that nothing is guessed.
import { wordsOf } from './search/words.ts';

/** So many hashes are kept. */
const size = 64;
/** So many of them are looked up: of two texts that have most of their words in common one is surely the same. */
const keys = 6;
const runLength = 3;
/** Only so much of a text is read, in UTF-16 units: a long article may be read in parts. */
const longest = 30_000;

/** Of a text of fewer than ten words nothing is known: undefined. */
export function textHashOf(text: string): string | undefined {
  const words = wordsOf(text.slice(0, longest));
  if (words.length < 10) return undefined;
  const hashes = new Set<number>();
  for (let at = 0; at + runLength <= words.length; at++) hashes.add(hashOf(words.slice(at, at + runLength).join(' ')));
  const smallest = [...hashes].sort((a, b) => a - b).slice(0, size);
  return `${hashes.size} ${smallest.map((hash) => hash.toString(36)).join(' ')}`;
}

/** What to look an article up by. */
export function textKeysOf(textHash: string | undefined): string[] {
  return textHash === undefined ? [] : textHash.split(' ').slice(1, 1 + keys);
}

/** How many of the runs of words of the shorter text stand in the longer, and of both in both: 0 to 1, estimated. */
export function likeness(one: string, other: string): { shorter: number; both: number; runs: number } {
  const a = read(one);
  const b = read(other);
  const union = [...new Set([...a.hashes, ...b.hashes])].sort((x, y) => x - y);
  // All that is below the end of both traces is known of both texts.
  const sure = a.whole && b.whole ? union : union.slice(0, Math.min(size, union.length));
  const inBoth = sure.filter((hash) => a.hashes.has(hash) && b.hashes.has(hash)).length;
  const both = sure.length === 0 ? 0 : inBoth / sure.length;
  const shared = (both * (a.count + b.count)) / (1 + both);
  const runs = Math.min(a.count, b.count);
  return { shorter: Math.min(1, shared / Math.max(1, runs)), both, runs };
}

function read(textHash: string): { count: number; hashes: ReadonlySet<number>; whole: boolean } {
  const [count = '0', ...hashes] = textHash.split(' ');
  return {
    count: Number(count),
    hashes: new Set(hashes.map((hash) => Number.parseInt(hash, 36))),
    whole: Number(count) <= size,
  };
}

/** FNV-1a (Fowler, Noll, Vo), 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
