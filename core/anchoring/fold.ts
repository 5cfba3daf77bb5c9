// Text as anchoring compares it: what a new template or a careful sub-editor changes without changing the words is
// folded away. White space and invisible characters are dropped; case, quotes and dashes are made one; compatibility
// forms are decomposed (NFKD, one code point at a time, so that each folded unit knows where it came from).

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

/** Folded forms of the code points met so far; a page uses some hundreds. */
const known = new Map<number, string>();

/** Most of most pages, ready folded; 0: dropped. */
const ascii = Uint16Array.from({ length: 128 }, (_, code) => {
  if (code <= 32 || code === 127) return 0;
  return code === 96 ? 39 : String.fromCharCode(code).toLowerCase().charCodeAt(0);
});

export function fold(source: string): Folded {
  let units = new Uint16Array(source.length + 32);
  let origins = new Uint32Array(units.length);
  let length = 0;
  for (let at = 0; at < source.length; at++) {
    const code = source.codePointAt(at) ?? 0;
    if (code < 128 && length < units.length) {
      const unit = ascii[code] ?? 0;
      if (unit === 0) continue;
      units[length] = unit;
      origins[length++] = at;
      continue;
    }
    const form = known.get(code) ?? foldCodePoint(code);
    if (length + form.length > units.length) {
      units = grown(units, new Uint16Array(units.length * 2));
      origins = grown(origins, new Uint32Array(units.length));
    }
    for (let index = 0; index < form.length; index++) {
      units[length] = form.charCodeAt(index);
      origins[length++] = at;
    }
    if (code > 0xffff) at++;
  }
  return { text: textOf(units.subarray(0, length)), origins: origins.slice(0, length) };
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

/** In slices: a call takes only so many arguments. */
function textOf(units: Uint16Array): string {
  const slices: string[] = [];
  for (let at = 0; at < units.length; at += 8192) slices.push(String.fromCharCode(...units.subarray(at, at + 8192)));
  return slices.join('');
}

const wordCharacter = /[\p{L}\p{N}\p{M}]/u;
const invisible = /\p{Default_Ignorable_Code_Point}/u;

/** May a word begin or end at this offset? Not where letters or digits stand on both sides. */
export function isWordBorder(text: string, offset: number): boolean {
  let before = offset;
  let after = offset;
  while (before > 0 && invisible.test(text.charAt(before - 1))) before--;
  while (after < text.length && invisible.test(text.charAt(after))) after++;
  return !wordCharacter.test(characterBefore(text, before)) || !wordCharacter.test(characterAt(text, after));
}

function characterAt(text: string, offset: number): string {
  const code = text.codePointAt(offset);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function characterBefore(text: string, offset: number): string {
  const low = text.charCodeAt(offset - 1);
  const isPair = low >= 0xdc00 && low <= 0xdfff && offset >= 2;
  return offset === 0 ? '' : characterAt(text, isPair ? offset - 2 : offset - 1);
}
