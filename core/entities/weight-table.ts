// The weights of a model, ready for use: hash of a feature -> its weights for the labels, only those that are not zero.
import { labelCount } from './labels.ts';
import { dequantise, type Model } from './model.ts';

/** Bits of the filter that most unknown features are stopped at; small enough to stay in the processor's cache. */
const filterBits = 20;

export class WeightTable {
  /** Bit set: some feature's hash begins so. */
  readonly #filter = new Uint32Array(2 ** (filterBits - 5));
  /** Open addressing, at most half full; a place without a feature holds 0, and no feature's hash is 0. */
  readonly #hashes: Uint32Array;
  /** By place: where the feature's weights begin in the lists below, and how many they are (in the low 5 bits). */
  readonly #ranges: Uint32Array;
  readonly #labels: Uint8Array;
  readonly #values: Float32Array;
  readonly #mask: number;

  constructor({ features, weights, scale }: Pick<Model, 'features' | 'weights' | 'scale'>) {
    const values = dequantise(scale);
    const size = 2 ** Math.ceil(Math.log2(Math.max(2, features.length * 2)));
    this.#mask = size - 1;
    this.#hashes = new Uint32Array(size);
    this.#ranges = new Uint32Array(size);
    let total = 0;
    for (const weight of weights) if (weight !== 0) total++;
    this.#labels = new Uint8Array(total);
    this.#values = new Float32Array(total);
    let next = 0;
    for (let feature = 0; feature < features.length; feature++) {
      const hash = features[feature] ?? 0;
      const start = next;
      for (let label = 0; label < labelCount; label++) {
        const weight = weights[feature * labelCount + label] ?? 0;
        if (weight === 0) continue;
        this.#labels[next] = label;
        this.#values[next++] = values[weight & 0xff] ?? 0;
      }
      let place = hash & this.#mask;
      while (this.#hashes[place] !== 0) place = (place + 1) & this.#mask;
      this.#hashes[place] = hash;
      this.#ranges[place] = (start << 5) | (next - start);
      const bit = hash >>> (32 - filterBits);
      this.#filter[bit >>> 5] = (this.#filter[bit >>> 5] ?? 0) | (1 << (bit & 31));
    }
  }

  /** Adds the feature's weights to `scores`, from `row` on; an unknown feature adds nothing. */
  add(hash: number, scores: Float64Array, row: number): void {
    const bit = hash >>> (32 - filterBits);
    if ((((this.#filter[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 0) return;
    let place = hash & this.#mask;
    for (;;) {
      const found = this.#hashes[place] ?? 0;
      if (found === 0) return;
      if (found === hash) break;
      place = (place + 1) & this.#mask;
    }
    const range = this.#ranges[place] ?? 0;
    const start = range >>> 5;
    const end = start + (range & 31);
    for (let index = start; index < end; index++) {
      const at = row + (this.#labels[index] ?? 0);
      scores[at] = (scores[at] ?? 0) + (this.#values[index] ?? 0);
    }
  }
}
