// What running text tells of words that the tagger never saw marked: which are used alike ("Sony", "Nokia"), and
// which are written with a capital though no sentence begins with them.
import { HashTable } from './hash-table.ts';

export interface WordFacts {
  /** Class of words that are used alike; 0 for a word without one. */
  fine: number;
  /** The wider class in which it lies. */
  coarse: number;
  /** Index into `capitalHabits`. */
  habit: number;
}

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
  /** Wider class of each class; that of 0 is 0. */
  coarse: Uint8Array;
}

const classBits = 10;

export function packFacts(fine: number, habit: number): number {
  return fine | (habit << classBits);
}

export function wordLexiconOf({ words, facts, coarse }: WordLists): WordLexicon {
  const table = new HashTable(words);
  return {
    factsOf(word) {
      const packed = facts[table.indexOf(word)] ?? 0;
      const fine = packed & ((1 << classBits) - 1);
      return { fine, coarse: coarse[fine] ?? 0, habit: packed >> classBits };
    },
  };
}
