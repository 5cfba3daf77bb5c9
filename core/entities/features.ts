// What the tagger looks at: for each token a list of hashed features. Training and use read the same list.
import { hashFeature, hashString } from './hash.ts';
import type { PreparedText } from './prepared-text.ts';
import type { TokenView } from './shapes.ts';
import { codeBits, codeCount } from './word-classes.ts';

/** The kinds of features by what they tell a reader; the number is part of a feature's hash, so of the model file. */
const id = {
  'every word': 0,
  'the word': 1,
  'the word before': 2,
  'the word after': 3,
  'two words before': 4,
  'two words after': 5,
  'the word as written': 6,
  'its shape': 7,
  'the shape before': 8,
  'the shape after': 9,
  'the shapes around': 10,
  'its beginning': 11,
  'its ending': 12,
  'the word and the one before': 13,
  'the word and the one after': 14,
  'the two words before': 15,
  'the two words after': 16,
  'the word before and its shape': 17,
  'the word after and its shape': 18,
  'the endings beside it': 19,
  'its place in the sentence': 20,
  'capitals of the line': 21,
  'a known name': 22,
  'a known name before': 23,
  'a known name after': 24,
  'hyphens and quotes beside it': 25,
  'the words joined to it': 26,
  'the word before the name': 27,
  'the word after the name': 28,
  'the last word of the name': 29,
  'the first word of the name': 30,
  'its place in the name': 31,
  'the headline': 32,
  'the text that it was learnt from': 33,
  'its use elsewhere: before': 34,
  'its use elsewhere: after': 35,
  'its use elsewhere: word before the name': 36,
  'its use elsewhere: word after the name': 37,
  'its use elsewhere: the name': 38,
  'written small elsewhere': 39,
  'an acronym of a name in the text': 40,
  'how often it is named': 41,
  'a known name elsewhere': 42,
  'three words around': 43,
  'words of its kind': 44,
  'the kind of word before': 45,
  'the kind of word after': 46,
  'the kinds of words around': 47,
  'the kind of word before the name': 48,
  'the kind of word after the name': 49,
  'the kind of the last word of the name': 50,
  'the kind of the first word of the name': 51,
  'its use elsewhere: kinds of words around': 52,
  'how it is written elsewhere': 53,
} as const;

/** The names of the kinds, by number. */
export const templates: readonly string[] = Object.keys(id);

/** Collects the features of one token at a time. */
export interface FeatureSink {
  /** `template`: index into `templates`. */
  add(template: number, feature: number): void;
}

const outside = hashString('<none>');
const yes = 1;
/** How many other occurrences of a word are looked at. */
const mostElsewhere = 4;

/** What the corpora teach differs: names are marked by the scheme of `gold` in use. */
export type Corpus = 'gold' | 'worldwide' | 'other';

/** The features of a token alone: the same wherever the word stands. */
export function addWordFeatures(self: TokenView, corpus: Corpus, sink: FeatureSink): void {
  const add = (kind: number, one: number, two = 0): void => {
    sink.add(kind, hashFeature(kind, one, two));
  };
  add(id['every word'], yes);
  add(id['the word'], self.lowerWord);
  add(id['the word as written'], self.word);
  add(id['its shape'], self.shape);
  add(id['its shape'], self.longShape, 1);
  self.prefixes.forEach((prefix, size) => {
    add(id['its beginning'], prefix, size);
  });
  self.suffixes.forEach((suffix, size) => {
    add(id['its ending'], suffix, size);
  });
  add(id['words of its kind'], self.fine);
  add(id['words of its kind'], self.coarse, 1);
  add(id['words of its kind'], self.fine, self.shape);
  forEachCode(self, (code, place) => {
    add(id['words of its kind'], code, 100 + place);
  });
  const source = hashString(corpus);
  add(id['the text that it was learnt from'], source);
  add(id['the text that it was learnt from'], source, self.lowerWord);
}

/** Words of like use share some of their codes: what no class of their own tells, several codes together do. */
function forEachCode(view: TokenView | undefined, visit: (code: number, place: number) => void): void {
  if (view?.codes === undefined) return;
  for (let place = 0; place < codeCount; place++) visit((view.codes >>> (codeBits * place)) & 0xf, place);
}

/** How far from a token its neighbours are looked at. */
export const besides = [-2, -1, 1, 2] as const;
export type Beside = (typeof besides)[number];

/** The features that a token has for one neighbour alone; undefined beyond the sentence. */
export function addBesideFeatures(neighbour: TokenView | undefined, beside: Beside, sink: FeatureSink): void {
  const add = (kind: number, one: number, two = 0): void => {
    sink.add(kind, hashFeature(kind, one, two));
  };
  const word = neighbour?.lowerWord ?? outside;
  const kind = beside < 0 ? id['the kind of word before'] : id['the kind of word after'];
  add(kind, neighbour?.fine ?? outside, beside);
  add(kind, neighbour?.coarse ?? outside, beside + 10);
  if (beside === -2) add(id['two words before'], word);
  else if (beside === 2) add(id['two words after'], word);
  else {
    forEachCode(neighbour, (code, place) => {
      add(kind, code, 100 + place + codeCount * beside);
    });
    add(beside < 0 ? id['the word before'] : id['the word after'], word);
    add(beside < 0 ? id['the shape before'] : id['the shape after'], neighbour?.shape ?? outside);
    add(id['the endings beside it'], neighbour?.suffixes[2] ?? outside, beside < 0 ? 1 : 2);
  }
}

/** All features of a token that stand in its own sentence, given by its index. */
export function addLocalFeatures(
  text: PreparedText,
  at: number,
  sentence: number,
  corpus: Corpus,
  sink: FeatureSink,
): void {
  const { first, end } = text.sentences[sentence] ?? { first: at, end: at + 1 };
  const self = text.views[at];
  if (self === undefined) return;
  addWordFeatures(self, corpus, sink);
  for (const beside of besides) {
    const place = at + beside;
    addBesideFeatures(place >= first && place < end ? text.views[place] : undefined, beside, sink);
  }
  addJoinedFeatures(text, at, sentence, corpus, sink);
}

/** The features of a token in which its sentence or its neighbours come together. */
export function addJoinedFeatures(
  { tokens, views, runs, known, sentences, lineCapitals }: PreparedText,
  at: number,
  sentence: number,
  corpus: Corpus,
  sink: FeatureSink,
): void {
  const { first, end } = sentences[sentence] ?? { first: at, end: at + 1 };
  const view = (index: number): TokenView | undefined => (index >= first && index < end ? views[index] : undefined);
  const word = (index: number): number => view(index)?.lowerWord ?? outside;
  const shape = (index: number): number => view(index)?.shape ?? outside;
  const add = (kind: number, one: number, two = 0): void => {
    sink.add(kind, hashFeature(kind, one, two));
  };
  const self = views[at];
  if (self === undefined) return;
  const before = word(at - 1);
  const after = word(at + 1);
  add(id['the shapes around'], hashFeature(1, shape(at - 1), self.shape), shape(at + 1));
  add(id['the word and the one before'], before, self.lowerWord);
  add(id['the word and the one after'], self.lowerWord, after);
  add(id['the two words before'], word(at - 2), before);
  add(id['the two words after'], after, word(at + 2));
  add(id['the word before and its shape'], before, self.shape);
  add(id['the word after and its shape'], after, self.shape);
  add(id['three words around'], hashFeature(2, before, self.shape), after);
  const fine = (index: number): number => view(index)?.fine ?? outside;
  const coarse = (index: number): number => view(index)?.coarse ?? outside;
  add(id['the kinds of words around'], coarse(at - 1), hashFeature(1, self.coarse, self.shape));
  add(id['the kinds of words around'], coarse(at + 1), hashFeature(2, self.coarse, self.shape));
  add(id['the kinds of words around'], hashFeature(3, fine(at - 1), self.shape), fine(at + 1));
  add(id['the kinds of words around'], hashFeature(4, coarse(at - 2), coarse(at - 1)), self.shape);
  add(id['the kinds of words around'], hashFeature(5, coarse(at + 1), coarse(at + 2)), self.shape);
  if (at === first) add(id['its place in the sentence'], self.shape);
  add(id['capitals of the line'], self.shape, lineCapitals[sentence] ?? 0);
  // Where every word has a capital, only its habit tells a name.
  if (lineCapitals[sentence] !== 0) add(id['how it is written elsewhere'], self.habit, self.shape);
  if (sentence === 0) add(id['the headline'], self.shape);
  add(id['the text that it was learnt from'], hashString(corpus), before ^ self.shape);

  for (const { first: from, end: to, kinds } of known[at] ?? []) {
    const border = (at === from ? 1 : 0) + (at === to - 1 ? 2 : 0);
    for (let kind = 0; kinds >> kind > 0; kind++) {
      if (((kinds >> kind) & 1) === 0) continue;
      add(id['a known name'], kind * 4 + border);
      add(id['a known name'], kind * 4 + border, self.shape ^ shape(at + 1));
    }
    add(id['a known name'], 100 + border, kinds);
  }
  for (const { end: to, kinds } of known[at - 1] ?? [])
    if (to === at && at > first) add(id['a known name before'], kinds, self.shape);
  for (const { first: from, kinds } of known[at + 1] ?? [])
    if (from === at + 1 && at + 1 < end) add(id['a known name after'], kinds, self.shape);

  const gluedBefore = tokens[at]?.glued === true && at > first;
  const gluedAfter = at + 1 < end && tokens[at + 1]?.glued === true;
  if (gluedBefore) add(id['hyphens and quotes beside it'], before, 1);
  if (gluedAfter) add(id['hyphens and quotes beside it'], after, 2);
  if (gluedBefore && view(at - 1)?.text === '-') add(id['the words joined to it'], word(at - 2), self.lowerWord);
  if (gluedAfter && view(at + 1)?.text === '-') add(id['the words joined to it'], self.lowerWord, word(at + 2));

  const run = runs[at];
  if (run === undefined) return;
  const runBefore = word(run.first - 1);
  const runAfter = word(run.end);
  const length = Math.min(run.end - run.first, 5);
  const place = Math.min(at - run.first, 3) * 4 + Math.min(run.end - 1 - at, 3);
  add(id['the word before the name'], runBefore, place);
  add(id['the word before the name'], runBefore);
  add(id['the word after the name'], runAfter, place);
  add(id['the word after the name'], runAfter);
  add(id['the word after the name'], hashFeature(3, runAfter, word(run.end + 1)));
  add(id['the word before the name'], hashFeature(3, runBefore, word(run.first - 2)));
  add(id['the last word of the name'], word(run.end - 1), place);
  add(id['the last word of the name'], word(run.end - 1));
  add(id['the first word of the name'], word(run.first), place);
  add(id['the first word of the name'], word(run.first));
  add(id['the kind of word before the name'], fine(run.first - 1), place);
  add(id['the kind of word after the name'], fine(run.end), place);
  add(id['the kind of the last word of the name'], fine(run.end - 1), place);
  add(id['the kind of the first word of the name'], fine(run.first), place);
  add(id['its place in the name'], place, length);
  add(id['its place in the name'], hashFeature(4, runBefore, runAfter), length);
}

/** The features of a token that come from the rest of the text. */
export function addTextFeatures(
  { views, runs, known, seenLower, places, acronyms }: PreparedText,
  at: number,
  sink: FeatureSink,
): void {
  const add = (kind: number, one: number, two = 0): void => {
    sink.add(kind, hashFeature(kind, one, two));
  };
  const self = views[at];
  if (self?.capital !== true) return;
  if (seenLower.has(self.lower)) add(id['written small elsewhere'], yes, self.shape);
  const acronym = acronyms.get(self.lower);
  if (acronym !== undefined && self.allCaps) {
    add(id['an acronym of a name in the text'], yes);
    add(id['an acronym of a name in the text'], views[acronym]?.lowerWord ?? outside);
  }
  const others = (places.get(self.lower) ?? []).filter((place) => place !== at);
  add(id['how often it is named'], Math.min(others.length, 4), self.shape);
  const seen = new Set<number>();
  const addOnce = (kind: number, one: number, two = 0): void => {
    const feature = hashFeature(kind, one, two);
    if (seen.has(feature)) return;
    seen.add(feature);
    sink.add(kind, feature);
  };
  for (const other of others.slice(0, mostElsewhere)) {
    addOnce(id['its use elsewhere: before'], views[other - 1]?.lowerWord ?? outside);
    addOnce(id['its use elsewhere: after'], views[other + 1]?.lowerWord ?? outside);
    addOnce(id['its use elsewhere: kinds of words around'], views[other - 1]?.fine ?? outside, 1);
    addOnce(id['its use elsewhere: kinds of words around'], views[other + 1]?.fine ?? outside, 2);
    const run = runs[other];
    if (run === undefined) continue;
    addOnce(id['its use elsewhere: kinds of words around'], views[run.end - 1]?.fine ?? outside, 3);
    addOnce(id['its use elsewhere: word before the name'], views[run.first - 1]?.lowerWord ?? outside);
    addOnce(id['its use elsewhere: word after the name'], views[run.end]?.lowerWord ?? outside);
    addOnce(id['its use elsewhere: the name'], views[run.end - 1]?.lowerWord ?? outside, 1);
    addOnce(id['its use elsewhere: the name'], views[run.first]?.lowerWord ?? outside, 2);
    addOnce(
      id['its use elsewhere: the name'],
      Math.min(other - run.first, 3) * 4 + Math.min(run.end - 1 - other, 3),
      3,
    );
    for (const { kinds } of known[other - 1] ?? [])
      if (other > run.first) addOnce(id['a known name elsewhere'], kinds, 1);
    for (const { kinds } of known[other + 1] ?? [])
      if (other + 1 < run.end) addOnce(id['a known name elsewhere'], kinds, 2);
  }
}
