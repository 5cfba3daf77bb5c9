import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Box,
  distanceOutside,
  freeSpot,
  placeCard,
  placePeek,
  placeToolbar,
  type Size,
  type Spot,
} from './placing.ts';

const viewport: Size = { width: 1000, height: 800 };
const pill: Size = { width: 260, height: 36 };

function line(left: number, top: number, width = 100, height = 20): Box {
  return { left, top, right: left + width, bottom: top + height };
}

function overlaps({ left, top }: Spot, size: Size, box: Box): boolean {
  return left < box.right && left + size.width > box.left && top < box.bottom && top + size.height > box.top;
}

function isInside({ left, top }: Spot, size: Size): boolean {
  return left >= 0 && top >= 0 && left + size.width <= viewport.width && top + size.height <= viewport.height;
}

describe('the toolbar', () => {
  test('stands 8 px below the end of a selection', () => {
    const only = line(300, 200);
    expect(placeToolbar({ all: only, first: only, last: only }, pill, viewport)).toEqual({ left: 270, top: 228 });
  });

  test('goes above the start when there is no room below', () => {
    const only = line(300, 770);
    expect(placeToolbar({ all: only, first: only, last: only }, pill, viewport)).toEqual({ left: 170, top: 726 });
  });

  test('keeps clear of the handles that a finger has, below and above', () => {
    const high = line(300, 200);
    expect(placeToolbar({ all: high, first: high, last: high }, pill, viewport, 40)?.top).toBe(268);
    const low = line(300, 730);
    expect(placeToolbar({ all: low, first: low, last: low }, pill, viewport, 40)?.top).toBe(646);
  });

  test('goes beside a selection that is as high as the viewport', () => {
    const all: Box = { left: 50, top: -200, right: 600, bottom: 1200 };
    const spot = placeToolbar({ all, first: line(50, -200), last: line(50, 1180) }, pill, viewport);
    expect(spot?.left).toBe(608);
    expect(spot !== undefined && isInside(spot, pill)).toBe(true);
  });

  test('has no place beside a selection that fills the viewport', () => {
    const all: Box = { left: 0, top: -500, right: 1000, bottom: 2000 };
    expect(placeToolbar({ all, first: line(0, -500), last: line(0, 1980) }, pill, viewport)).toBeUndefined();
  });

  test('finds the lowest gap between the lines of such a selection, and none where there is none', () => {
    const full = (top: number): Box => line(0, top, 1000);
    const lines = Array.from({ length: 40 }, (_, index) => full(index * 20)).filter(
      ({ top }) => top < 400 || top > 440,
    );
    expect(freeSpot(lines, pill, viewport)).toEqual({ left: 370, top: 424 });
    const short = lines.filter(({ top }) => top !== 400).concat(line(0, 780, 300));
    expect(freeSpot([...short, full(420)], pill, viewport)).toBeUndefined();
    expect(freeSpot([], pill, viewport)).toEqual({ left: 370, top: 764 });
  });

  test('covers no line when it stands in a gap', () => {
    const box = fc.record({
      left: fc.integer({ min: 0, max: 900 }),
      top: fc.integer({ min: -20, max: 790 }),
      width: fc.integer({ min: 1, max: 1000 }),
    });
    fc.assert(
      fc.property(fc.array(box, { maxLength: 60 }), (boxes) => {
        const lines = boxes.map(({ left, top, width }) => line(left, top, width));
        const spot = freeSpot(lines, pill, viewport);
        return spot === undefined || (isInside(spot, pill) && !lines.some((each) => overlaps(spot, pill, each)));
      }),
    );
  });

  test('never lies over a line of words and always inside the viewport', () => {
    const place = fc.record({ left: fc.integer({ min: 0, max: 900 }), top: fc.integer({ min: 0, max: 780 }) });
    fc.assert(
      fc.property(place, ({ left, top }) => {
        const only = line(left, top);
        const spot = placeToolbar({ all: only, first: only, last: only }, pill, viewport);
        return spot !== undefined && isInside(spot, pill) && !overlaps(spot, pill, only);
      }),
    );
  });
});

describe('a card', () => {
  const size: Size = { width: 320, height: 240 };

  test('opens below its word, in line with it', () => {
    expect(placeCard(line(200, 100), size, viewport)).toEqual({ left: 200, top: 128 });
  });

  test('flips above a word near the foot and is pushed in from the right edge', () => {
    expect(placeCard(line(900, 700), size, viewport)).toEqual({ left: 672, top: 452 });
  });

  test('stays inside the viewport wherever its words have gone', () => {
    const anywhere = fc.record({
      left: fc.integer({ min: -500, max: 1500 }),
      top: fc.integer({ min: -900, max: 1700 }),
    });
    fc.assert(fc.property(anywhere, ({ left, top }) => isInside(placeCard(line(left, top), size, viewport), size)));
  });

  test('keeps its head in sight in a viewport that is too small for it', () => {
    const spot = placeCard(line(10, 10), size, { width: 300, height: 200 });
    expect(spot).toEqual({ left: 8, top: 8 });
  });
});

test('the button of linked words stands above their end, and below them at the head of the viewport', () => {
  const size: Size = { width: 28, height: 28 };
  expect(placePeek(line(300, 200), size, viewport)).toEqual({ left: 386, top: 170 });
  expect(placePeek(line(300, 10), size, viewport)).toEqual({ left: 386, top: 32 });
  expect(placePeek(line(930, 200, 70), size, viewport)).toEqual({ left: 964, top: 170 });
});

test('tells how far a box is outside of the viewport', () => {
  expect(distanceOutside(line(10, 10), viewport)).toBe(0);
  expect(distanceOutside(line(10, -120), viewport)).toBe(100);
  expect(distanceOutside(line(10, 900), viewport)).toBe(100);
});
