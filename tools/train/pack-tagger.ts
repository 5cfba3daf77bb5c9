// A learnt tagger as the bytes of a model file: the weights of most use are kept, one byte each. Of use is a large weight
// of a feature that is often seen: a rare one, however large its weight, hardly ever comes again.
import { labelCount } from '../../core/entities/labels.ts';
import { quantise, writeModel } from '../../core/entities/model.ts';
import type { WordLists } from '../../core/entities/word-classes.ts';
import type { FittedTagger } from './fit-tagger.ts';
import type { KnownNames } from './known-names.ts';

/** The model file with the `keep` weights of most use. */
export function packTagger(
  fitted: FittedTagger,
  lexicon: KnownNames & WordLists,
  { keep, caseless }: { keep: number; caseless: boolean },
  tell: (line: string) => void,
): Uint8Array {
  const { hashes, weights, transitions } = fitted;
  const least = leastUse(fitted, keep);
  const scale = weights.reduce(
    (top, weight) => Math.max(top, Math.abs(weight)),
    transitions.reduce((top, weight) => Math.max(top, Math.abs(weight)), 1),
  );
  const kept: number[] = [];
  const masks: number[] = [];
  const packed: number[] = [];
  hashes.forEach((hash, feature) => {
    let mask = 0;
    weights.subarray(feature * labelCount, (feature + 1) * labelCount).forEach((weight, label) => {
      const byte = useOf(fitted, feature, weight) < least ? 0 : quantise(weight, scale);
      if (byte === 0) return;
      mask |= 1 << label;
      packed.push(byte);
    });
    if (mask === 0) return;
    kept.push(hash);
    masks.push(mask);
  });
  tell(`${kept.length} features, ${packed.length} weights, scale ${scale.toFixed(2)}`);
  return writeModel({
    features: Uint32Array.from(kept),
    masks: Uint32Array.from(masks),
    weights: Int8Array.from(packed),
    transitions: Int8Array.from(transitions, (weight) => quantise(weight, scale)),
    scale,
    ...lexicon,
    caseless,
  });
}

/** By the weight and by how often it is added; the root, as many small doubts count for less than one large one. */
function useOf({ counts }: FittedTagger, feature: number, weight: number): number {
  return Math.abs(weight) * Math.sqrt(counts[feature] ?? 0);
}

/** The use that the `keep` weights of most use have at least. */
function leastUse(fitted: FittedTagger, keep: number): number {
  const uses = Float64Array.from(fitted.weights, (weight, index) =>
    useOf(fitted, Math.floor(index / labelCount), weight),
  ).sort();
  return Math.max(uses[Math.max(0, uses.length - keep)] ?? 0, Number.MIN_VALUE);
}
