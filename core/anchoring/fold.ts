// Text as anchoring compares it: what a new template or a careful sub-editor changes without changing the words is
// folded away. White space and invisible characters are dropped; case, quotes and dashes are made one; compatibility
// forms are decomposed (NFKD, one code point at a time, so that each folded unit knows where it came from).

import { atOnce, type Steps } from '../slices.ts';

export interface Folded {
  text: string;
  /** For each unit of `text`: the UTF-16 offset in the source of the code point that it came from. */
  origins: Uint32Array;
}

const dropped = /[\s\p{Default_Ignorable_Code_Point}\p{Cc}]/u;
const alike: readonly (readonly [RegExp, string])[] = [
  [/[‘’‚‛‹›′`´]/gu, "'"],
  [/[“”„‟«»″]/gu, '"'],
  [/[\p{Pd}−]/gu, '-'],
  [/ς/gu, 'σ'],
];

const decoder = new TextDecoder('utf-16le');

/** Folded forms of the code points met so far; a page uses some hundreds. */
const known = new Map<number, string>();

/** Most of most pages, ready folded; 0: dropped. */
const ascii = Uint16Array.from({ length: 128 }, (_, code) => {
  if (code <= 32 || code === 127) return 0;
  return code === 96 ? 39 : String.fromCharCode(code).toLowerCase().charCodeAt(0);
});

export function fold(source: string): Folded {
  return atOnce(foldSteps(source));
}

/** Are two texts the same but for what is folded away? */
export function sameWords(one: string, other: string): boolean {
  return fold(one).text === fold(other).text;
}

/** So many units of the source are folded in one piece. */
const piece = 32_768;

export function* foldSteps(source: string): Steps<Folded> {
  const folder = new Folder(source);
  while (!folder.advance(piece)) yield;
  return folder.folded();
}

class Folder {
  readonly #source: string;
  #units: Uint16Array<ArrayBuffer>;
  #origins: Uint32Array<ArrayBuffer>;
  #length = 0;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
    this.#units = new Uint16Array(source.length + 32);
    this.#origins = new Uint32Array(source.length + 32);
  }

  /** Folds so many units more; true when all is folded. */
  advance(count: number): boolean {
    const source = this.#source;
    const end = Math.min(source.length, this.#at + count);
    let length = this.#length;
    let at = this.#at;
    for (; at < end; at++) {
      const code = source.codePointAt(at) ?? 0;
      if (code < 128 && length < this.#units.length) {
        const unit = ascii[code] ?? 0;
        if (unit === 0) continue;
        this.#units[length] = unit;
        this.#origins[length++] = at;
        continue;
      }
      const form = known.get(code) ?? foldCodePoint(code);
      if (length + form.length > this.#units.length) {
        this.#units = grown(this.#units, new Uint16Array(this.#units.length * 2));
        this.#origins = grown(this.#origins, new Uint32Array(this.#units.length));
      }
      for (let index = 0; index < form.length; index++) {
        this.#units[length] = form.charCodeAt(index);
        this.#origins[length++] = at;
      }
      if (code > 0xffff) at++;
    }
    this.#length = length;
    this.#at = at;
    return at >= source.length;
  }

  folded(): Folded {
    const length = this.#length;
    // Half of a surrogate pair, alone, becomes U+FFFD: one unit for one.
    return { text: decoder.decode(this.#units.subarray(0, length)), origins: this.#origins.slice(0, length) };
  }
}

function foldCodePoint(code: number): string {
  const character = String.fromCodePoint(code);
  // Before decomposition too: it takes an acute accent that serves as an apostrophe, or double primes, apart.
  let form = dropped.test(character) ? '' : madeAlike(madeAlike(character).normalize('NFKD').toLowerCase());
  // Some compatibility forms bring spaces with them.
  form = form.replace(/\s/gu, '');
  known.set(code, form);
  return form;
}

function madeAlike(text: string): string {
  return alike.reduce((folded, [pattern, plain]) => folded.replace(pattern, plain), text);
}

function grown<Numbers extends Uint16Array | Uint32Array>(from: Numbers, into: Numbers): Numbers {
  into.set(from);
  return into;
}

const wordCharacter = /[\p{L}\p{N}\p{M}]/u;
/** Scripts that set no space between words: there a word may begin at every character. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const invisible = /\p{Default_Ignorable_Code_Point}/u;

/** May a word begin or end at this offset? Not where letters or digits of one word stand on both sides. */
export function isWordBorder(text: string, offset: number): boolean {
  let before = offset;
  let after = offset;
  while (before > 0 && isInvisible(text.charCodeAt(before - 1))) before--;
  while (after < text.length && isInvisible(text.charCodeAt(after))) after++;
  return !joins(codeBefore(text, before)) || !joins(text.codePointAt(after));
}

/** Is the character a letter or digit that stands in a word with its neighbours? */
function joins(code: number | undefined): boolean {
  if (code === undefined) return false;
  // "a" to "z", "A" to "Z", "0" to "9".
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  const character = String.fromCodePoint(code);
  return wordCharacter.test(character) && !unspaced.test(character);
}

function isInvisible(unit: number): boolean {
  return unit >= 128 && invisible.test(String.fromCharCode(unit));
}

function codeBefore(text: string, offset: number): number | undefined {
  if (offset === 0) return undefined;
  const low = text.charCodeAt(offset - 1);
  return text.codePointAt(low >= 0xdc00 && low <= 0xdfff && offset >= 2 ? offset - 2 : offset - 1);
}
