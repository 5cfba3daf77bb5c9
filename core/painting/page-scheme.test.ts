// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { lightnessOf, pageScheme } from './page-scheme.ts';

function schemeOf(html: string) {
  document.body.innerHTML = html;
  const element = document.querySelector('article');
  if (element === null) throw new Error('the page was not built');
  return pageScheme(element);
}

describe('the scheme of a page', () => {
  it('is that of the first ground that hides what is behind', () => {
    expect(schemeOf('<div style="background-color: rgb(20, 20, 20)"><article>words</article></div>')).toBe('dark');
    expect(
      schemeOf(
        '<div style="background-color: rgb(20, 20, 20)"><main style="background-color: rgb(250, 250, 240)"><article style="background-color: rgba(0, 0, 0, 0.1)">words</article></main></div>',
      ),
    ).toBe('light');
  });

  it('is told by the words where no ground is', () => {
    expect(schemeOf('<article style="color: rgb(240, 240, 240)">words</article>')).toBe('dark');
    expect(schemeOf('<article style="color: rgb(20, 20, 20)">words</article>')).toBe('light');
  });

  it('is told by the words where a picture is the ground', () => {
    expect(
      schemeOf(
        '<div style="background-color: rgb(255, 255, 255); background-image: url(night.jpg)"><article style="color: rgb(255, 255, 255)">words</article></div>',
      ),
    ).toBe('dark');
  });

  it('reads the notations of computed colours', () => {
    expect(lightnessOf('rgb(255, 255, 255)')).toEqual({ lightness: 1, opacity: 1 });
    expect(lightnessOf('rgba(0, 0, 0, 0)')).toEqual({ lightness: 0, opacity: 0 });
    expect(lightnessOf('oklch(0.2 0.05 250)')).toEqual({ lightness: 0.2, opacity: 1 });
    expect(lightnessOf('lab(90 0 0 / 0.5)')).toEqual({ lightness: 0.9, opacity: 0.5 });
    expect(lightnessOf('color(srgb 1 1 1)')?.lightness).toBeCloseTo(1);
    expect(lightnessOf('transparent')).toBeUndefined();
  });
});
