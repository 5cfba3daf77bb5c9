import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestLabels, marginalsOf, oddsOf } from './crf.ts';
import { labelCount, mayEnd, mayFollow } from './labels.ts';

const length = 3;
const weights = (count: number) =>
  fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: count, maxLength: count });
const fields = fc.record({
  scores: weights(length * labelCount).map((values) => Float64Array.from(values)),
  transitions: weights(labelCount * labelCount).map((values) => Float32Array.from(values)),
});

/** Every labelling that may be, with its score. */
function allLabellings(scores: Float64Array, transitions: Float32Array): { labels: number[]; score: number }[] {
  let partial: { labels: number[]; score: number }[] = [{ labels: [], score: 0 }];
  for (let at = 0; at < length; at++) {
    partial = partial.flatMap(({ labels, score }) => {
      const before = labels.at(-1);
      return Array.from({ length: labelCount }, (_, label) => label)
        .filter((label) => mayFollow(before ?? 0, label))
        .map((label) => {
          const transition = before === undefined ? 0 : (transitions[before * labelCount + label] ?? 0);
          return { labels: [...labels, label], score: score + transition + (scores[at * labelCount + label] ?? 0) };
        });
    });
  }
  return partial.filter(({ labels }) => mayEnd(labels.at(-1) ?? 0));
}

test('the best labels are the best of all that may be', () => {
  fc.assert(
    fc.property(fields, ({ scores, transitions }) => {
      const all = allLabellings(scores, transitions);
      const found = [...bestLabels(scores, transitions)];
      const own = all.find(({ labels }) => labels.every((label, at) => label === found[at]));
      expect(own?.score).toBeCloseTo(Math.max(...all.map(({ score }) => score)), 6);
    }),
    { numRuns: 20 },
  );
});

test('the marginals are those of all labellings', () => {
  fc.assert(
    fc.property(fields, ({ scores, transitions }) => {
      const all = allLabellings(scores, transitions);
      const total = all.reduce((sum, { score }) => sum + Math.exp(score), 0);
      const { labels, logTotal } = marginalsOf(scores, oddsOf(transitions));
      expect(logTotal).toBeCloseTo(Math.log(total), 6);
      for (let at = 0; at < length; at++) {
        for (let label = 0; label < labelCount; label++) {
          const own = all
            .filter((each) => each.labels[at] === label)
            .reduce((sum, { score }) => sum + Math.exp(score), 0);
          expect(labels[at * labelCount + label]).toBeCloseTo(own / total, 6);
        }
      }
    }),
    { numRuns: 5 },
  );
});

test('no tokens have no labels', () => {
  expect(bestLabels(new Float64Array(), new Float32Array(labelCount * labelCount))).toHaveLength(0);
});
