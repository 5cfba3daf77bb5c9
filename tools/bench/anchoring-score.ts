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
  /** Answers told as exact, and the share of them that are. */
  toldExact: number;
  toldRight: number;
  msMedian: number;
  msNinetyFifth: number;
}

/** Prints the table of one part of the cases, by change unless told; returns its first line. */
export function scoreTable(part: string, scored: readonly Scored[], byChange = true): Score {
  const all = scoreOf(scored);
  print(part, all);
  if (!byChange) return all;
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
  const times = scored.map(({ row }) => row.anchorMs);
  const told = scored.filter((each) => each.row.state === 'exact' && each.truth.t !== 'exclude');
  const right = told.filter((each) => verdictOf(each) === 'exact');
  return {
    present,
    exact: percent(counts.exact, present),
    ok: percent(counts.exact + counts.overlap, present),
    wrong: percent(counts.wrong, present),
    lost: percent(counts.lost, present),
    gone,
    falseOnGone: percent(counts.false, gone),
    toldExact: told.length,
    toldRight: percent(right.length, told.length),
    msMedian: rounded(quantile(times, 0.5)),
    msNinetyFifth: rounded(quantile(times, 0.95)),
  };
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : rounded((100 * part) / whole);
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

function print(name: string, score: Score): void {
  const { present, exact, ok, wrong, lost, gone, falseOnGone, toldExact, toldRight, msMedian, msNinetyFifth } = score;
  console.log(
    `${name.padEnd(32)} present ${present} exact ${exact} ok ${ok} wrong ${wrong} lost ${lost} | gone ${gone} false ${falseOnGone} | told exact ${toldExact} right ${toldRight} | ms ${msMedian} / ${msNinetyFifth}`,
  );
}
