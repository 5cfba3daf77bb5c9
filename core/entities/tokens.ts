// Text -> tokens with their places. Made for news: abbreviations, initials, possessives, quotes of all kinds,
// addresses, handles and hashtags. Hyphens part tokens ("U.S." in "U.S.-led" is a name), `glued` remembers them.

/** A token; UTF-16 offsets, end exclusive. */
export interface Token {
  start: number;
  end: number;
  text: string;
  kind: 'word' | 'number' | 'address' | 'handle' | 'hashtag' | 'mark';
  /** No space stands before it. */
  glued: boolean;
}

// Every quantifier of a pattern that may fail after a long run is bounded: time stays linear in the text.
const unspacedScripts = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar'];
const unspacedLetter = `[${unspacedScripts.map((script) => String.raw`\p{sc=${script}}`).join('')}]`;
const letter = String.raw`[\p{L}\p{M}\p{N}\u00AD\u200D]--${unspacedLetter}`;
const topLevel = 'com|org|net|gov|edu|co|uk|io|tv|info|eu|de|fr|au|ca|us|in|app|social|news|example|ai|me';
const patterns = {
  url: String.raw`(?:[a-zA-Z]{2,10}:\/\/|www\.)[^\s<>"“”«»]{1,2000}`,
  email: String.raw`[\p{sc=Latin}\p{N}._%+\-]{1,64}@[\p{sc=Latin}\p{N}\-]{1,63}(?:\.[\p{sc=Latin}\p{N}\-]{1,63}){1,8}`,
  domain: String.raw`[\p{L}\p{N}][\p{L}\p{N}\-]{0,62}(?:\.[\p{L}\p{N}\-]{1,63}){0,4}\.(?:${topLevel})(?![\p{L}\p{N}_])(?:\/[^\s<>"“”«»]{0,2000})?`,
  handle: String.raw`[@\uFF20][A-Za-z0-9_](?:[A-Za-z0-9_.\-]{0,98}[A-Za-z0-9_])?(?:@[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63}){1,8})?`,
  hashtag: String.raw`[#\uFF03][\p{L}\p{M}\p{N}_]{1,139}`,
  acronym: String.raw`(?:\p{Lu}\.){2,12}|\p{Lu}(?:\.\p{Lu}){1,12}(?![${letter}])`,
  shortened: String.raw`[ap]\.m\.|e\.g\.|i\.e\.`,
  initial: String.raw`\p{Lu}\.(?=\s?\p{Lu})`,
  number: String.raw`\p{N}+(?:[.,:]\p{N}+)+`,
  word: String.raw`[${letter}]+(?:['’ʼ&][${letter}]+)*`,
  dots: String.raw`\.{2,}|[\-‐‑‒–—―]{2,}`,
  any: String.raw`[^]`,
};
type Pattern = keyof typeof patterns;
const kinds: Record<Pattern, Token['kind']> = {
  url: 'address',
  email: 'address',
  domain: 'address',
  handle: 'handle',
  hashtag: 'hashtag',
  acronym: 'word',
  shortened: 'word',
  initial: 'word',
  number: 'number',
  word: 'word',
  dots: 'mark',
  any: 'mark',
};
const names = Object.keys(patterns).filter((name): name is Pattern => name in kinds);
const tokenPattern = new RegExp(names.map((name) => `(${patterns[name]})`).join('|'), 'vy');
/** Most words, known at once by what stands after them. */
const plainWord = /[A-Za-z]{1,60}(?=[ ,;)\n”])/y;
const spacePattern = /[\s\u200B\uFEFF\u2060]+/uy;
const unspacedRun = new RegExp(String.raw`(?:${unspacedLetter}|\u30FC){1,400}`, 'vy');
const clitic = /['’ʼ](?:s|S|re|ve|ll|d|m)$/u;
const closing = /[.,;:!?)\]}'’”»…]+$/u;

/** Words that keep the full stop after them. */
export const abbreviations: ReadonlySet<string> = new Set(
  (
    'Mr Mrs Ms Mx Dr Prof Sen Sens Rep Reps Gov Govs Gen Lt Col Sgt Capt Cpl Cmdr Adm Maj Pvt Rev Hon Fr Sr Jr St Ste ' +
    'Pres Supt Det Insp Atty Msgr Messrs Inc Corp Ltd Co Cos Bros LLC Mt Ft Ave Blvd Rd No Nos vs Jan Feb Mar Apr Jun Jul ' +
    'Aug Sep Sept Oct Nov Dec Calif Conn Fla Ga Ill Ind Mass Mich Minn Okla Ore Pa Tenn Tex Va Wash Wis Ariz Ark Colo Del ' +
    'Kan Ky La Md Miss Mo Mont Neb Nev Dept Univ Assn Intl Ph'
  ).split(' '),
);

/** All tokens of a text in their order; never throws, lone surrogates are tokens of their own. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let place = 0;
  while (place < text.length) {
    spacePattern.lastIndex = place;
    const start = spacePattern.test(text) ? spacePattern.lastIndex : place;
    if (start >= text.length) break;
    const glued = start === place && start > 0;
    place = readToken(text, start, glued, tokens);
  }
  return tokens;
}

/** Appends the token that starts at `start` (or several, for a run of script without spaces); answers with its end. */
function readToken(text: string, start: number, glued: boolean, tokens: Token[]): number {
  plainWord.lastIndex = start;
  if (plainWord.test(text)) {
    tokens.push({ start, end: plainWord.lastIndex, text: text.slice(start, plainWord.lastIndex), kind: 'word', glued });
    return plainWord.lastIndex;
  }
  unspacedRun.lastIndex = start;
  if (unspacedRun.test(text)) return segment(text, start, unspacedRun.lastIndex, glued, tokens);
  tokenPattern.lastIndex = start;
  const match = tokenPattern.exec(text);
  const found = match?.[0] ?? text.charAt(start);
  const pattern = names[match?.slice(1).findIndex((group) => group !== undefined) ?? -1] ?? 'any';
  const kind = kinds[pattern];
  const end = start + lengthOf(text, start, found, pattern);
  const word = text.slice(start, end);
  const tail = kind === 'word' && pattern === 'word' ? clitic.exec(word.slice(-4)) : null;
  const cut = tail !== null && tail[0].length < word.length ? end - tail[0].length : end;
  tokens.push({ start, end: cut, text: text.slice(start, cut), kind, glued });
  if (cut < end) tokens.push({ start: cut, end, text: text.slice(cut, end), kind: 'word', glued: true });
  return end;
}

function lengthOf(text: string, start: number, found: string, pattern: Pattern): number {
  if (pattern === 'url' || pattern === 'domain')
    return Math.max(1, found.length - (closing.exec(found)?.[0].length ?? 0));
  if (pattern === 'word') {
    if (found.length < 8 && text.charAt(start + found.length) === '.' && abbreviations.has(found))
      return found.length + 1;
  }
  return found.length;
}

let segmenter: Intl.Segmenter | undefined;

function segment(text: string, start: number, end: number, glued: boolean, tokens: Token[]): number {
  if (end === start + 1) {
    tokens.push({ start, end, text: text.slice(start, end), kind: 'word', glued });
    return end;
  }
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  for (const part of segmenter.segment(text.slice(start, end))) {
    const from = start + part.index;
    tokens.push({
      start: from,
      end: from + part.segment.length,
      text: part.segment,
      kind: 'word',
      glued: from > start || glued,
    });
  }
  return end;
}
