// A text made ready for the tagger: tokens, sentences, and what one look at the whole text tells of each token.
import { findKnownNames, type Gazetteer, type KnownName } from './gazetteer.ts';
import { type Sentence, splitSentences } from './sentences.ts';
import { type TokenView, viewToken } from './shapes.ts';
import { type Token, tokenise } from './tokens.ts';
import type { WordLexicon } from './word-classes.ts';

/** A run of capitalised tokens, joined by hyphens or small words ("University of Leeds"): tokens, end exclusive. */
export interface CapitalRun {
  first: number;
  end: number;
}

export interface PreparedText {
  text: string;
  tokens: readonly Token[];
  views: readonly TokenView[];
  /** Of each token: the number of its view among those of the text, from 1. */
  numbers: Uint32Array;
  sentences: readonly Sentence[];
  /** Of each sentence. 0: ordinary; 1: most words begin with capitals, as in some headlines; 2: all in capitals. */
  lineCapitals: Uint8Array;
  /** The run that a token stands in. */
  runs: readonly (CapitalRun | undefined)[];
  /** Known names that cover a token. */
  known: readonly (readonly KnownName[])[];
  /** Lower-case words that also stand in the text without a capital. */
  seenLower: ReadonlySet<string>;
  /** Places of capitalised words, by lower-case word. */
  places: ReadonlyMap<string, readonly number[]>;
  /** For an acronym such as "WHO": the last token of a run whose initials it is. */
  acronyms: ReadonlyMap<string, number>;
}

const joiners = new Set([
  'of',
  'the',
  'and',
  'for',
  'de',
  'da',
  'del',
  'la',
  'al',
  'van',
  'der',
  'von',
  'bin',
  'du',
  '&',
  '-',
  "'s",
]);
const noNames: readonly KnownName[] = [];
/** More occurrences of one word tell nothing new. */
const mostPlaces = 12;

/** What is known of words and names before a text is read. */
export interface Lexicon {
  gazetteer: Gazetteer;
  words: WordLexicon;
}

export function prepareText(text: string, lexicon: Lexicon, caseless: boolean): PreparedText {
  const tokens = tokenise(text);
  return prepareTokens(text, tokens, splitSentences(text, tokens), lexicon, caseless);
}

export function prepareTokens(
  text: string,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  { gazetteer, words }: Lexicon,
  caseless: boolean,
): PreparedText {
  const known = new Map<string, { view: TokenView; number: number }>();
  const numbers = new Uint32Array(tokens.length);
  const views = tokens.map((token, at) => {
    const key = token.kind + token.text;
    let each = known.get(key);
    if (each === undefined) {
      each = { view: viewToken(token, words, caseless), number: known.size + 1 };
      known.set(key, each);
    }
    numbers[at] = each.number;
    return each.view;
  });
  const runs = findRuns(views, sentences);
  const lineCapitals = Uint8Array.from(sentences, ({ first, end }) => capitalsOfLine(views, first, end));
  return {
    text,
    tokens,
    views,
    numbers,
    sentences,
    lineCapitals,
    runs,
    known: coverWithNames(views, gazetteer),
    ...readWhole(views, runs),
  };
}

function findRuns(views: readonly TokenView[], sentences: readonly Sentence[]): (CapitalRun | undefined)[] {
  const runs: (CapitalRun | undefined)[] = new Array(views.length);
  for (const { first, end } of sentences) {
    for (let at = first; at < end; at++) {
      if (views[at]?.capital !== true) continue;
      let stop = at + 1;
      for (let next = stop; next < end && next < stop + 3; next++) {
        const view = views[next];
        if (view?.capital === true) stop = next + 1;
        else if (view === undefined || !joiners.has(view.lower)) break;
      }
      const run = { first: at, end: stop };
      for (; at < stop; at++) runs[at] = run;
      at--;
    }
  }
  return runs;
}

function coverWithNames(views: readonly TokenView[], gazetteer: Gazetteer): (readonly KnownName[])[] {
  const lower = Uint32Array.from(views, (view) => view.lowerWord);
  const names = findKnownNames(gazetteer, lower, (index) => views[index]?.capital === true);
  const known: (readonly KnownName[])[] = views.map(() => noNames);
  for (const name of names) {
    for (let at = name.first; at < name.end; at++) known[at] = [...(known[at] ?? noNames), name];
  }
  return known;
}

function readWhole(views: readonly TokenView[], runs: readonly (CapitalRun | undefined)[]) {
  const seenLower = new Set<string>();
  const places = new Map<string, number[]>();
  const initials = new Map<string, number>();
  views.forEach((view, at) => {
    if (!view.letters) return;
    if (!view.capital) {
      seenLower.add(view.lower);
      return;
    }
    const known = places.get(view.lower);
    if (known === undefined) places.set(view.lower, [at]);
    else if (known.length < mostPlaces) known.push(at);
    const run = runs[at];
    if (run?.first === at && run.end - at >= 2 && run.end - at <= 10) {
      const capitals = views.slice(at, run.end).filter((each) => each.capital);
      if (capitals.length >= 2) initials.set(capitals.map((each) => each.text.charAt(0)).join(''), run.end - 1);
    }
  });
  const acronyms = new Map<string, number>();
  for (const [lower, [at = 0]] of places) {
    const view = views[at];
    const last = view?.allCaps === true ? initials.get(view.text.replaceAll('.', '')) : undefined;
    if (last !== undefined) acronyms.set(lower, last);
  }
  return { seenLower, places, acronyms };
}

function capitalsOfLine(views: readonly TokenView[], first: number, end: number): number {
  let words = 0;
  let capitals = 0;
  let allCaps = 0;
  for (let at = first; at < end; at++) {
    const view = views[at];
    if (view?.letters !== true) continue;
    words++;
    if (view.capital) capitals++;
    if (view.allCaps) allCaps++;
  }
  if (words >= 2 && allCaps > words * 0.7) return 2;
  return words >= 4 && capitals > words * 0.7 ? 1 : 0;
}
