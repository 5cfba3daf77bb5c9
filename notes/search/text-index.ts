// Rows of words that are searched for words, beginnings of words and phrases: for each word the rows that hold it, and
// for each row its words in their order, as numbers that are the shorter the more often a word is used.
// A word in more than a quarter of the rows has no list: its rows are found by reading all of them, which costs a few
// milliseconds at 100,000 rows and saves a third of the lists.
import { allWords, buildVocabulary, placesOf, type Vocabulary } from './vocabulary.ts';
import type { Term } from './words.ts';

/** Codes of what is no word. */
const endOfRow = 0;
const endOfText = 1;
const firstWord = 2;

/** How numbers are written: below 160 in one byte, below 22,688 in two, others in three. */
const inOne = 160;
const inTwo = inOne + 88 * 256;

/** Each so many rows' beginning is noted. */
const rowsInBlock = 16;
/** Below so many rows every word has a list. */
const fewRows = 1000;

export interface TextIndex {
  rows: number;
  vocabulary: Vocabulary;
  /** The word's number by its place in the vocabulary; words are numbered by how often they are used. */
  numbers: Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;
  /** By number: rows that hold the word, each as its distance from the one before. Empty for the most common words. */
  lists: Uint8Array<ArrayBuffer>;
  listEnds: Uint32Array<ArrayBuffer>;
  /** The words of each row, their texts parted by `endOfText`. */
  texts: Uint8Array<ArrayBuffer>;
  textBlocks: Uint32Array<ArrayBuffer>;
}

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
      let between = false;
      for (const text of texts) {
        if (between) put(endOfText);
        between = true;
        for (const word of text) {
          let code = known.get(word);
          if (code === undefined) {
            code = known.size + firstWord;
            known.set(word, code);
          }
          put(code);
        }
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
  return {
    rows,
    vocabulary: buildVocabulary(sorted),
    numbers,
    ...writeTexts(codes, rows),
    ...writeLists(codes, rows, known.size),
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

function writeLists(codes: Uint32Array, rows: number, words: number): Pick<TextIndex, 'lists' | 'listEnds'> {
  const rowsOf = new Uint32Array(words + firstWord);
  const sizes = new Uint32Array(words + firstWord);
  eachWordOnce(codes, words, (code, distance) => {
    rowsOf[code] = (rowsOf[code] ?? 0) + 1;
    sizes[code] = (sizes[code] ?? 0) + sizeOf(distance);
  });
  const most = rows < fewRows ? rows : rows / 4;
  const listEnds = new Uint32Array(words + firstWord);
  const next = new Uint32Array(words + firstWord);
  let size = 0;
  for (let code = firstWord; code < listEnds.length; code++) {
    next[code] = size;
    // Only words that are written in one byte can be found by reading all rows.
    if (code >= inOne || (rowsOf[code] ?? 0) <= most) size += sizes[code] ?? 0;
    listEnds[code] = size;
  }
  const lists = new Uint8Array(size);
  eachWordOnce(codes, words, (code, distance) => {
    let at = next[code] ?? 0;
    if (at === listEnds[code]) return;
    let rest = distance;
    for (; rest > 127; rest >>>= 7) lists[at++] = (rest & 127) | 128;
    lists[at++] = rest;
    next[code] = at;
  });
  return { lists, listEnds };
}

/** Every word of every row, with the distance from the row before that holds it (from -1 at first). */
function eachWordOnce(codes: Uint32Array, words: number, visit: (code: number, distance: number) => void): void {
  const last = new Int32Array(words + firstWord).fill(-1);
  let row = 0;
  for (const code of codes) {
    if (code === endOfRow) row++;
    else if (code >= firstWord && last[code] !== row) {
      visit(code, row - (last[code] ?? 0));
      last[code] = row;
    }
  }
}

function sizeOf(value: number): number {
  return value < 128 ? 1 : value < 16_384 ? 2 : value < 2_097_152 ? 3 : 4;
}

/** Sets `hits[row]` to 1 for every row in which the term stands; rows where `among` is 0 need not be looked at. */
export function findTerm(index: TextIndex, term: Term, among: Uint8Array, hits: Uint8Array): void {
  const wanted = term.words.map((word, at) => numbersOf(index, word, term.open && at === term.words.length - 1));
  if (wanted.some((numbers) => numbers.length === 0)) return;
  const [only] = wanted;
  if (wanted.length === 1 && only !== undefined) {
    findAny(index, only, hits);
    return;
  }
  const candidates = among.slice();
  for (const numbers of wanted) {
    const holding = new Uint8Array(index.rows);
    findAny(index, numbers, holding);
    for (let row = 0; row < holding.length; row++) candidates[row] = (candidates[row] ?? 0) & (holding[row] ?? 0);
  }
  const sets = wanted.map((numbers) => new Set(numbers));
  for (let row = candidates.indexOf(1); row !== -1; row = candidates.indexOf(1, row + 1)) {
    if (follow(rowAt(index, row), sets)) hits[row] = 1;
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

function findAny(index: TextIndex, numbers: Uint16Array | Uint32Array, hits: Uint8Array): void {
  const { lists, listEnds } = index;
  const common = new Uint8Array(inOne);
  let anyCommon = false;
  for (const number of numbers) {
    const end = listEnds[number] ?? 0;
    let at = listEnds[number - 1] ?? 0;
    if (at === end) {
      common[number] = 1;
      anyCommon = true;
    }
    for (let row = -1; at < end; ) {
      let distance = 0;
      let byte = 128;
      for (let shift = 0; byte > 127; shift += 7) {
        byte = lists[at++] ?? 0;
        distance |= (byte & 127) << shift;
      }
      row += distance;
      hits[row] = 1;
    }
  }
  if (anyCommon) findCommon(index, common, hits);
}

/** Reads all rows for words that have no list. */
function findCommon({ texts }: TextIndex, common: Uint8Array, hits: Uint8Array): void {
  let row = 0;
  for (let at = 0; at < texts.length; at++) {
    const byte = texts[at] ?? 0;
    if (byte === endOfRow) row++;
    else if (byte < inOne) {
      if (common[byte] === 1) hits[row] = 1;
    } else at += byte < 248 ? 1 : 2;
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

function follow(codes: readonly number[], wanted: readonly ReadonlySet<number>[]): boolean {
  for (let start = 0; start + wanted.length <= codes.length; start++) {
    if (wanted.every((set, at) => set.has(codes[start + at] ?? 0))) return true;
  }
  return false;
}
