// Trains gradient boosted trees with logistic loss (Friedman 2001, second-order leaves as in XGBoost) on few rows and
// few features: every feature is cut at quantiles, every split is tried. No randomness but the seeded row samples.
import { type BoostedTrees, digitOf, digits, middleDigit } from '../../core/article/boosted-trees.ts';

export interface BoostOptions {
  rounds: number;
  depth: number;
  rate: number;
  /** Thresholds tried for each feature, fewer than `digits`. */
  cuts: number;
  /** Least sum of second derivatives (p(1-p) of each row) in a leaf. */
  leastHessian: number;
  /** Pulls leaves to zero. */
  ridge: number;
  /** Share of rows that each tree sees. */
  sample: number;
  /** Share of features that each tree may split by; all when left out. */
  featureSample?: number;
  seed: number;
}

export interface Row {
  features: readonly number[];
  label: 0 | 1;
  weight: number;
}

export function train(rows: readonly Row[], options: BoostOptions): BoostedTrees {
  const width = rows[0]?.features.length ?? 0;
  const thresholds = Array.from({ length: width }, (_, feature) => cutsOf(rows, feature, options.cuts));
  // Bins, feature by feature: how many thresholds lie at or below the value.
  const bins = thresholds.map((cuts, feature) =>
    Uint8Array.from(rows, (row) => cuts.filter((cut) => cut <= (row.features[feature] ?? 0)).length),
  );
  const total = sum(rows.map((row) => row.weight));
  const positive = sum(rows.map((row) => row.weight * row.label));
  const bias = Math.log(positive / (total - positive));
  const scores = new Float64Array(rows.length).fill(bias);
  const random = seeded(options.seed);
  const trees: Tree[] = [];
  for (let round = 0; round < options.rounds; round++) {
    const gradients = rows.map((row, index) => row.weight * (row.label - sigmoid(scores[index] ?? 0)));
    const hessians = rows.map((row, index) => {
      const p = sigmoid(scores[index] ?? 0);
      return row.weight * p * (1 - p);
    });
    const sampled = rows.map((_, index) => index).filter(() => random() < options.sample);
    const share = options.featureSample ?? 1;
    const seen = bins.map((bin) => (share === 1 || random() < share ? bin : undefined));
    const tree = growTree({ bins: seen, thresholds, gradients, hessians, options }, sampled);
    for (let index = 0; index < rows.length; index++) {
      scores[index] = (scores[index] ?? 0) + leafOf(tree, bins, index);
    }
    trees.push(tree);
  }
  return pack(trees, thresholds, options.depth, bias);
}

interface Tree {
  /** Breadth-first; an inner node that splits nothing has threshold index 0 on feature 0 and equal leaves below. */
  splits: { feature: number; cut: number }[];
  leaves: number[];
}

interface Growth {
  /** Of the features that the tree may split by. */
  bins: readonly (Uint8Array | undefined)[];
  thresholds: readonly (readonly number[])[];
  gradients: readonly number[];
  hessians: readonly number[];
  options: BoostOptions;
}

function growTree(growth: Growth, rows: readonly number[]): Tree {
  const { depth, rate, ridge } = growth.options;
  const splits: Tree['splits'] = [];
  let level: (readonly number[])[] = [rows];
  for (let at = 0; at < depth; at++) {
    const next: (readonly number[])[] = [];
    for (const members of level) {
      const split = bestSplit(growth, members);
      splits.push(split ?? { feature: 0, cut: 0 });
      const bin = growth.bins[split?.feature ?? 0];
      const goesLeft = (row: number) => (bin?.[row] ?? 0) <= (split?.cut ?? 0);
      // Without a gain both sides get all rows, so that their leaves are the same.
      next.push(split ? members.filter(goesLeft) : members, split ? members.filter((row) => !goesLeft(row)) : members);
    }
    level = next;
  }
  const leaves = level.map((members) => {
    const gradient = sum(members.map((row) => growth.gradients[row] ?? 0));
    const hessian = sum(members.map((row) => growth.hessians[row] ?? 0));
    return (rate * gradient) / (hessian + ridge);
  });
  return { splits, leaves };
}

function bestSplit(growth: Growth, members: readonly number[]): { feature: number; cut: number } | undefined {
  const { ridge, leastHessian } = growth.options;
  const allGradient = sum(members.map((row) => growth.gradients[row] ?? 0));
  const allHessian = sum(members.map((row) => growth.hessians[row] ?? 0));
  let best: { feature: number; cut: number } | undefined;
  let bestGain = allGradient ** 2 / (allHessian + ridge) + 1e-6;
  growth.bins.forEach((bin, feature) => {
    if (bin === undefined) return;
    const cuts = growth.thresholds[feature]?.length ?? 0;
    const gradients = new Float64Array(cuts + 1);
    const hessians = new Float64Array(cuts + 1);
    for (const row of members) {
      const at = bin[row] ?? 0;
      gradients[at] = (gradients[at] ?? 0) + (growth.gradients[row] ?? 0);
      hessians[at] = (hessians[at] ?? 0) + (growth.hessians[row] ?? 0);
    }
    let gradient = 0;
    let hessian = 0;
    for (let cut = 0; cut < cuts; cut++) {
      gradient += gradients[cut] ?? 0;
      hessian += hessians[cut] ?? 0;
      if (hessian < leastHessian || allHessian - hessian < leastHessian) continue;
      const gain = gradient ** 2 / (hessian + ridge) + (allGradient - gradient) ** 2 / (allHessian - hessian + ridge);
      if (gain > bestGain) {
        bestGain = gain;
        best = { feature, cut };
      }
    }
  });
  return best;
}

function leafOf(tree: Tree, bins: readonly Uint8Array[], row: number): number {
  let node = 0;
  while (node < tree.splits.length) {
    const split = tree.splits[node];
    node = 2 * node + ((bins[split?.feature ?? 0]?.[row] ?? 0) <= (split?.cut ?? 0) ? 1 : 2);
  }
  return tree.leaves[node - tree.splits.length] ?? 0;
}

/** Only thresholds that a tree uses are kept. */
function pack(
  trees: readonly Tree[],
  thresholds: readonly (readonly number[])[],
  depth: number,
  bias: number,
): BoostedTrees {
  const used = thresholds.map((cuts, feature) => {
    const indices = trees.flatMap((tree) =>
      tree.splits.filter((split) => split.feature === feature).map(({ cut }) => cut),
    );
    return [...new Set(indices)].sort((one, other) => one - other).filter((cut) => cut < cuts.length);
  });
  const step = Math.max(...trees.flatMap((tree) => tree.leaves.map(Math.abs))) / middleDigit;
  const text = trees.map((tree) => {
    const inner = tree.splits.map(
      ({ feature, cut }) => digitOf(feature) + digitOf(Math.max(0, used[feature]?.indexOf(cut) ?? 0)),
    );
    return [...inner, ...tree.leaves.map((leaf) => digitOf(Math.round(leaf / step) + middleDigit))].join('');
  });
  return {
    depth,
    bias: Number(bias.toFixed(4)),
    step: Number(step.toPrecision(4)),
    thresholds: used.map((cuts, feature) => cuts.map((cut) => thresholds[feature]?.[cut] ?? 0)),
    trees: text.join(''),
  };
}

/** Up to `count` different values that part the rows evenly, rounded as far as they still part them. */
function cutsOf(rows: readonly Row[], feature: number, count: number): number[] {
  const values = rows.map((row) => row.features[feature] ?? 0).sort((one, other) => one - other);
  const distinct = [...new Set(values)];
  const wanted = Math.min(count, digits - 1);
  const picked =
    distinct.length <= wanted + 1
      ? distinct.slice(1)
      : Array.from(
          { length: wanted },
          (_, index) => values[Math.floor(((index + 1) * values.length) / (wanted + 1))] ?? 0,
        );
  const rounded = picked.map((value) => Number(value.toPrecision(2))).filter((value) => value > (distinct[0] ?? 0));
  return [...new Set(rounded)].sort((one, other) => one - other);
}

/** mulberry32, by Tommy Ettinger: small, and the same everywhere. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function sigmoid(score: number): number {
  return 1 / (1 + Math.exp(-score));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
