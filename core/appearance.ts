// How the reader wants the views of the extension: light, dark, or as the browser prefers.

export const appearances = ['auto', 'light', 'dark'] as const;
export type Appearance = (typeof appearances)[number];

/** The CSS `color-scheme` that stands for it; every colour of ours is a `light-dark()`. */
export function colourScheme(appearance: Appearance): string {
  return appearance === 'auto' ? 'light dark' : appearance;
}
