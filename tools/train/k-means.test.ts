import { describe, expect, it } from 'vitest';
import { kMeans } from './k-means.ts';

const values = [
  [0, 0],
  [0, 1],
  [1, 0],
  [10, 10],
  [10, 11],
  [11, 10],
];
const points = { count: values.length, dimensions: 2, values: Float32Array.from(values.flat()) };

describe('groups of points', () => {
  it('holds together what lies near and apart what lies far', () => {
    const { groupOf } = kMeans(points, 2, 10, 1);
    expect(new Set(groupOf.slice(0, 3)).size).toBe(1);
    expect(new Set(groupOf.slice(3)).size).toBe(1);
    expect(groupOf[0]).not.toBe(groupOf[3]);
  });

  it('puts a centre into the middle of its group', () => {
    const { groupOf, centres } = kMeans(points, 2, 10, 1);
    const far = groupOf[3] ?? 0;
    expect(centres.values[2 * far]).toBeCloseTo(31 / 3, 5);
  });

  it('is the same on every run', () => {
    expect(kMeans(points, 3, 5, 7)).toEqual(kMeans(points, 3, 5, 7));
  });

  it('leaves no group without a centre where there are more groups than places', () => {
    const same = { count: 4, dimensions: 1, values: Float32Array.from([1, 1, 1, 1]) };
    expect([...kMeans(same, 2, 3, 1).centres.values]).toEqual([1, 1]);
  });
});
