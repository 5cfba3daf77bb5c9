// Contrast of words on their ground, by WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). Colours are red,
// green, blue, 0 to 255.
import { type Rgba, type Scheme, wordsKept } from './palette.ts';

export type Rgb = readonly [number, number, number];

/** 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** What is seen of a translucent colour over an opaque one. */
export function over([red, green, blue, alpha]: Rgba, ground: Rgb): Rgb {
  const mix = (value: number, behind: number) => alpha * value + (1 - alpha) * behind;
  return [mix(red, ground[0]), mix(green, ground[1]), mix(blue, ground[2])];
}

/** How words are drawn on a ground of the palette. */
export function wordsOn(scheme: Scheme, words: Rgb): Rgb {
  const ink = scheme === 'light' ? 0 : 255;
  return over([ink, ink, ink, 1 - wordsKept[scheme]], words);
}

function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
