import { expect, test } from 'vitest';
import { seededRandom } from './random.ts';
import { clusterWords } from './word-clusters.ts';

const people = ['anna', 'berta', 'carl', 'dora'];
const towns = ['oslo', 'turku', 'riga', 'gdansk'];
const verbs = ['met', 'saw', 'left', 'praised'];

/** Sentences such as "anna met carl in riga". */
function makeSentences(count: number): string[][] {
  const random = seededRandom(7);
  const one = (words: readonly string[]): string => words[Math.floor(random() * words.length)] ?? '';
  return Array.from({ length: count }, () => [one(people), one(verbs), one(people), 'in', one(towns)]);
}

const options = { leastCount: 2, fine: 6, coarse: 4, rounds: 12 };

test('words that stand among the same words have the same class', () => {
  const { fineOf } = clusterWords(makeSentences(400), options);
  const classesOf = (words: readonly string[]): number => new Set(words.map((word) => fineOf.get(word))).size;
  expect(classesOf(people)).toBe(1);
  expect(classesOf(towns)).toBe(1);
  expect(classesOf(verbs)).toBe(1);
  expect(fineOf.get('anna')).not.toBe(fineOf.get('oslo'));
  expect(fineOf.get('met')).not.toBe(fineOf.get('oslo'));
});

test('the same sentences give the same classes', () => {
  expect(clusterWords(makeSentences(100), options)).toEqual(clusterWords(makeSentences(100), options));
});

test('rare words have no class, and every class lies in a wider one', () => {
  const { fineOf, coarseOf } = clusterWords([...makeSentences(100), ['zorn', 'met', 'anna']], options);
  expect(fineOf.has('zorn')).toBe(false);
  expect(coarseOf).toHaveLength(options.fine);
  expect(Math.max(...coarseOf)).toBeLessThan(options.coarse);
});
