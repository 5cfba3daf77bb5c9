// How many annotations were made in each month of the reader's own time.
import type { IndexedDoc } from './doc.ts';
import type { FacetValue } from './query.ts';
import type { Segment } from './segment.ts';

/** The months that have any, `2026-11` for example, the newest first. */
export function countMonths(hits: Uint8Array, segment: Segment, newer: readonly IndexedDoc[]): FacetValue[] {
  const counts = new Map<string, number>();
  let month = monthAt(0);
  const count = (time: number): void => {
    // Rows come in the order of their time: a month is looked up once, not for each row.
    if (time < month.from || time >= month.to) month = monthAt(time);
    counts.set(month.name, (counts.get(month.name) ?? 0) + 1);
  };
  for (let row = 0; row < segment.rows; row++) if (hits[row] === 1) count((segment.created[row] ?? 0) * 1000);
  for (const doc of newer) count(doc.created);
  return [...counts].sort(([one], [other]) => (one < other ? 1 : -1)).map(([value, many]) => ({ value, count: many }));
}

/** @param time ms since 1970 */
function monthAt(time: number): { from: number; to: number; name: string } {
  const date = new Date(time);
  const [year, month] = [date.getFullYear(), date.getMonth()];
  const name = `${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}`;
  return { from: new Date(year, month, 1).getTime(), to: new Date(year, month + 1, 1).getTime(), name };
}
