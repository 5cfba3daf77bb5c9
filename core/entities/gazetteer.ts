// Names known beforehand (cities, first names, companies ...), kept as hashes of their lower-case tokens.
import { extendPhrase } from './hash.ts';

/**
 * Kinds of known names; bit N of a phrase's kinds stands for the Nth. The order is part of the model file.
 * CITY, REG, CTRY, LOCX, FAC: cities, regions, countries, other places, buildings and quarters. FN, SN, POL: first
 * names, surnames, persons of the news. CO, ORGX, NEWS, GOV, GROUP, TEAM: companies, media, states' bodies, parties and
 * other groups, teams. NAT: nationalities. PROD: products, works, events.
 */
export const gazetteerKinds = [
  'CITY',
  'REG',
  'CTRY',
  'FN',
  'SN',
  'CO',
  'NEWS',
  'NAT',
  'LOCX',
  'POL',
  'ORGX',
  'GOV',
  'GROUP',
  'TEAM',
  'PROD',
  'FAC',
] as const;

/** Longest known name in tokens. */
const longest = 6;

/** Kinds of the phrase with a hash, 0 for an unknown one. */
export interface Gazetteer {
  kindsOf(phrase: number): number;
}

/** What either of two knows. */
export function joinGazetteers(one: Gazetteer, other: Gazetteer): Gazetteer {
  return { kindsOf: (phrase) => one.kindsOf(phrase) | other.kindsOf(phrase) };
}

/** A known name that stands in a text: tokens `first` to `end` (exclusive) and its kinds. */
export interface KnownName {
  first: number;
  end: number;
  kinds: number;
}

/** Hash of a whole phrase, from the hashes of its lower-case tokens. */
export function phraseHash(tokens: readonly number[]): number {
  return tokens.reduce(extendPhrase, 0);
}

/** The longest known name at every place; `lower` are hashes of lower-case tokens, `starts` says where one may begin. */
export function findKnownNames(
  gazetteer: Gazetteer,
  lower: Uint32Array,
  starts: (index: number) => boolean,
): KnownName[] {
  const found: KnownName[] = [];
  for (let first = 0; first < lower.length; first++) {
    if (!starts(first)) continue;
    let hash = 0;
    let best: KnownName | undefined;
    for (let end = first; end < Math.min(lower.length, first + longest); end++) {
      hash = extendPhrase(hash, lower[end] ?? 0);
      const kinds = gazetteer.kindsOf(hash);
      if (kinds !== 0) best = { first, end: end + 1, kinds };
    }
    if (best !== undefined) found.push(best);
  }
  return found;
}
