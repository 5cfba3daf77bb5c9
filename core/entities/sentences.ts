// Tokens -> sentences. A line break always ends one: headlines and captions carry no full stop.
import { abbreviations, type Token } from './tokens.ts';

/** Indexes of tokens, end exclusive. */
export interface Sentence {
  first: number;
  end: number;
}

/** Longer stretches without an end are cut, so that work on one sentence stays bounded. */
const longest = 250;

const stop = /^(?:[!?。！？…]|\.{1,})$/u;
const closer = /^["'”’»)\]]$/u;
const opener = /^["'“‘«([\p{Lu}\p{Lt}\p{N}@#]/u;
const starters = new Set(
  'The He She It They We I You In On At But And A An This That These Those His Her Its Their There However'.split(' '),
);

export function splitSentences(text: string, tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  let first = 0;
  for (let index = 1; index <= tokens.length; index++) {
    if (index === tokens.length || index - first >= longest || endsBefore(text, tokens, first, index)) {
      if (index > first) sentences.push({ first, end: index });
      first = index;
    }
  }
  return sentences;
}

function endsBefore(text: string, tokens: readonly Token[], first: number, index: number): boolean {
  const next = tokens[index];
  const last = tokens[index - 1];
  if (next === undefined || last === undefined) return false;
  if (next.start === last.end) return false;
  if (hasBreak(text, last.end, next.start)) return true;
  if (!opener.test(next.text)) return false;
  let at = index - 1;
  while (at > first && closer.test(tokens[at]?.text ?? '')) at--;
  const mark = tokens[at]?.text ?? '';
  if (stop.test(mark)) return true;
  // "in the U.S. The": the stop of a shortened word ends the sentence only before a word that begins sentences.
  const shortened = mark.endsWith('.') && (mark.length > 2 || abbreviations.has(mark.slice(0, -1)));
  return shortened && !/^(?:Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen)\.$/u.test(mark) && starters.has(next.text);
}

function hasBreak(text: string, start: number, end: number): boolean {
  for (let index = start; index < end; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029) return true;
  }
  return false;
}
