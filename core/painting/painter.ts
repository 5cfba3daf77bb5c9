// Paints ranges without touching the page's DOM: CSS Custom Highlight API, one Highlight per layer. The registry is
// shared with the page's own scripts, so names are random and say nothing of the reader, and what is ours is kept in
// our own map: Firefox lets a content script not iterate the registry, and a page may clear it.
import { isOnOddGround } from './page-scheme.ts';
import { hasGround, type Layer, layers, oddSuffix, paletteCss, type Scheme } from './palette.ts';

export type { Layer } from './palette.ts';

export interface Painter {
  /** Replaces what the layer shows. */
  paint(layer: Layer, ranges: readonly Range[]): void;
  /** Takes the colours for a light or dark page; `light` until told. */
  setScheme(scheme: Scheme): void;
  /** Puts back what the page has taken from the registry or out of a highlight. Cheap: call it often. */
  check(): void;
  /** Removes every mark and rule. */
  stop(): void;
}

export interface PainterOptions {
  document: Document;
  scheme?: Scheme;
  /** Takes the stylesheet in place of the one handed before; empty when all is to go. */
  setStyles: (css: string) => void;
}

/** Throws where the browser has no CSS Custom Highlight API. */
export function createPainter({ document, scheme = 'light', setStyles }: PainterOptions): Painter {
  const view = document.defaultView;
  if (view === null || !('highlights' in view.CSS)) throw new Error('This browser cannot paint highlights.');
  const registry = view.CSS.highlights;
  // Not by `randomUUID`: on a page without https there is none.
  const chance = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
  const prefix = `h${chance.toString(16).padStart(8, '0')}-`;
  const given = new Map<Layer, readonly Range[]>();
  const shown = new Map<string, { highlight: Highlight; size: number; layer: Layer; ranges: readonly Range[] }>();
  let shownScheme = scheme;

  const register = (name: string, layer: Layer, ranges: readonly Range[]): void => {
    if (ranges.length === 0) {
      shown.delete(name);
      registry.delete(name);
      return;
    }
    // A new one, registered when it is full: the page is repainted once.
    const highlight = new view.Highlight();
    highlight.priority = layers.indexOf(layer);
    for (const range of ranges) highlight.add(range);
    shown.set(name, { highlight, size: highlight.size, layer, ranges });
    registry.set(name, highlight);
  };

  const paint = (layer: Layer, ranges: readonly Range[]): void => {
    given.set(layer, ranges);
    const odd = hasGround(layer) ? onOddGround(ranges, shownScheme) : new Set<Range>();
    const usual = odd.size === 0 ? ranges : ranges.filter((range) => !odd.has(range));
    register(prefix + layer, layer, usual);
    register(prefix + layer + oddSuffix, layer, [...odd]);
  };

  setStyles(paletteCss(prefix, scheme));
  const setScheme = (wanted: Scheme) => {
    if (wanted === shownScheme) return;
    shownScheme = wanted;
    setStyles(paletteCss(prefix, wanted));
    for (const [layer, ranges] of given) if (hasGround(layer)) paint(layer, ranges);
  };
  return {
    setScheme,
    paint,
    check() {
      for (const [name, { highlight, size, layer, ranges }] of shown) {
        if (highlight.size !== size) register(name, layer, ranges);
        else if (registry.get(name) !== highlight) registry.set(name, highlight);
      }
    },
    stop() {
      for (const name of shown.keys()) registry.delete(name);
      shown.clear();
      setStyles('');
    },
  };
}

/** The ranges that begin where the page's words stand on another ground than its own: in a dark box of a light page. */
function onOddGround(ranges: readonly Range[], scheme: Scheme): Set<Range> {
  const known = new Map<Element, boolean>();
  const isOdd = ({ startContainer }: Range): boolean => {
    const element = startContainer instanceof Element ? startContainer : startContainer.parentElement;
    if (element === null) return false;
    const odd = known.get(element) ?? isOnOddGround(element, scheme);
    known.set(element, odd);
    return odd;
  };
  return new Set(ranges.filter(isOdd));
}
