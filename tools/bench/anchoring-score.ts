// How well highlights were found again, in one table by kind of change.
import type { Answer } from './anchoring-in-page.ts';

/** `lo` and `hi` are set of a `range`; `gone`: no character survives; `exclude`: not to be scored. */
export interface Truth {
  t: 'range' | 'gone' | 'exclude';
  lo?: number;
  hi?: number;
}

interface Scored {
  truth: Truth;
  row: Answer & { change: string };
}

const verdicts = ['exact', 'overlap', 'partial', 'wrong', 'lost', 'gone', 'false'] as const;
type Verdict = (typeof verdicts)[number];

export interface Score {
  present: number;
  /** Shares of what is present, 0 to 100; ok = the same characters, or 80 % of the union of both. */
  exact: number;
  ok: number;
  wrong: number;
  lost: number;
  gone: number;
  /** Share of what is gone that was put somewhere. */
  falseOnGone: number;
  msMedian: number;
  msNinetyFifth: number;
}

/** Prints the table of one part of the cases; returns its first line. */
export function scoreTable(part: string, scored: readonly Scored[]): Score {
  const all = scoreOf(scored);
  print(`${part} (all)`, all);
  for (const change of [...new Set(scored.map(({ row }) => row.change))].sort()) {
    print(`  ${change}`, scoreOf(scored.filter(({ row }) => row.change === change)));
  }
  return all;
}

function verdictOf({ truth, row }: Scored): Verdict | undefined {
  if (truth.t === 'exclude') return undefined;
  if (row.start === null || row.end === null) return truth.t === 'gone' ? 'gone' : 'lost';
  if (truth.t === 'gone') return 'false';
  const { lo = 0, hi = 0 } = truth;
  if (row.start === lo && row.end === hi) return 'exact';
  const shared = Math.max(0, Math.min(row.end, hi) - Math.max(row.start, lo));
  const union = Math.max(row.end, hi) - Math.min(row.start, lo);
  return shared / union >= 0.8 ? 'overlap' : shared > 0 ? 'partial' : 'wrong';
}

function scoreOf(scored: readonly Scored[]): Score {
  const counts: Record<Verdict, number> = { exact: 0, overlap: 0, partial: 0, wrong: 0, lost: 0, gone: 0, false: 0 };
  for (const each of scored) {
    const verdict = verdictOf(each);
    if (verdict !== undefined) counts[verdict]++;
  }
  const present = counts.exact + counts.overlap + counts.partial + counts.wrong + counts.lost;
  const gone = counts.gone + counts.false;
  const times = scored.map(({ row }) => row.anchorMs).sort((one, other) => one - other);
  return {
    present,
    exact: percent(counts.exact, present),
    ok: percent(counts.exact + counts.overlap, present),
    wrong: percent(counts.wrong, present),
    lost: percent(counts.lost, present),
    gone,
    falseOnGone: percent(counts.false, gone),
    msMedian: rounded(times[Math.floor(times.length / 2)] ?? 0),
    msNinetyFifth: rounded(times[Math.floor(times.length * 0.95)] ?? 0),
  };
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : rounded((100 * part) / whole);
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

function print(name: string, score: Score): void {
  const { present, exact, ok, wrong, lost, gone, falseOnGone, msMedian, msNinetyFifth } = score;
  console.log(
    `${name.padEnd(24)} present ${present} exact ${exact} ok ${ok} wrong ${wrong} lost ${lost} | gone ${gone} false ${falseOnGone} | ms ${msMedian} / ${msNinetyFifth}`,
  );
}
