// How text is cut into words for the index, and how found words are shown again in a text.
import { fold } from '../fold.ts';

/** Scripts that write without spaces: each of their letters is a word, and a word of theirs is searched as a phrase. */
const single =
  '\\p{Script=Han}|\\p{Script=Hiragana}|\\p{Script=Katakana}|\\p{Script=Thai}|\\p{Script=Lao}|\\p{Script=Khmer}|\\p{Script=Myanmar}';
const anyWord = new RegExp(`${single}|(?:(?!${single})[\\p{L}\\p{N}\\p{M}])+`, 'gu');
const plainWord = /[a-z0-9]+/g;
/** ASCII alone. */
const plain = /^\p{ASCII}*$/u;

/** A longer word is cut: nobody types it, and base64 in a note shall not fill the index. UTF-16 units. */
const longestWord = 40;

/** A word, or its beginning, that was searched for. */
export interface Term {
  /** Folded, one or more words of the index that follow each other. */
  words: readonly string[];
  /** The last word may go on. */
  open: boolean;
}

/** The words of a text in their order, folded. */
export function wordsOf(text: string): string[] {
  // Most text is plain: folding each word by itself would take four times as long.
  if (plain.test(text)) return (text.toLowerCase().match(plainWord) ?? []).map(cut);
  return (text.match(anyWord) ?? []).flatMap((word) => wordOf(word) || []);
}

/** Where the terms stand in a text: UTF-16 offsets, end exclusive, in order and without overlaps. */
export function matchesIn(text: string, terms: readonly Term[]): { start: number; end: number }[] {
  const tokens = [...text.matchAll(anyWord)].map((match) => ({
    word: wordOf(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
  const found: { start: number; end: number }[] = [];
  for (let at = 0; at < tokens.length; ) {
    const lengths = terms.filter((term) => standsAt(term, tokens, at)).map((term) => term.words.length);
    const length = Math.max(0, ...lengths);
    const first = tokens[at];
    const last = tokens[at + length - 1];
    if (length > 0 && first !== undefined && last !== undefined) found.push({ start: first.start, end: last.end });
    at += Math.max(1, length);
  }
  return found;
}

/** Whether the words of a term follow each other from `at` on. */
export function standsAt(term: Term, tokens: readonly { word: string }[], at: number): boolean {
  const last = term.words.length - 1;
  return term.words.every((word, index) => {
    const token = tokens[at + index]?.word;
    return index === last && term.open ? token?.startsWith(word) === true : token === word;
  });
}

function wordOf(match: string): string {
  return cut(fold(match));
}

function cut(word: string): string {
  return word.length > longestWord ? word.slice(0, longestWord) : word;
}
