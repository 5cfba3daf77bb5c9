// What running text tells of words that the tagger never saw marked: which are used alike ("Sony", "Nokia"), and
// which are written with a capital though no sentence begins with them.
import { HashTable } from './hash-table.ts';

export interface WordFacts {
  /** Class of words that are used alike; 0 for a word without one. */
  fine: number;
  /** The wider class in which it lies. */
  coarse: number;
  /** Eight codes of 4 bits that words of like use share in part; undefined for a word that has none. */
  codes: number | undefined;
  /** Index into `capitalHabits`. */
  habit: number;
}

/** How many codes a word has, and how many bits each. */
export const codeCount = 8;
export const codeBits = 4;

/** How a word is written within sentences. The order is part of the model file. */
export const capitalHabits = [
  'unknown',
  'small',
  'mostly small',
  'either',
  'mostly capital',
  'capital',
  'all caps',
] as const;

export interface WordLexicon {
  /** Of a word, by the hash of its lower-case form. */
  factsOf(word: number): WordFacts;
}

/** As the model file holds them. */
export interface WordLists {
  /** Rising hashes of words. */
  words: Uint32Array;
  /** Of each: its class in the lower 10 bits, its habit above. */
  facts: Uint16Array;
  /** Of each: its codes; empty where the words of the model have none. */
  codes: Uint32Array;
  /** Wider class of each class; that of 0 is 0. */
  coarse: Uint8Array;
}

export const noWords: WordLists = {
  words: new Uint32Array(),
  facts: new Uint16Array(),
  codes: new Uint32Array(),
  coarse: new Uint8Array(),
};

const classBits = 10;

export function packFacts(fine: number, habit: number): number {
  return fine | (habit << classBits);
}

export function hasClass(facts: number): boolean {
  return classOf(facts) !== 0;
}

function classOf(facts: number): number {
  return facts & ((1 << classBits) - 1);
}

export function wordLexiconOf({ words, facts, codes, coarse }: WordLists): WordLexicon {
  const table = new HashTable(words);
  return {
    factsOf(word) {
      const index = table.indexOf(word);
      const packed = facts[index] ?? 0;
      const fine = classOf(packed);
      // A word without a class is known by its habit alone.
      return {
        fine,
        coarse: coarse[fine] ?? 0,
        codes: fine === 0 ? undefined : codes[index],
        habit: packed >> classBits,
      };
    },
  };
}
