// Trains the weights of the field by stochastic gradient: FTRL-Proximal (McMahan et al. 2013), every weight with its
// own step, weights of little use held at exactly zero by the L1 term.
import { type Marginals, marginalsOf, oddsOf } from '../../core/entities/crf.ts';
import { labelCount, labelsAfter } from '../../core/entities/labels.ts';
import type { Example } from './examples.ts';

export interface FtrlOptions {
  alpha: number;
  beta: number;
  l1: number;
  l2: number;
}

/** Gradients smaller than this change nothing worth the time. */
const smallest = 1e-4;

/** Weights that learn: `values` are the weights, `sums` and `squares` the state of FTRL. */
export class LearntWeights {
  readonly values: Float32Array;
  readonly #sums: Float32Array;
  readonly #squares: Float32Array;
  readonly #options: FtrlOptions;

  constructor(size: number, options: FtrlOptions) {
    this.values = new Float32Array(size);
    this.#sums = new Float32Array(size);
    this.#squares = new Float32Array(size);
    this.#options = options;
  }

  learn(index: number, gradient: number): void {
    const { alpha, beta, l1, l2 } = this.#options;
    const squares = this.#squares[index] ?? 0;
    const root = Math.sqrt(squares + gradient * gradient);
    const sum = (this.#sums[index] ?? 0) + gradient - ((root - Math.sqrt(squares)) / alpha) * (this.values[index] ?? 0);
    this.#squares[index] = squares + gradient * gradient;
    this.#sums[index] = sum;
    this.values[index] = Math.abs(sum) <= l1 ? 0 : -(sum - Math.sign(sum) * l1) / ((beta + root) / alpha + l2);
  }
}

/** What of an example is seen in one step. */
export interface ExampleView {
  /** Whether the features of the rest of the text count. */
  whole: boolean;
  /** The share of features that are not seen, so that no few of them carry a name alone. */
  dropout: number;
  /** Chooses those. */
  seed: number;
}

/**
 * One step: moves the weights towards the labels of one sentence. Answers with the loss before it.
 */
export function learnExample(
  example: Example,
  weights: LearntWeights,
  transitions: LearntWeights,
  view: ExampleView,
): number {
  const length = example.labels.length;
  const scores = new Float64Array(length * labelCount);
  eachFeature(example, view, (at, feature) => {
    const row = at * labelCount;
    const base = feature * labelCount;
    for (let label = 0; label < labelCount; label++) {
      scores[row + label] = (scores[row + label] ?? 0) + (weights.values[base + label] ?? 0);
    }
  });
  const marginals = marginalsOf(scores, oddsOf(transitions.values));
  let loss = marginals.logTotal;
  const gradients = marginals.labels.slice();
  example.labels.forEach((label, at) => {
    loss -= scores[at * labelCount + label] ?? 0;
    gradients[at * labelCount + label] = (gradients[at * labelCount + label] ?? 0) - 1;
  });
  loss -= learnTransitions(example.labels, marginals, transitions);
  // A token that is surely right teaches nothing.
  const teaches = Uint8Array.from(example.labels, (_, at) => {
    for (let label = 0; label < labelCount; label++) {
      if (Math.abs(gradients[at * labelCount + label] ?? 0) > smallest) return 1;
    }
    return 0;
  });
  eachFeature(example, view, (at, feature) => {
    if (teaches[at] === 0) return;
    const row = at * labelCount;
    const base = feature * labelCount;
    for (let label = 0; label < labelCount; label++) {
      const gradient = gradients[row + label] ?? 0;
      if (Math.abs(gradient) > smallest) weights.learn(base + label, gradient);
    }
  });
  return loss;
}

function eachFeature(example: Example, view: ExampleView, use: (at: number, feature: number) => void): void {
  const { local, localStarts, whole, wholeStarts, labels } = example;
  const dropped = view.dropout * 2 ** 32;
  // The same features are dropped whenever the same seed walks over the example.
  let state = view.seed | 1;
  const draw = (at: number, feature: number): void => {
    state = Math.imul(state, 0x915f77f5) + 0x6d2b79f5;
    if ((state ^ (state >>> 15)) >>> 0 >= dropped) use(at, feature);
  };
  for (let at = 0; at < labels.length; at++) {
    for (let index = localStarts[at] ?? 0; index < (localStarts[at + 1] ?? 0); index++) draw(at, local[index] ?? 0);
    if (!view.whole) continue;
    for (let index = wholeStarts[at] ?? 0; index < (wholeStarts[at + 1] ?? 0); index++) draw(at, whole[index] ?? 0);
  }
}

/** Answers with the score of the right transitions before learning. */
function learnTransitions(labels: Uint8Array, marginals: Marginals, transitions: LearntWeights): number {
  const { forward, own, backward, sums } = marginals;
  const odds = oddsOf(transitions.values);
  const gradients = new Float64Array(labelCount * labelCount);
  let right = 0;
  for (let at = 1; at < labels.length; at++) {
    const row = at * labelCount;
    for (let from = 0; from < labelCount; from++) {
      const before = (forward[row - labelCount + from] ?? 0) / (sums[at] ?? 1);
      if (before === 0) continue;
      for (const to of labelsAfter[from] ?? []) {
        const pair = from * labelCount + to;
        const probability = before * (odds[pair] ?? 0) * (own[row + to] ?? 0) * (backward[row + to] ?? 0);
        gradients[pair] = (gradients[pair] ?? 0) + probability;
      }
    }
    const pair = (labels[at - 1] ?? 0) * labelCount + (labels[at] ?? 0);
    gradients[pair] = (gradients[pair] ?? 0) - 1;
    right += transitions.values[pair] ?? 0;
  }
  gradients.forEach((gradient, pair) => {
    if (Math.abs(gradient) > smallest) transitions.learn(pair, gradient);
  });
  return right;
}
