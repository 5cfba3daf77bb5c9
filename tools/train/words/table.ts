// The table of English words: what GloVe's vectors say of the use of the most frequent ones, as classes and codes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

export interface TableRow {
  word: string;
  /** Class of words that are used alike, from 1. */
  fine: number;
  /** The wider class in which it lies, from 1. */
  coarse: number;
  /** Eight codes of 4 bits: which centre is nearest to each part of the word's vector. */
  codes: number;
}

/** Lines of word, class, wider class and codes (hexadecimal), parted by tabs; the most frequent words first. */
export const englishWords = join(import.meta.dirname, 'english.tsv.gz');

export function writeTable(rows: readonly TableRow[]): string {
  return rows.map(({ word, fine, coarse, codes }) => `${word}\t${fine}\t${coarse}\t${codes.toString(16)}\n`).join('');
}

export function readTable(path: string): TableRow[] {
  const lines = gunzipSync(readFileSync(path)).toString('utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [word = '', fine = '', coarse = '', codes = ''] = line.split('\t');
    return { word, fine: Number(fine), coarse: Number(coarse), codes: Number.parseInt(codes, 16) };
  });
}
