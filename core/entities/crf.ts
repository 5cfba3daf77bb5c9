// A linear-chain conditional random field (Lafferty, McCallum, Pereira 2001) over the labels of labels.ts:
// Viterbi for the best labels, forward-backward for how sure each is. Cost: tokens x pairs of labels.
import { labelCount, labelsAfter, labelsBefore, mayEnd, mayFollow } from './labels.ts';

const impossible = -1e9;
const none = new Uint8Array();
const starts = Uint8Array.from({ length: labelCount }, (_, label) => Number(mayFollow(0, label)));
const ends = Uint8Array.from({ length: labelCount }, (_, label) => Number(mayEnd(label)));

/** The best labels of one sentence. `scores`: token x label. Ties go to the lower label. */
export function bestLabels(scores: Float64Array, transitions: Float32Array): Uint8Array {
  const length = scores.length / labelCount;
  const best = new Float64Array(scores.length);
  const back = new Uint8Array(scores.length);
  for (let at = 0; at < length; at++) {
    const row = at * labelCount;
    for (let label = 0; label < labelCount; label++) {
      let top = at === 0 ? (starts[label] === 1 ? 0 : impossible) : Number.NEGATIVE_INFINITY;
      if (at > 0) {
        const before = labelsBefore[label] ?? none;
        for (let index = 0; index < before.length; index++) {
          const from = before[index] ?? 0;
          const score = (best[row - labelCount + from] ?? 0) + (transitions[from * labelCount + label] ?? 0);
          if (score > top) {
            top = score;
            back[row + label] = from;
          }
        }
      }
      best[row + label] = top + (scores[row + label] ?? 0);
    }
  }
  const labels = new Uint8Array(length);
  let label = 0;
  let top = Number.NEGATIVE_INFINITY;
  for (let each = 0; each < labelCount && length > 0; each++) {
    const score = best[(length - 1) * labelCount + each] ?? 0;
    if (ends[each] === 1 && score > top) {
      top = score;
      label = each;
    }
  }
  for (let at = length - 1; at >= 0; at--) {
    labels[at] = label;
    label = back[at * labelCount + label] ?? 0;
  }
  return labels;
}

export interface Marginals {
  /** Probability of each label of each token, token x label. */
  labels: Float64Array;
  /** Log of the sum over all labellings. */
  logTotal: number;
  /**
   * What the probability of a pair of labels is made of, token x label: that of labels (at - 1, at) is
   * forward[at - 1] x odds[pair] x own[at] x backward[at] / sums[at].
   */
  forward: Float64Array;
  own: Float64Array;
  backward: Float64Array;
  /** One for each token. */
  sums: Float64Array;
}

/** Transitions as factors, as `marginalsOf` takes them. */
export function oddsOf(transitions: Float32Array): Float64Array {
  return Float64Array.from(transitions, (transition) => Math.exp(transition));
}

/** Forward-backward with sums scaled to 1 at every token. */
export function marginalsOf(scores: Float64Array, odds: Float64Array): Marginals {
  const length = scores.length / labelCount;
  const own = new Float64Array(scores.length);
  const forward = new Float64Array(scores.length);
  const backward = new Float64Array(scores.length);
  const sums = new Float64Array(length);
  let logTotal = 0;
  for (let at = 0; at < length; at++) {
    const row = at * labelCount;
    let top = scores[row] ?? 0;
    for (let label = 1; label < labelCount; label++) top = Math.max(top, scores[row + label] ?? 0);
    let sum = 0;
    for (let label = 0; label < labelCount; label++) {
      const factor = Math.exp((scores[row + label] ?? 0) - top);
      own[row + label] = factor;
      let before = 0;
      if (at === 0) before = starts[label] ?? 0;
      else {
        const labels = labelsBefore[label] ?? none;
        for (let index = 0; index < labels.length; index++) {
          const from = labels[index] ?? 0;
          before += (forward[row - labelCount + from] ?? 0) * (odds[from * labelCount + label] ?? 0);
        }
      }
      // A sentence ends with a whole name or with none.
      const value = at === length - 1 && ends[label] === 0 ? 0 : before * factor;
      forward[row + label] = value;
      sum += value;
    }
    const scale = Math.max(sum, 1e-300);
    sums[at] = scale;
    for (let label = 0; label < labelCount; label++) forward[row + label] = (forward[row + label] ?? 0) / scale;
    logTotal += top + Math.log(scale);
  }
  for (let at = length - 1; at >= 0; at--) {
    const row = at * labelCount;
    const next = row + labelCount;
    for (let label = 0; label < labelCount; label++) {
      if (at === length - 1) {
        backward[row + label] = ends[label] ?? 0;
        continue;
      }
      let after = 0;
      const labels = labelsAfter[label] ?? none;
      for (let index = 0; index < labels.length; index++) {
        const to = labels[index] ?? 0;
        after += (odds[label * labelCount + to] ?? 0) * (own[next + to] ?? 0) * (backward[next + to] ?? 0);
      }
      backward[row + label] = after / (sums[at + 1] ?? 0);
    }
  }
  const labels = forward.map((value, index) => value * (backward[index] ?? 0));
  return { labels, logTotal, forward, own, backward, sums };
}
