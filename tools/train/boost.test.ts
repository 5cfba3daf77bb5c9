import { expect, it } from 'vitest';
import { predict } from '../../core/article/boosted-trees.ts';
import { train } from './boost.ts';

const options = { rounds: 40, depth: 2, rate: 0.3, cuts: 8, leastHessian: 0.1, ridge: 1, sample: 0.8, seed: 3 };

/** Yes where the second feature is high and the first is not; the third tells nothing. */
const rows = Array.from({ length: 200 }, (_, index) => {
  const features = [index % 10, Math.floor(index / 20), (index * 7) % 13];
  const label: 0 | 1 = index % 10 < 5 && index >= 100 ? 1 : 0;
  return { features, label, weight: 1 };
});

it('learns what needs two features at once', () => {
  const model = train(rows, options);
  for (const { features, label } of rows) expect(Math.round(predict(model, features))).toBe(label);
});

it('makes the same model of the same rows', () => {
  expect(train(rows, options)).toEqual(train(rows, options));
});

it('writes a table that holds no character to be escaped', () => {
  expect(JSON.stringify(train(rows, options).trees)).toMatch(/^"[#-[\]-~]+"$/);
});
