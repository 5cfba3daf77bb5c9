// Rows of words that are searched for words, beginnings of words and phrases. Each row is kept as the numbers of its
// words in their order, shorter for words that are used more often; all answers are read from there. Where to read is
// told for each word: of the common ones the rows, as bits; of the others a list of the blocks of eight rows that hold
// it. Lists of rows would take twice the memory, and reading eight rows costs a microsecond.
import { allWords, placesOf, type Vocabulary } from './vocabulary.ts';
import type { Term } from './words.ts';

/** Codes of what is no word. */
export const endOfRow = 0;
export const endOfText = 1;
export const firstWord = 2;

/** How numbers are written: below 160 in one byte, below 22,688 in two, others in three. */
export const inOne = 160;
export const inTwo = inOne + 88 * 256;

/** Also the bits of a byte. */
export const rowsInBlock = 8;
export const listsInGroup = 32;
const manyWords = 500;

export interface TextIndex {
  rows: number;
  vocabulary: Vocabulary;
  /** The word's number by its place in the vocabulary; words are numbered by how often they are used. */
  numbers: Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;
  /** Words of a number below this are common: they have their bits, the others a list. */
  firstListed: number;
  /** A bit for each row, one common word after the other. */
  bits: Uint8Array<ArrayBuffer>;
  /** Blocks that hold the word, each as its distance from the one before. */
  lists: Uint8Array<ArrayBuffer>;
  /** Bytes of each list, and where every 32nd begins. */
  listSizes: Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;
  listStarts: Uint32Array<ArrayBuffer>;
  /** The words of each row, their texts parted by `endOfText`. */
  texts: Uint8Array<ArrayBuffer>;
  /** Where each block of rows begins in `texts`. */
  textBlocks: Uint32Array<ArrayBuffer>;
}

/**
 * Sets `hits[row]` to 1 for every row in which the term stands; rows where `among` is 0 need not be looked at.
 * Phrases are followed bit by bit (shift-and: Baeza-Yates and Gonnet, A new approach to text searching, 1992).
 */
export function findTerm(index: TextIndex, term: Term, among: Uint8Array, hits: Uint8Array): void {
  // So many as there are bits; the rest of a longer phrase is not looked at.
  const words = term.words.slice(0, 31);
  const wanted = words.map((word, at) => numbersOf(index, word, term.open && at === term.words.length - 1));
  if (wanted.some((numbers) => numbers.length === 0)) return;
  const [only] = wanted;
  if (wanted.length === 1 && only?.every((number) => number < index.firstListed)) {
    for (const number of only) spreadBits(index, number, hits);
    return;
  }
  const blocks = new Uint8Array(index.textBlocks.length).fill(1);
  for (const numbers of wanted) {
    // So many words, all that begin with one letter, leave out no block.
    if (numbers.length > manyWords) continue;
    const holding = blocksWith(index, numbers);
    for (let block = 0; block < blocks.length; block++) blocks[block] = (blocks[block] ?? 0) & (holding[block] ?? 0);
  }
  const places = new Uint32Array(index.numbers.length + firstWord);
  for (const [at, numbers] of wanted.entries()) {
    for (const number of numbers) places[number] = (places[number] ?? 0) | (1 << at);
  }
  const end = 1 << (wanted.length - 1);
  for (let block = 0; block < blocks.length; block++) {
    if (blocks[block] === 1) readBlock(index, block, places, end, among, hits);
  }
}

/** The texts of a row, as they went in. `words` are those of `allWords` by number. */
export function textsAt(index: TextIndex, row: number, words: readonly string[]): string[][] {
  const texts: string[][] = [[]];
  for (const code of rowAt(index, row)) {
    if (code === endOfText) texts.push([]);
    else texts.at(-1)?.push(words[code] ?? '');
  }
  return texts;
}

/** Every word by its number. */
export function wordsByNumber(index: TextIndex): string[] {
  const words: string[] = [];
  let place = 0;
  for (const word of allWords(index.vocabulary)) words[index.numbers[place++] ?? 0] = word;
  return words;
}

function numbersOf(index: TextIndex, word: string, open: boolean): Uint16Array | Uint32Array {
  const { from, to } = placesOf(index.vocabulary, word, open);
  return index.numbers.subarray(from, to);
}

/** 1 for every block that holds one of the words. */
function blocksWith(index: TextIndex, numbers: Uint16Array | Uint32Array): Uint8Array {
  const { lists, listSizes, listStarts, firstListed, bits } = index;
  const blocks = new Uint8Array(index.textBlocks.length);
  for (const number of numbers) {
    if (number < firstListed) {
      const start = (number - firstWord) * blocks.length;
      for (let block = 0; block < blocks.length; block++) if (bits[start + block] !== 0) blocks[block] = 1;
      continue;
    }
    const list = number - firstListed;
    let at = listStarts[Math.floor(list / listsInGroup)] ?? 0;
    for (let before = list - (list % listsInGroup); before < list; before++) at += listSizes[before] ?? 0;
    const end = at + (listSizes[list] ?? 0);
    for (let block = -1; at < end; ) {
      let distance = 0;
      let byte = 128;
      for (let shift = 0; byte > 127; shift += 7) {
        byte = lists[at++] ?? 0;
        distance |= (byte & 127) << shift;
      }
      block += distance;
      blocks[block] = 1;
    }
  }
  return blocks;
}

function spreadBits({ bits, rows, textBlocks }: TextIndex, number: number, hits: Uint8Array): void {
  const start = (number - firstWord) * textBlocks.length;
  for (let row = 0; row < rows; row++) {
    if ((((bits[start + (row >> 3)] ?? 0) >> (row & 7)) & 1) === 1) hits[row] = 1;
  }
}

/** @param places by number, a bit for each place in the phrase at which the word may stand; `end` is that of the last */
function readBlock(
  { texts, textBlocks }: TextIndex,
  block: number,
  places: Uint32Array,
  end: number,
  among: Uint8Array,
  hits: Uint8Array,
): void {
  let at = textBlocks[block] ?? 0;
  const stop = textBlocks[block + 1] ?? texts.length;
  let row = block * rowsInBlock;
  let state = 0;
  while (at < stop) {
    const byte = texts[at++] ?? 0;
    if (byte < firstWord) {
      state = 0;
      if (byte === endOfRow) row++;
      continue;
    }
    let code = byte;
    if (byte >= 248) {
      code = ((byte - 248) << 16) + ((texts[at] ?? 0) << 8) + (texts[at + 1] ?? 0) + inTwo;
      at += 2;
    } else if (byte >= inOne) code = ((byte - inOne) << 8) + (texts[at++] ?? 0) + inOne;
    state = ((state << 1) | 1) & (places[code] ?? 0);
    if ((state & end) !== 0 && among[row] === 1) hits[row] = 1;
  }
}

/** The codes of one row. */
function rowAt({ texts, textBlocks }: TextIndex, row: number): number[] {
  let at = textBlocks[Math.floor(row / rowsInBlock)] ?? 0;
  for (let skip = row % rowsInBlock; skip > 0; ) {
    const byte = texts[at++] ?? 0;
    if (byte === endOfRow) skip--;
    else if (byte >= inOne) at += byte < 248 ? 1 : 2;
  }
  const codes: number[] = [];
  for (;;) {
    const byte = texts[at++] ?? 0;
    if (byte === endOfRow) return codes;
    if (byte < inOne) codes.push(byte);
    else if (byte < 248) codes.push(((byte - inOne) << 8) + (texts[at++] ?? 0) + inOne);
    else codes.push(((byte - 248) << 16) + ((texts[at++] ?? 0) << 8) + (texts[at++] ?? 0) + inTwo);
  }
}
