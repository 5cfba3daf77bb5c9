// A linear-chain conditional random field (Lafferty, McCallum, Pereira 2001) over the labels of labels.ts:
// Viterbi for the best labels, forward-backward for how sure each is. Cost: tokens x labels x labels.
import { labelCount, labelsAfter, labelsBefore, mayEnd, mayFollow } from './labels.ts';

const impossible = -1e9;

/** The best labels of one sentence. `scores`: token x label. Ties go to the lower label. */
export function bestLabels(scores: Float64Array, transitions: Float32Array): Uint8Array {
  const length = scores.length / labelCount;
  const best = new Float64Array(scores.length);
  const back = new Uint8Array(scores.length);
  for (let at = 0; at < length; at++) {
    const row = at * labelCount;
    for (let label = 0; label < labelCount; label++) {
      let top = at === 0 ? (mayFollow(0, label) ? 0 : impossible) : Number.NEGATIVE_INFINITY;
      for (const from of at > 0 ? (labelsBefore[label] ?? []) : []) {
        const score = (best[row - labelCount + from] ?? 0) + (transitions[from * labelCount + label] ?? 0);
        if (score > top) {
          top = score;
          back[row + label] = from;
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
    if (mayEnd(each) && score > top) {
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
  /** Log sums over the beginnings and the ends of labellings, token x label. */
  forward: Float64Array;
  backward: Float64Array;
}

export function marginalsOf(scores: Float64Array, transitions: Float32Array): Marginals {
  const length = scores.length / labelCount;
  const forward = new Float64Array(scores.length);
  const backward = new Float64Array(scores.length);
  const terms = new Float64Array(labelCount);
  for (let at = 0; at < length; at++) {
    const row = at * labelCount;
    for (let label = 0; label < labelCount; label++) {
      let before = mayFollow(0, label) ? 0 : impossible;
      if (at > 0) {
        let count = 0;
        for (const from of labelsBefore[label] ?? []) {
          terms[count++] = (forward[row - labelCount + from] ?? 0) + (transitions[from * labelCount + label] ?? 0);
        }
        before = logSum(terms, count);
      }
      forward[row + label] = before + (scores[row + label] ?? 0);
    }
  }
  for (let at = length - 1; at >= 0; at--) {
    const row = at * labelCount;
    for (let label = 0; label < labelCount; label++) {
      if (at === length - 1) {
        backward[row + label] = mayEnd(label) ? 0 : impossible;
        continue;
      }
      const next = row + labelCount;
      let count = 0;
      for (const to of labelsAfter[label] ?? []) {
        terms[count++] =
          (transitions[label * labelCount + to] ?? 0) + (scores[next + to] ?? 0) + (backward[next + to] ?? 0);
      }
      backward[row + label] = logSum(terms, count);
    }
  }
  for (let label = 0; label < labelCount; label++) {
    terms[label] = length === 0 ? impossible : (forward[label] ?? 0) + (backward[label] ?? 0);
  }
  const logTotal = logSum(terms, labelCount);
  const labels = forward.map((value, index) => Math.exp(value + (backward[index] ?? 0) - logTotal));
  return { labels, logTotal, forward, backward };
}

function logSum(terms: Float64Array, count: number): number {
  let top = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < count; index++) top = Math.max(top, terms[index] ?? top);
  if (top <= impossible) return impossible;
  let sum = 0;
  for (let index = 0; index < count; index++) {
    const term = (terms[index] ?? top) - top;
    if (term > -30) sum += Math.exp(term);
  }
  return top + Math.log(sum);
}
