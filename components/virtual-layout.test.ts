import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutOf, type Placed } from './virtual-layout.ts';

const heights = { row: 10, head: 4 };

describe('the layout of a long list', () => {
  it('places the rows in view and no others', () => {
    const { height, between } = layoutOf(100_000, undefined, heights);
    expect(height).toBe(1_000_000);
    expect(between(995, 1025).map(({ index, top }) => [index, top])).toEqual([
      [99, 990],
      [100, 1000],
      [101, 1010],
      [102, 1020],
    ]);
    expect(between(999_995, 1_000_500).map(({ index }) => index)).toEqual([99_999]);
  });

  it('puts a head before the rows of each group', () => {
    const { height, between } = layoutOf(5, [2, 3], heights);
    expect(height).toBe(58);
    expect(between(0, 58).map(({ kind, index, top }) => [kind, index, top])).toEqual([
      ['head', 0, 0],
      ['row', 0, 4],
      ['row', 1, 14],
      ['head', 2, 24],
      ['row', 2, 28],
      ['row', 3, 38],
      ['row', 4, 48],
    ]);
  });

  it('shows in any window what a walk over all of it would show', () => {
    const bottomOf = (placed: Placed): number => placed.top + (placed.kind === 'row' ? heights.row : heights.head);
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 20 }),
        fc.nat(900),
        fc.nat(200),
        (runs, top, size) => {
          const total = runs.reduce((sum, run) => sum + run, 0);
          const layout = layoutOf(total, runs, heights);
          const all = layout.between(0, layout.height);
          const seen = layout.between(top, top + size).filter((each) => bottomOf(each) > top && each.top < top + size);
          expect(seen).toEqual(all.filter((each) => bottomOf(each) > top && each.top < top + size));
          for (const each of all) if (each.kind === 'row') expect(layout.topOf(each.index)).toBe(each.top);
        },
      ),
    );
  });
});
