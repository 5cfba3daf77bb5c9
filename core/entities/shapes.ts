// What a token looks like, whatever its letters are.
import { hashString } from './hash.ts';
import type { Token } from './tokens.ts';
import { capitalHabits, type WordFacts, type WordLexicon } from './word-classes.ts';

/** A token as the features see it; made once for each different token of a text. */
export interface TokenView extends WordFacts {
  text: string;
  lower: string;
  /** Hashes. */
  word: number;
  lowerWord: number;
  shape: number;
  longShape: number;
  prefixes: readonly number[];
  suffixes: readonly number[];
  /** Begins with a capital. */
  capital: boolean;
  /** Two or more letters, all of them capitals. */
  allCaps: boolean;
  letters: boolean;
  kind: Token['kind'];
}

const seenUnits = 40;

/** `caseless`: nothing is made of capitals; in their stead stands how the word is written elsewhere. */
export function viewToken(token: Token, lexicon: WordLexicon, caseless: boolean): TokenView {
  const folded = caseless ? token.text.toLowerCase() : token.text;
  const text = folded.slice(0, seenUnits).replaceAll('’', "'").replaceAll('\u00AD', '');
  const lower = text.toLowerCase();
  const lowerWord = hashString(classedForm(token));
  const letters = /\p{L}/u.test(text);
  const facts = lexicon.factsOf(lowerWord);
  const capital = caseless ? letters && mayBeCapital(facts, lower) : /^[\p{Lu}\p{Lt}]/u.test(text);
  const long = caseless ? `${shapeOf(text)}${capital ? 'N' : 'n'}${facts.habit}` : shapeOf(text);
  return {
    text,
    lower,
    word: hashString(caseless ? `~${text}` : text),
    lowerWord,
    shape: hashString(long.replace(/(.)\1+/gu, '$1')),
    longShape: hashString(caseless ? long.slice(-12) : long.slice(0, 12)),
    prefixes: letters ? [1, 2, 3, 4].map((size) => hashString(lower.slice(0, size))) : [],
    suffixes: letters ? [1, 2, 3, 4].map((size) => hashString(lower.slice(-size))) : [],
    capital,
    allCaps: !caseless && /\p{Lu}.*\p{Lu}/u.test(text) && text === text.toUpperCase(),
    letters,
    kind: token.kind,
    ...facts,
  };
}

const either = capitalHabits.indexOf('either');
const unknown = capitalHabits.indexOf('unknown');

/** Whether a word of a text without capitals would elsewhere have one: unknown words often are names. */
function mayBeCapital({ habit }: WordFacts, lower: string): boolean {
  return habit >= either || (habit === unknown && lower.length > 2);
}

/** A token as words are counted: in lower case, all numbers of a length alike. */
export function classedForm(token: Pick<Token, 'text' | 'kind'>): string {
  const text = token.text.slice(0, seenUnits).replaceAll('’', "'").replaceAll('\u00AD', '');
  return token.kind === 'number' || /^\p{N}+$/u.test(text) ? text.replace(/\p{N}/gu, '0') : text.toLowerCase();
}

function shapeOf(text: string): string {
  return text
    .replace(/[\p{Lu}\p{Lt}]/gu, 'X')
    .replace(/[\p{Ll}\p{Lo}\p{Lm}]/gu, 'x')
    .replace(/\p{N}/gu, 'd');
}
