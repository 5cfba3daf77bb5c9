// Gradient boosted small trees, read from a compact table. One tree is a stretch of characters: for each of its inner
// nodes, in breadth-first order, one for the feature and one for the threshold, then one for each leaf.

export interface BoostedTrees {
  /** Levels of inner nodes in every tree. */
  depth: number;
  /** What all trees are added to; log-odds. */
  bias: number;
  /** A leaf's digit tells how many of these it is away from the middle digit. */
  step: number;
  /** Ascending thresholds of each feature; a value below its threshold goes left. */
  thresholds: readonly (readonly number[])[];
  /** All trees, one after the other. */
  trees: string;
}

/** Digits are printable ASCII from here on, without the backslash, which would have to be escaped. */
const firstDigit = 35;
const backslash = 92;
export const digits = 91;
export const middleDigit = 45;

export function digitAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  return code - firstDigit - Number(code > backslash);
}

export function digitOf(value: number): string {
  return String.fromCharCode(value + firstDigit + Number(value + firstDigit >= backslash));
}

/** The trees as numbers, one after the other. */
interface Unpacked {
  /** Of each inner node: which feature it looks at, and what is less than this goes left. */
  features: Uint8Array;
  cuts: Float64Array;
  leaves: Float64Array;
}

const unpacked = new WeakMap<BoostedTrees, Unpacked>();

/** The probability, 0 to 1, that the model gives to these features. */
export function predict(model: BoostedTrees, values: readonly number[]): number {
  const { features, cuts, leaves } = unpacked.get(model) ?? unpack(model);
  const inner = 2 ** model.depth - 1;
  let sum = model.bias;
  for (let tree = 0, root = 0; root < features.length; tree++, root += inner) {
    let node = 0;
    while (node < inner) {
      const value = values[features[root + node] ?? 0] ?? 0;
      node = 2 * node + (value < (cuts[root + node] ?? 0) ? 1 : 2);
    }
    // A tree has one leaf more than it has inner nodes.
    sum += leaves[root + tree + node - inner] ?? 0;
  }
  return 1 / (1 + Math.exp(-sum));
}

/** Done once: a page has hundreds of blocks, and reading digits is most of the work. */
function unpack(model: BoostedTrees): Unpacked {
  const { trees, thresholds, step, depth } = model;
  const inner = 2 ** depth - 1;
  const count = trees.length / (3 * inner + 1);
  const numbers: Unpacked = {
    features: new Uint8Array(count * inner),
    cuts: new Float64Array(count * inner),
    leaves: new Float64Array(count * (inner + 1)),
  };
  let at = 0;
  for (let tree = 0; tree < count; tree++) {
    for (let node = tree * inner; node < (tree + 1) * inner; node++) {
      const feature = digitAt(trees, at++);
      numbers.features[node] = feature;
      numbers.cuts[node] = thresholds[feature]?.[digitAt(trees, at++)] ?? 0;
    }
    for (let leaf = tree * (inner + 1); leaf < (tree + 1) * (inner + 1); leaf++)
      numbers.leaves[leaf] = (digitAt(trees, at++) - middleDigit) * step;
  }
  unpacked.set(model, numbers);
  return numbers;
}
