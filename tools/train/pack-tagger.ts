// A learnt tagger as the bytes of a model file: weights of little use are left out, the others become one byte each.
import { labelCount } from '../../core/entities/labels.ts';
import { quantise, writeModel } from '../../core/entities/model.ts';
import type { WordLists } from '../../core/entities/word-classes.ts';
import type { FittedTagger } from './fit-tagger.ts';
import type { KnownNames } from './known-names.ts';

/** The model file, without the features of little weight. */
export function packTagger(
  { hashes, weights, transitions }: FittedTagger,
  lexicon: KnownNames & WordLists,
  { prune, caseless }: { prune: number; caseless: boolean },
  tell: (line: string) => void,
): Uint8Array {
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
      const byte = Math.abs(weight) < prune ? 0 : quantise(weight, scale);
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
