// Numbers that look random and are the same on every run.

/** A source of numbers from 0 up to 1 (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Puts a list into a random order (Fisher-Yates), in place. */
export function shuffle<Value>(values: Value[], random: () => number): void {
  for (let end = values.length - 1; end > 0; end--) {
    const other = Math.floor(random() * (end + 1));
    const value = values[end];
    const swapped = values[other];
    if (value === undefined || swapped === undefined) continue;
    values[end] = swapped;
    values[other] = value;
  }
}
