// How every layer looks, as rules of the CSS Custom Highlight API. A highlight cannot change the page's layout: these
// rules paint backgrounds and underlines; words on a background are drawn somewhat nearer to black or white, so that
// they keep the contrast that the page gave them.
import { type Colour, colours, type EntityType } from '../annotation.ts';

/** Whether the page's words stand on a light or a dark ground (see page-scheme.ts). */
export type Scheme = 'light' | 'dark';

export type Layer = `highlight-${Colour}` | 'noted' | Lowercase<EntityType> | 'focus' | 'flash';

/** Red, green, blue 0 to 255 and opacity 0 to 1. */
export type Rgba = readonly [number, number, number, number];

/**
 * Backgrounds of the reader's highlights. Translucent, so that a tinted page shows through; pale enough that with
 * `wordsKept` words of contrast 4.5 on the plain page keep 4.5 (palette.test.ts holds them to it).
 */
export const grounds: Record<Scheme, Record<Colour, Rgba>> = {
  light: {
    yellow: [255, 222, 0, 0.45],
    green: [80, 220, 110, 0.36],
    blue: [90, 185, 255, 0.36],
    pink: [255, 120, 170, 0.32],
    purple: [190, 140, 255, 0.34],
  },
  dark: {
    yellow: [250, 200, 0, 0.26],
    green: [50, 210, 90, 0.26],
    blue: [60, 150, 255, 0.34],
    pink: [255, 80, 150, 0.32],
    purple: [165, 95, 255, 0.38],
  },
};

/** Words on a background keep so much of their own colour, 0 to 1; the rest is black or white. */
export const wordsKept: Record<Scheme, number> = { light: 0.7, dark: 0.45 };
/** Flashed words, while the reader is led to a passage. */
export const flashGrounds: Record<Scheme, Rgba> = {
  light: [255, 170, 0, 0.5],
  dark: [255, 170, 0, 0.28],
};

/**
 * Where a page's words stand on a ground unlike its own (white words in a blue box of a light page), nothing translucent
 * keeps their contrast: there a highlight is the light palette's on white paper, with black words.
 */
export const oddSuffix = '-odd';

/** Whether the layer paints a background. */
export function hasGround(layer: Layer): boolean {
  return layer === 'flash' || layer.startsWith('highlight-');
}

interface Mark {
  line: string;
  hue: Record<Scheme, string>;
}

/** Kinds are told apart by the line's style first; the hues stay apart for the colour-blind too (Okabe and Ito). */
const marks: Record<Lowercase<EntityType>, Mark> = {
  person: { line: 'solid 1.5px', hue: { light: '#0072b2', dark: '#56b4e9' } },
  organization: { line: 'dashed 1.5px', hue: { light: '#b35900', dark: '#e69f00' } },
  place: { line: 'dotted 2px', hue: { light: '#007a5a', dark: '#33c79b' } },
  handle: { line: 'wavy 1px', hue: { light: '#a8427f', dark: '#e39bc8' } },
  hashtag: { line: 'wavy 1px', hue: { light: '#a8427f', dark: '#e39bc8' } },
};

/** Later layers lie over earlier ones where they meet: the reader's own marks over ours. */
export const layers: readonly Layer[] = [
  'person',
  'organization',
  'place',
  'handle',
  'hashtag',
  'focus',
  'noted',
  ...colours.map((colour): Layer => `highlight-${colour}`),
  'flash',
];

/** The layer that mentions of a kind are painted in. */
export function layerOf(type: EntityType): Lowercase<EntityType> {
  switch (type) {
    case 'Person':
      return 'person';
    case 'Organization':
      return 'organization';
    case 'Place':
      return 'place';
    case 'Handle':
      return 'handle';
    case 'Hashtag':
      return 'hashtag';
  }
}

/** The rules of all layers, each highlight named `prefix` + layer. */
export function paletteCss(prefix: string, scheme: Scheme): string {
  const at = (layer: Layer) => `::highlight(${prefix}${layer})`;
  const rules: string[] = [];
  const forced: string[] = [];
  for (const [kind, mark] of Object.entries(marks)) {
    const name = `::highlight(${prefix}${kind})`;
    const colour = `color-mix(in srgb, ${mark.hue[scheme]} 55%, color-mix(in srgb, currentColor 45%, transparent))`;
    rules.push(`${name}{text-decoration:underline ${mark.line} ${colour};text-underline-offset:.18em}`);
    forced.push(`${name}{text-decoration-color:LinkText}`);
  }
  const accent = scheme === 'light' ? '#0072b2' : '#56b4e9';
  rules.push(
    `${at('focus')}{text-decoration:underline solid 2px ${accent};text-underline-offset:.18em}`,
    `${at('noted')}{text-decoration:underline solid 2px color-mix(in srgb, currentColor 70%, transparent);text-underline-offset:.22em}`,
  );
  const words = `color:color-mix(in srgb, currentColor ${wordsKept[scheme] * 100}%, ${scheme === 'light' ? 'black' : 'white'})`;
  const ground = ([red, green, blue, alpha]: Rgba) => `background-color:rgb(${red} ${green} ${blue} / ${alpha})`;
  const paper = ([red, green, blue, alpha]: Rgba) =>
    `background-color:color-mix(in srgb,rgb(${red} ${green} ${blue}) ${alpha * 100}%,white);color:black`;
  const odd = (layer: Layer) => `::highlight(${prefix}${layer}${oddSuffix})`;
  for (const colour of colours) {
    const layer: Layer = `highlight-${colour}`;
    rules.push(`${at(layer)}{${ground(grounds[scheme][colour])};${words}}`);
    rules.push(`${odd(layer)}{${paper(grounds.light[colour])}}`);
    forced.push(`${at(layer)},${odd(layer)}{background-color:Mark;color:MarkText}`);
  }
  rules.push(
    `${at('flash')}{${ground(flashGrounds[scheme])};${words}}`,
    `${odd('flash')}{${paper(flashGrounds.light)}}`,
  );
  forced.push(
    `${at('focus')}{text-decoration-color:Highlight}`,
    `${at('noted')}{text-decoration-color:CanvasText}`,
    `${at('flash')},${odd('flash')}{background-color:Highlight;color:HighlightText}`,
  );
  const onPaper = Object.keys(marks).concat('focus', 'flash', `flash${oddSuffix}`);
  const printed = onPaper.map(
    (layer) => `::highlight(${prefix}${layer}){text-decoration:none;background:none;color:currentColor}`,
  );
  return [
    ...rules,
    `@media (forced-colors:active){${forced.join('')}}`,
    // Paper shows what the reader marked, not what we did.
    `@media print{${printed.join('')}}`,
  ].join('\n');
}
