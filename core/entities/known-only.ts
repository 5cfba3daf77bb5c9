// Names in a text whose language no tagger reads: only those that are known beforehand and mean one thing.
import { findKnownNames, gazetteerKinds } from './gazetteer.ts';
import { type TagType, tagTypes } from './labels.ts';
import type { Lexicon, PreparedText } from './prepared-text.ts';
import type { TaggedName } from './tagger.ts';
import { capitalHabits } from './word-classes.ts';

const typeOfKind: Readonly<Partial<Record<(typeof gazetteerKinds)[number], TagType>>> = {
  CITY: 'LOC',
  REG: 'LOC',
  CTRY: 'LOC',
  POL: 'PER',
  CO: 'ORG',
  ORGX: 'ORG',
  NEWS: 'ORG',
  GOV: 'ORG',
  TEAM: 'ORG',
};

/** A known name of one token must be so long, in letters: short ones are words of some language. */
const shortestWord = 5;
const sure = 0.9;

export function findKnownOnly(text: PreparedText, { gazetteer }: Lexicon): TaggedName[] {
  const lower = Uint32Array.from(text.views, (view) => view.lowerWord);
  const names: TaggedName[] = [];
  let place = 0;
  for (const { first, end, kinds } of findKnownNames(gazetteer, lower, (at) => text.views[at]?.capital === true)) {
    const type = typeOf(kinds);
    if (first < place || type === undefined || !isClear(text, first, end)) continue;
    place = end;
    const index = tagTypes.indexOf(type);
    names.push({
      first,
      end,
      type: index,
      likelihoods: tagTypes.map((_, each) => (each === index ? sure : 0)),
      reason: 'a known name',
    });
  }
  return names;
}

/** The only type that the kinds of a known name allow. */
function typeOf(kinds: number): TagType | undefined {
  const types = new Set(gazetteerKinds.flatMap((kind, bit) => ((kinds >> bit) & 1 ? [typeOfKind[kind]] : [])));
  const [type, other] = types;
  return other === undefined && types.size === 1 ? type : undefined;
}

/** Several capitalised words, or a long one that is a name wherever it is read, with no other name beside it. */
function isClear({ views }: PreparedText, first: number, end: number): boolean {
  const own = views.slice(first, end);
  if (!own.every((view) => view.capital || !view.letters || view.text.length < 4)) return false;
  if (own.filter((view) => view.capital).length > 1) return true;
  const [view] = own;
  const beside = [views[first - 1], views[end]].some((each) => each?.capital === true);
  return !beside && view !== undefined && view.text.length >= shortestWord && view.habit >= alwaysCapital;
}

const alwaysCapital = capitalHabits.indexOf('capital');
