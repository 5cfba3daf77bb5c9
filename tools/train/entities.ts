// Trains the tagger of names: `npm run train -- entities [--data DIR] [--out FILE]`.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { labelCount } from '../../core/entities/labels.ts';
import { gazetteerOf, quantise, writeModel } from '../../core/entities/model.ts';
import { type LabelledText, readGold, readTsv } from './corpora.ts';
import { type Example, examplesOf } from './examples.ts';
import { LearntWeights, learnExample } from './ftrl.ts';
import { readKnownNames } from './known-names.ts';
import { seededRandom, shuffle } from './random.ts';
import { recaseSomeLines } from './recase.ts';

const seed = 20261123;
/** A feature seen less often is left out. */
const leastCount = 3;
/** How many of the texts of an epoch are read without the features of the whole text, so that both must serve. */
const withoutWhole = 0.25;

export async function train(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      data: { type: 'string', default: resolve(import.meta.dirname, '../../../shared/data/entities') },
      out: { type: 'string', default: resolve(import.meta.dirname, '../../public/models/en.model') },
      epochs: { type: 'string', default: '7' },
      alpha: { type: 'string', default: '0.05' },
      l1: { type: 'string', default: '0.5' },
      dropout: { type: 'string', default: '0.2' },
      prune: { type: 'string', default: '0.06' },
    },
  });
  const random = seededRandom(seed);
  const names = readKnownNames(join(values.data, 'gazetteer/names.tsv'));
  const gazetteer = gazetteerOf(names);
  const texts = readCorpora(values.data).map((text) => recaseSomeLines(text, random));
  let cut = 0;
  const documents = texts.map((text) => {
    const made = examplesOf(text, gazetteer);
    cut += made.cut;
    return made.examples;
  });
  const hashes = numberFeatures(documents);
  const tokens = documents.flat().reduce((sum, example) => sum + example.labels.length, 0);
  console.log(`${texts.length} texts, ${tokens} tokens, ${hashes.length} features; ${cut} names cut by the tokenizer`);

  const dropout = Number(values.dropout);
  const options = { alpha: Number(values.alpha), beta: 1, l1: Number(values.l1), l2: 0 };
  const weights = new LearntWeights(hashes.length * labelCount, options);
  const transitions = new LearntWeights(labelCount * labelCount, { ...options, l1: 0 });
  for (let epoch = 1; epoch <= Number(values.epochs); epoch++) {
    shuffle(documents, random);
    let loss = 0;
    for (const document of documents) {
      const whole = random() >= withoutWhole;
      for (const example of document)
        loss += learnExample(example, weights, transitions, { whole, dropout, seed: random() * 2 ** 32 });
    }
    console.log(`epoch ${epoch}: loss ${(loss / tokens).toFixed(4)} a token`);
  }
  const bytes = pack(hashes, weights.values, transitions.values, names, Number(values.prune));
  mkdirSync(dirname(values.out), { recursive: true });
  writeFileSync(values.out, bytes);
  console.log(`${values.out}: ${bytes.length} bytes`);
}

function readCorpora(data: string): LabelledText[] {
  const worldwide = join(data, 'fine/ww9-train.tsv');
  return [...readGold(join(data, 'gold-train')), ...(existsSync(worldwide) ? readTsv(worldwide, 'worldwide') : [])];
}

/** Puts numbers in the place of the examples' hashes; answers with the hash of each number, rising. */
function numberFeatures(documents: readonly Example[][]): Uint32Array {
  const counts = new Map<number, number>();
  const examples = documents.flat();
  const all = examples.flatMap((example) => [example.local, example.whole]);
  for (const features of all) for (const hash of features) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const kept = Uint32Array.from(
    [...counts].filter(([, count]) => count >= leastCount),
    ([hash]) => hash,
  ).sort();
  const numbers = new Map<number, number>();
  for (const [number, hash] of kept.entries()) numbers.set(hash, number);
  for (const example of examples) {
    [example.local, example.localStarts] = renumber(example.local, example.localStarts, numbers);
    [example.whole, example.wholeStarts] = renumber(example.whole, example.wholeStarts, numbers);
  }
  return kept;
}

function renumber(
  features: Uint32Array,
  starts: Uint32Array,
  numbers: Map<number, number>,
): [Uint32Array, Uint32Array] {
  const kept: number[] = [];
  const newStarts = new Uint32Array(starts.length);
  for (let at = 0; at + 1 < starts.length; at++) {
    for (let index = starts[at] ?? 0; index < (starts[at + 1] ?? 0); index++) {
      const number = numbers.get(features[index] ?? 0);
      if (number !== undefined) kept.push(number);
    }
    newStarts[at + 1] = kept.length;
  }
  return [Uint32Array.from(kept), newStarts];
}

/** The model file, without the features of little weight. */
function pack(
  hashes: Uint32Array,
  weights: Float32Array,
  transitions: Float32Array,
  names: { names: Uint32Array; kinds: Uint16Array },
  prune: number,
): Uint8Array {
  const scale = weights.reduce(
    (top, weight) => Math.max(top, Math.abs(weight)),
    transitions.reduce((top, weight) => Math.max(top, Math.abs(weight)), 1),
  );
  const bytes = (values: Float32Array): Int8Array => Int8Array.from(values, (weight) => quantise(weight, scale));
  const kept: number[] = [];
  const rows: number[] = [];
  hashes.forEach((hash, feature) => {
    const row = weights.subarray(feature * labelCount, (feature + 1) * labelCount);
    const pruned = row.map((weight) => (Math.abs(weight) < prune ? 0 : weight));
    if (pruned.every((weight) => weight === 0)) return;
    kept.push(hash);
    rows.push(...pruned);
  });
  console.log(
    `${kept.length} features, ${rows.filter((weight) => weight !== 0).length} weights, scale ${scale.toFixed(2)}`,
  );
  return writeModel({
    features: Uint32Array.from(kept),
    weights: bytes(Float32Array.from(rows)),
    transitions: bytes(transitions),
    scale,
    ...names,
  });
}
