// Where the rows of a long list stand, without any of them: all rows are equally high, and so are the heads of groups,
// so every place is a sum. A list whose heights are only known once it is drawn would need a library; this needs none.

/** px */
export interface Heights {
  row: number;
  head: number;
}

export type Placed =
  | { kind: 'row'; index: number; top: number }
  /** The head of a group, which `count` rows from `index` on follow. */
  | { kind: 'head'; index: number; count: number; top: number };

export interface Layout {
  height: number;
  topOf(index: number): number;
  /** What stands between two heights, in order. */
  between(top: number, bottom: number): Placed[];
}

/** @param runs how many rows each group has, one after the other; without groups there are no heads */
export function layoutOf(total: number, runs: readonly number[] | undefined, { row, head }: Heights): Layout {
  if (runs === undefined) {
    const between = (top: number, bottom: number): Placed[] =>
      rowsBetween(Math.max(0, Math.floor(top / row)), Math.min(total, Math.ceil(bottom / row)), (index) => index * row);
    return { height: total * row, topOf: (index) => index * row, between };
  }
  /** The first row of each group. */
  const firsts = [0];
  for (const run of runs) firsts.push((firsts.at(-1) ?? 0) + run);
  const headTop = (group: number): number => (firsts[group] ?? 0) * row + group * head;
  const groupOf = (index: number): number => lastWhere(runs.length, (group) => (firsts[group] ?? 0) <= index);
  const topOf = (index: number): number => index * row + (groupOf(index) + 1) * head;
  return {
    height: headTop(runs.length),
    topOf,
    between(top, bottom) {
      const placed: Placed[] = [];
      for (let group = lastWhere(runs.length, (each) => headTop(each) <= top); group < runs.length; group++) {
        const start = headTop(group);
        if (start >= bottom) break;
        const index = firsts[group] ?? 0;
        const count = runs[group] ?? 0;
        placed.push({ kind: 'head', index, count, top: start });
        const from = index + Math.max(0, Math.floor((top - start - head) / row));
        const to = index + Math.min(count, Math.ceil((bottom - start - head) / row));
        placed.push(...rowsBetween(from, to, (each) => start + head + (each - index) * row));
      }
      return placed;
    },
  };
}

function rowsBetween(from: number, to: number, topOf: (index: number) => number): Placed[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, step) => {
    const index = from + step;
    return { kind: 'row', index, top: topOf(index) };
  });
}

/** The last of `count` numbers from 0 on that hold, of which those before it hold too; 0 when none does. */
function lastWhere(count: number, holds: (number: number) => boolean): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
