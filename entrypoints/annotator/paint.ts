// Brings the page's paint in step with the state, touching only the layers that differ.
import type { Layer, Painter } from '../../core/painting/painter.ts';
import { layersOf, type Reading } from './reading.ts';

/** Paints a reading; undefined takes everything off. */
export type Paint = (reading: Reading | undefined) => void;

export function paintWith(painter: Pick<Painter, 'paint'>): Paint {
  const shown = new Map<Layer, readonly Range[]>();
  return (reading) => {
    const wanted = reading === undefined ? new Map<Layer, readonly Range[]>() : layersOf(reading);
    for (const layer of new Set([...shown.keys(), ...wanted.keys()])) {
      const ranges = wanted.get(layer) ?? [];
      if (same(shown.get(layer) ?? [], ranges)) continue;
      painter.paint(layer, ranges);
      shown.set(layer, ranges);
    }
  };
}

function same(left: readonly Range[], right: readonly Range[]): boolean {
  return left.length === right.length && left.every((range, index) => range === right[index]);
}
