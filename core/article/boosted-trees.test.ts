import { expect, it } from 'vitest';
import { digitAt, digitOf, digits, middleDigit, predict } from './boosted-trees.ts';

it('reads every digit that it writes', () => {
  const values = Array.from({ length: digits }, (_, value) => value);
  const text = values.map(digitOf).join('');
  expect(values.map((value) => digitAt(text, value))).toEqual(values);
});

it('sends a value below its threshold to the left, another to the right', () => {
  const trees = [0, 1, middleDigit - 2, middleDigit + 2].map(digitOf).join('');
  const model = { depth: 1, bias: 0, step: 1, thresholds: [[5, 10]], trees };
  expect(predict(model, [9])).toBeCloseTo(1 / (1 + Math.exp(2)));
  expect(predict(model, [10])).toBeCloseTo(1 / (1 + Math.exp(-2)));
});

it('adds up what all trees say', () => {
  const tree = (left: number, right: number) => [0, 0, middleDigit + left, middleDigit + right].map(digitOf).join('');
  const model = { depth: 1, bias: 1, step: 0.5, thresholds: [[5]], trees: tree(1, 2) + tree(-4, 6) };
  expect(predict(model, [4])).toBeCloseTo(1 / (1 + Math.exp(-(1 + 0.5 - 2))));
  expect(predict(model, [5])).toBeCloseTo(1 / (1 + Math.exp(-(1 + 1 + 3))));
});
