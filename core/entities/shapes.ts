// What a token looks like, whatever its letters are.
import { hashString } from './hash.ts';
import type { Token } from './tokens.ts';

/** A token as the features see it; made once for each different token of a text. */
export interface TokenView {
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

export function viewToken(token: Token): TokenView {
  const text = token.text.slice(0, seenUnits).replaceAll('’', "'").replaceAll('\u00AD', '');
  const lower = text.toLowerCase();
  const long = shapeOf(text);
  const letters = /\p{L}/u.test(text);
  return {
    text,
    lower,
    word: hashString(text),
    lowerWord: hashString(token.kind === 'number' || /^\p{N}+$/u.test(text) ? text.replace(/\p{N}/gu, '0') : lower),
    shape: hashString(long.replace(/(.)\1+/gu, '$1')),
    longShape: hashString(long.slice(0, 12)),
    prefixes: letters ? [1, 2, 3, 4].map((size) => hashString(lower.slice(0, size))) : [],
    suffixes: letters ? [1, 2, 3, 4].map((size) => hashString(lower.slice(-size))) : [],
    capital: /^[\p{Lu}\p{Lt}]/u.test(text),
    allCaps: /\p{Lu}.*\p{Lu}/u.test(text) && text === text.toUpperCase(),
    letters,
    kind: token.kind,
  };
}

function shapeOf(text: string): string {
  return text
    .replace(/[\p{Lu}\p{Lt}]/gu, 'X')
    .replace(/[\p{Ll}\p{Lo}\p{Lm}]/gu, 'x')
    .replace(/\p{N}/gu, 'd');
}
