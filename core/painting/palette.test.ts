import { describe, expect, it } from 'vitest';
import { colours } from '../annotation.ts';
import { contrast, over, type Rgb, wordsOn } from './contrast.ts';
import { flashGrounds, grounds, layers, oddSuffix, paletteCss, type Scheme } from './palette.ts';

/** Pages as news sites have them. */
const pages: Record<Scheme, readonly Rgb[]> = {
  light: [
    [255, 255, 255],
    [255, 241, 229],
    [244, 244, 244],
    [238, 236, 225],
  ],
  dark: [
    [0, 0, 0],
    [18, 18, 18],
    [34, 38, 46],
    [48, 52, 60],
  ],
};

/** The faintest grey that still reads on a page: contrast 4.5, no more. */
function faintestOn(scheme: Scheme, page: Rgb): Rgb {
  for (let step = 0; step <= 255; step++) {
    const grey = scheme === 'light' ? 255 - step : step;
    if (contrast([grey, grey, grey], page) >= 4.5) return [grey, grey, grey];
  }
  throw new Error('No grey reads on this page');
}

describe('the palette', () => {
  const cases = (['light', 'dark'] as const).flatMap((scheme) =>
    colours.flatMap((colour) => pages[scheme].map((page) => ({ scheme, colour, page }))),
  );
  it.each(cases)(
    'keeps the faintest words readable under $colour on a $scheme page $page',
    ({ scheme, colour, page }) => {
      const words = wordsOn(scheme, faintestOn(scheme, page));
      expect(contrast(over(grounds[scheme][colour], page), words)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(cases)('shows $colour against a $scheme page $page', ({ scheme, colour, page }) => {
    const ground = over(grounds[scheme][colour], page);
    expect(Math.max(...ground.map((value, each) => Math.abs(value - (page[each] ?? 0))))).toBeGreaterThan(30);
  });

  it('keeps the faintest words readable while they are flashed', () => {
    for (const scheme of ['light', 'dark'] as const) {
      for (const page of pages[scheme]) {
        const words = wordsOn(scheme, faintestOn(scheme, page));
        expect(contrast(over(flashGrounds[scheme], page), words)).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  it.each(colours)('keeps words readable on the paper that %s is where the page changes its ground', (colour) => {
    expect(contrast(over(grounds.light[colour], [255, 255, 255]), [0, 0, 0])).toBeGreaterThanOrEqual(4.5);
    expect(paletteCss('x-', 'dark')).toContain(`::highlight(x-highlight-${colour}${oddSuffix}){`);
  });

  it('has a rule for every layer on screen, and under forced colours', () => {
    for (const scheme of ['light', 'dark'] as const) {
      const css = paletteCss('x-', scheme);
      const forced = /forced-colors:active\)\{(.*)\}/.exec(css)?.[1] ?? '';
      for (const layer of layers) {
        expect(css.startsWith(`::highlight(x-${layer})`) || css.includes(`\n::highlight(x-${layer}){`)).toBe(true);
        expect(forced).toMatch(new RegExp(`::highlight\\(x-${layer}\\)[,{]`));
      }
    }
  });
});
