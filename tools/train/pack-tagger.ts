// A learnt tagger as the bytes of a model file: weights of little use are left out, the others become one byte each.
import { labelCount } from '../../core/entities/labels.ts';
import { quantise, writeModel } from '../../core/entities/model.ts';
import type { FittedTagger } from './fit-tagger.ts';
import type { KnownNames } from './known-names.ts';

/** The model file, without the features of little weight. */
export function packTagger(
  { hashes, weights, transitions }: FittedTagger,
  names: KnownNames,
  prune: number,
  tell: (line: string) => void,
): Uint8Array {
  const scale = weights.reduce(
    (top, weight) => Math.max(top, Math.abs(weight)),
    transitions.reduce((top, weight) => Math.max(top, Math.abs(weight)), 1),
  );
  const bytes = (values: Float32Array): Int8Array => Int8Array.from(values, (weight) => quantise(weight, scale));
  const kept: number[] = [];
  const rows: number[] = [];
  hashes.forEach((hash, feature) => {
    const row = weights.subarray(feature * labelCount, (feature + 1) * labelCount);
    const pruned = row.map((weight) => (Math.abs(weight) < prune ? 0 : weight));
    if (pruned.every((weight) => weight === 0)) return;
    kept.push(hash);
    rows.push(...pruned);
  });
  tell(`${kept.length} features, ${rows.filter((weight) => weight !== 0).length} weights, scale ${scale.toFixed(2)}`);
  return writeModel({
    features: Uint32Array.from(kept),
    weights: bytes(Float32Array.from(rows)),
    transitions: bytes(transitions),
    scale,
    ...names,
  });
}
