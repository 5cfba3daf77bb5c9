// A list of hashes that can be looked up in.

/** Hash -> its index in the list that the table was made of. Open addressing, at most half full. */
export class HashTable {
  readonly #keys: Uint32Array;
  readonly #indexes: Int32Array;
  readonly #mask: number;

  constructor(hashes: Uint32Array) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(2, hashes.length * 2)));
    this.#mask = size - 1;
    this.#keys = new Uint32Array(size);
    this.#indexes = new Int32Array(size).fill(-1);
    hashes.forEach((hash, index) => {
      let slot = hash & this.#mask;
      while (this.#indexes[slot] !== -1) slot = (slot + 1) & this.#mask;
      this.#keys[slot] = hash;
      this.#indexes[slot] = index;
    });
  }

  /** -1 for a hash that is not in the list. */
  indexOf(hash: number): number {
    let slot = hash & this.#mask;
    for (;;) {
      const index = this.#indexes[slot] ?? -1;
      if (index === -1 || this.#keys[slot] === hash) return index;
      slot = (slot + 1) & this.#mask;
    }
  }
}
