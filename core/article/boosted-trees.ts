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

/** The probability, 0 to 1, that the model gives to these features. */
export function predict(model: BoostedTrees, features: readonly number[]): number {
  const { trees, thresholds } = model;
  const inner = 2 ** model.depth - 1;
  let sum = model.bias;
  for (let tree = 0; tree < trees.length; tree += 3 * inner + 1) {
    let node = 0;
    while (node < inner) {
      const feature = digitAt(trees, tree + 2 * node);
      const threshold = thresholds[feature]?.[digitAt(trees, tree + 2 * node + 1)] ?? 0;
      node = 2 * node + ((features[feature] ?? 0) < threshold ? 1 : 2);
    }
    sum += (digitAt(trees, tree + inner + node) - middleDigit) * model.step;
  }
  return 1 / (1 + Math.exp(-sum));
}
