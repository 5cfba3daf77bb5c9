// The words of an index, sorted, in blocks: the first word of each block is whole, the others leave out what they have
// in common with the word before (front coding: Witten, Moffat and Bell, Managing Gigabytes, 1999, section 4.1).
// A word costs about five bytes; a look-up decodes 16 words.

const blockSize = 16;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

export interface Vocabulary {
  count: number;
  /** For each word: how many bytes of the one before it keeps, how many follow, and these, in UTF-8. */
  bytes: Uint8Array<ArrayBuffer>;
  /** Where each block starts in `bytes`. */
  blocks: Uint32Array<ArrayBuffer>;
}

/** @param words each once, sorted by UTF-16 units, none longer than 255 bytes */
export function buildVocabulary(words: readonly string[]): Vocabulary {
  const blocks = new Uint32Array(Math.ceil(words.length / blockSize));
  const out: number[] = [];
  let before = new Uint8Array();
  for (const [index, word] of words.entries()) {
    if (index % blockSize === 0) {
      blocks[index / blockSize] = out.length;
      before = new Uint8Array();
    }
    const own = encoder.encode(word);
    let shared = 0;
    while (shared < before.length && before[shared] === own[shared]) shared++;
    out.push(shared, own.length - shared);
    for (let at = shared; at < own.length; at++) out.push(own[at] ?? 0);
    before = own;
  }
  return { count: words.length, bytes: Uint8Array.from(out), blocks };
}

/** The place of the first word that is not less; `count` when all are. */
export function placeOf(vocabulary: Vocabulary, word: string): number {
  let low = 0;
  let high = vocabulary.blocks.length;
  // The last block whose first word is less or equal.
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blockAt(vocabulary, middle, 1)[0] ?? '') <= word) low = middle + 1;
    else high = middle;
  }
  const block = low - 1;
  if (block < 0) return 0;
  const within = blockAt(vocabulary, block).findIndex((each) => each >= word);
  return within === -1 ? Math.min((block + 1) * blockSize, vocabulary.count) : block * blockSize + within;
}

/** The places of the words that are this word, or when `open` begin with it: from, and to (exclusive). */
export function placesOf(vocabulary: Vocabulary, word: string, open: boolean): { from: number; to: number } {
  const from = placeOf(vocabulary, word);
  if (open) return { from, to: placeOf(vocabulary, `${word}\uffff`) };
  return { from, to: wordAt(vocabulary, from) === word ? from + 1 : from };
}

export function wordAt(vocabulary: Vocabulary, place: number): string | undefined {
  if (place >= vocabulary.count) return undefined;
  return blockAt(vocabulary, Math.floor(place / blockSize), (place % blockSize) + 1).at(-1);
}

export function* allWords(vocabulary: Vocabulary): Generator<string> {
  for (let block = 0; block < vocabulary.blocks.length; block++) yield* blockAt(vocabulary, block);
}

/** The first words of a block. */
function blockAt({ bytes, blocks, count }: Vocabulary, block: number, limit = blockSize): string[] {
  const words: string[] = [];
  const current = new Uint8Array(512);
  let at = blocks[block] ?? 0;
  const length = Math.min(limit, count - block * blockSize);
  while (words.length < length) {
    const shared = bytes[at] ?? 0;
    const own = bytes[at + 1] ?? 0;
    current.set(bytes.subarray(at + 2, at + 2 + own), shared);
    words.push(decoder.decode(current.subarray(0, shared + own)));
    at += 2 + own;
  }
  return words;
}
