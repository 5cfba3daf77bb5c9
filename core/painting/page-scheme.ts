// Light or dark: what the page's words really stand on, whatever its stylesheet calls it.
import type { Scheme } from './palette.ts';

/**
 * Looks from an element (the article's body, say) outwards for the first ground that hides what is behind. Where
 * there is none, or where a picture is the ground, the words tell: light words stand on a dark page.
 */
export function pageScheme(element: Element): Scheme {
  const ground = groundLightness(element);
  if (ground !== undefined) return ground > 0.5 ? 'light' : 'dark';
  const view = element.ownerDocument.defaultView;
  const words = view === null ? undefined : lightnessOf(view.getComputedStyle(element).color);
  return words !== undefined && words.lightness > 0.5 ? 'dark' : 'light';
}

/** The lightest ground, 0 to 1, on which the translucent colours of a dark page keep words readable. */
const darkEnough = 0.25;

/** Whether an element's words stand on a ground that is unlike that of its page: in a dark box of a light page, say. */
export function isOnOddGround(element: Element, scheme: Scheme): boolean {
  const ground = groundLightness(element);
  if (ground === undefined) return pageScheme(element) !== scheme;
  return scheme === 'light' ? ground <= 0.5 : ground > darkEnough;
}

/** Undefined where nothing or a picture is behind the words. */
function groundLightness(element: Element): number | undefined {
  const view = element.ownerDocument.defaultView;
  for (let each: Element | undefined = element; each !== undefined && view !== null; each = outer(each)) {
    const style = view.getComputedStyle(each);
    if (style.backgroundImage.includes('url(')) return undefined;
    const ground = lightnessOf(style.backgroundColor);
    if (ground !== undefined && ground.opacity > 0.5) return ground.lightness;
  }
  return undefined;
}

function outer(element: Element): Element | undefined {
  const parent = element.assignedSlot ?? element.parentNode;
  if (parent instanceof Element) return parent;
  return parent instanceof ShadowRoot ? parent.host : undefined;
}

/** Roughly how light the eye finds a computed colour, 0 to 1; undefined for a notation that is not known. */
export function lightnessOf(colour: string): { lightness: number; opacity: number } | undefined {
  const notation = /^(rgba?|color|oklab|oklch|lab|lch)\((?:(?:srgb|display-p3|rec2020) )?([^)]*)\)$/.exec(
    colour.trim(),
  );
  const numbers = (notation?.[2] ?? '').split(/[\s,/]+/).map(Number.parseFloat);
  const [first = Number.NaN, second = 0, third = 0, opacity = 1] = numbers;
  if (notation === null || Number.isNaN(first)) return undefined;
  const name = notation[1] ?? '';
  if (name.startsWith('ok')) return { lightness: first, opacity };
  if (name === 'lab' || name === 'lch') return { lightness: first / 100, opacity };
  const most = name === 'color' ? 1 : 255;
  return { lightness: (0.3 * first + 0.59 * second + 0.11 * third) / most, opacity };
}
