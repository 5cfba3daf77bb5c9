// Rows of words -> their index (text-index.ts).
import {
  endOfRow,
  endOfText,
  firstWord,
  inOne,
  inTwo,
  listsInGroup,
  rowsInBlock,
  type TextIndex,
} from './text-index.ts';
import { buildVocabulary } from './vocabulary.ts';

/** Takes rows in and answers their index. Cost: linear in the words, and sorting those that differ. */
export function textIndexBuilder(): {
  add(texts: Iterable<readonly string[]>): void;
  build(): TextIndex;
} {
  const known = new Map<string, number>();
  let codes = new Uint32Array(1 << 16);
  let length = 0;
  let rows = 0;
  function put(code: number): void {
    if (length === codes.length) {
      const wider = new Uint32Array(length * 2);
      wider.set(codes);
      codes = wider;
    }
    codes[length++] = code;
  }
  return {
    add(texts) {
      // Ends of texts after the last word would say nothing.
      let ends = 0;
      for (const text of texts) {
        if (text.length > 0) for (; ends > 0; ends--) put(endOfText);
        for (const word of text) {
          let code = known.get(word);
          if (code === undefined) {
            code = known.size + firstWord;
            known.set(word, code);
          }
          put(code);
        }
        ends++;
      }
      put(endOfRow);
      rows++;
    },
    build: () => build(codes.subarray(0, length), known, rows),
  };
}

function build(codes: Uint32Array, known: ReadonlyMap<string, number>, rows: number): TextIndex {
  const used = new Uint32Array(known.size + firstWord);
  for (const code of codes) used[code] = (used[code] ?? 0) + 1;
  const byUse = Uint32Array.from(known.values()).sort((a, b) => (used[b] ?? 0) - (used[a] ?? 0));
  const numberOf = new Uint32Array(known.size + firstWord);
  numberOf[endOfText] = endOfText;
  for (let rank = 0; rank < byUse.length; rank++) numberOf[byUse[rank] ?? 0] = rank + firstWord;
  const sorted = [...known.keys()].sort();
  const numbers = new (known.size + firstWord < 65_536 ? Uint16Array : Uint32Array)(sorted.length);
  for (const [place, word] of sorted.entries()) numbers[place] = numberOf[known.get(word) ?? 0] ?? 0;
  for (let at = 0; at < codes.length; at++) codes[at] = numberOf[codes[at] ?? 0] ?? 0;
  const rare = byUse.findIndex((code) => (used[code] ?? 0) < rows / 8);
  const firstListed = firstWord + (rare === -1 ? byUse.length : rare);
  return {
    rows,
    vocabulary: buildVocabulary(sorted),
    numbers,
    firstListed,
    bits: writeBits(codes, rows, firstListed),
    ...writeLists(codes, firstListed, known.size),
    ...writeTexts(codes, rows),
  };
}

function writeTexts(codes: Uint32Array, rows: number): Pick<TextIndex, 'texts' | 'textBlocks'> {
  let size = 0;
  for (const code of codes) size += code < inOne ? 1 : code < inTwo ? 2 : 3;
  const texts = new Uint8Array(size);
  const textBlocks = new Uint32Array(Math.ceil(rows / rowsInBlock));
  let row = 0;
  let at = 0;
  let begins = true;
  for (const code of codes) {
    if (begins && row % rowsInBlock === 0) textBlocks[row / rowsInBlock] = at;
    begins = code === endOfRow;
    if (begins) row++;
    if (code < inOne) texts[at++] = code;
    else if (code < inTwo) {
      texts[at++] = inOne + ((code - inOne) >> 8);
      texts[at++] = (code - inOne) & 255;
    } else {
      texts[at++] = 248 + ((code - inTwo) >> 16);
      texts[at++] = ((code - inTwo) >> 8) & 255;
      texts[at++] = (code - inTwo) & 255;
    }
  }
  return { texts, textBlocks };
}

function writeBits(codes: Uint32Array, rows: number, firstListed: number): Uint8Array<ArrayBuffer> {
  const width = Math.ceil(rows / rowsInBlock);
  const bits = new Uint8Array(width * (firstListed - firstWord));
  let row = 0;
  for (const code of codes) {
    if (code === endOfRow) row++;
    else if (code >= firstWord && code < firstListed) {
      const at = (code - firstWord) * width + (row >> 3);
      bits[at] = (bits[at] ?? 0) | (1 << (row & 7));
    }
  }
  return bits;
}

function writeLists(
  codes: Uint32Array,
  firstListed: number,
  words: number,
): Pick<TextIndex, 'lists' | 'listSizes' | 'listStarts'> {
  const sizes = new Uint32Array(words + firstWord - firstListed);
  eachWordOnce(codes, firstListed, sizes.length, (word, distance) => {
    sizes[word] = (sizes[word] ?? 0) + sizeOf(distance);
  });
  const next = new Uint32Array(sizes.length);
  for (let word = 1; word < sizes.length; word++) next[word] = (next[word - 1] ?? 0) + (sizes[word - 1] ?? 0);
  const listStarts = next.filter((_, word) => word % listsInGroup === 0);
  const lists = new Uint8Array((next.at(-1) ?? 0) + (sizes.at(-1) ?? 0));
  eachWordOnce(codes, firstListed, sizes.length, (word, distance) => {
    let at = next[word] ?? 0;
    let rest = distance;
    for (; rest > 127; rest >>>= 7) lists[at++] = (rest & 127) | 128;
    lists[at++] = rest;
    next[word] = at;
  });
  return { lists, listSizes: sizes.every((size) => size < 65_536) ? Uint16Array.from(sizes) : sizes, listStarts };
}

/** Every listed word of every block, with the distance from the block before that holds it (from -1 at first). */
function eachWordOnce(
  codes: Uint32Array,
  firstListed: number,
  count: number,
  visit: (word: number, distance: number) => void,
): void {
  const last = new Int32Array(count).fill(-1);
  let row = 0;
  for (const code of codes) {
    const word = code - firstListed;
    const block = row >> 3;
    if (code === endOfRow) row++;
    else if (word >= 0 && last[word] !== block) {
      visit(word, block - (last[word] ?? 0));
      last[word] = block;
    }
  }
}

function sizeOf(value: number): number {
  return value < 128 ? 1 : value < 16_384 ? 2 : value < 2_097_152 ? 3 : 4;
}
