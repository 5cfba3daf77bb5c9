// The weights of a model, ready for use: hash of a feature -> its weights for the labels, only those that are not zero.
import { dequantise, type Model } from './model.ts';

/** Bits of the filter that most unknown features are stopped at; small enough to stay in the processor's cache. */
const filterBits = 20;

export class WeightTable {
  /** Bit set: some feature's hash begins so. */
  readonly #filter = new Uint32Array(2 ** (filterBits - 5));
  /** Open addressing, at most half full; a place without a feature holds 0, and no feature's hash is 0. */
  readonly #hashes: Uint32Array;
  /** By place: the labels that the feature has a weight for, a bit each, and where these begin in the list. */
  readonly #masks: Uint32Array;
  readonly #starts: Uint32Array;
  readonly #weights: Int8Array;
  /** What each byte stands for. */
  readonly #values: Float32Array;
  readonly #mask: number;

  constructor({ features, masks, weights, scale }: Pick<Model, 'features' | 'masks' | 'weights' | 'scale'>) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(2, features.length * 2)));
    this.#mask = size - 1;
    this.#hashes = new Uint32Array(size);
    this.#masks = new Uint32Array(size);
    this.#starts = new Uint32Array(size);
    this.#weights = weights;
    this.#values = dequantise(scale);
    let start = 0;
    for (let feature = 0; feature < features.length; feature++) {
      const hash = features[feature] ?? 0;
      const mask = masks[feature] ?? 0;
      let place = hash & this.#mask;
      while (this.#hashes[place] !== 0) place = (place + 1) & this.#mask;
      this.#hashes[place] = hash;
      this.#masks[place] = mask;
      this.#starts[place] = start;
      for (let rest = mask; rest !== 0; rest &= rest - 1) start++;
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
    let index = this.#starts[place] ?? 0;
    for (let rest = this.#masks[place] ?? 0; rest !== 0; rest &= rest - 1) {
      const at = row + 31 - Math.clz32(rest & -rest);
      scores[at] = (scores[at] ?? 0) + (this.#values[(this.#weights[index++] ?? 0) & 0xff] ?? 0);
    }
  }
}
