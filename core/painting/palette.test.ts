import { describe, expect, it } from 'vitest';
import { colours } from '../annotation.ts';
import { grounds, layers, paletteCss, type Rgba, type Scheme } from './palette.ts';

/** Contrast of two opaque colours by WCAG 2.2. */
function contrast(one: readonly number[], other: readonly number[]): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function over([red, green, blue, alpha]: Rgba, page: readonly number[]): number[] {
  return [red, green, blue].map((value, each) => alpha * value + (1 - alpha) * (page[each] ?? 0));
}

/** Pages as news sites have them, and the faintest words that they print articles in. */
const pages: Record<Scheme, readonly { page: readonly number[]; words: readonly number[] }[]> = {
  light: [
    { page: [255, 255, 255], words: [90, 90, 90] },
    { page: [255, 241, 229], words: [80, 80, 80] },
    { page: [244, 244, 244], words: [80, 80, 80] },
  ],
  dark: [
    { page: [0, 0, 0], words: [185, 185, 185] },
    { page: [18, 18, 18], words: [190, 190, 190] },
    { page: [34, 38, 46], words: [205, 205, 205] },
  ],
};

describe('the palette', () => {
  const cases = (['light', 'dark'] as const).flatMap((scheme) =>
    colours.flatMap((colour) => pages[scheme].map((each) => ({ scheme, colour, ...each }))),
  );
  it.each(cases)('keeps words readable under $colour on a $scheme page $page', ({ scheme, colour, page, words }) => {
    expect(contrast(over(grounds[scheme][colour], page), words)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(cases)('shows $colour against a $scheme page $page', ({ scheme, colour, page }) => {
    const ground = over(grounds[scheme][colour], page);
    expect(Math.max(...ground.map((value, each) => Math.abs(value - (page[each] ?? 0))))).toBeGreaterThan(30);
  });

  it('has a rule for every layer on screen, and under forced colours', () => {
    for (const scheme of ['light', 'dark'] as const) {
      const css = paletteCss('x-', scheme);
      const forced = /forced-colors:active\)\{(.*)\}/.exec(css)?.[1] ?? '';
      for (const layer of layers) {
        expect(css.startsWith(`::highlight(x-${layer})`) || css.includes(`\n::highlight(x-${layer}){`)).toBe(true);
        expect(forced).toContain(`::highlight(x-${layer}){`);
      }
    }
  });
});
