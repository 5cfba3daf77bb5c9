// Learns a tagger from labelled texts: the model in memory, before it is made small.
import { labelCount } from '../../core/entities/labels.ts';
import type { Lexicon } from '../../core/entities/prepared-text.ts';
import type { LabelledText } from './corpora.ts';
import { type Example, examplesOf } from './examples.ts';
import { LearntWeights, learnExample } from './ftrl.ts';
import { seededRandom, shuffle } from './random.ts';
import { recaseSomeLines } from './recase.ts';

export interface FitOptions {
  epochs: number;
  alpha: number;
  l1: number;
  /** The share of features that are not seen in a step. */
  dropout: number;
  seed: number;
  /** Learns from texts without capitals. */
  caseless: boolean;
  /** Kinds of features that are left out, by number. */
  without?: ReadonlySet<number>;
}

export interface FittedTagger {
  /** Rising hashes of features. */
  hashes: Uint32Array;
  /** How often each was seen. */
  counts: Uint32Array;
  /** Feature x label. */
  weights: Float32Array;
  transitions: Float32Array;
}

/** A feature seen less often is left out. */
const leastCount = 3;
/** How many of the texts of an epoch are read without the features of the whole text, so that both must serve. */
const withoutWhole = 0.25;

export function fitTagger(
  texts: readonly LabelledText[],
  lexicon: Lexicon,
  options: FitOptions,
  tell: (line: string) => void,
): FittedTagger {
  const random = seededRandom(options.seed);
  let cut = 0;
  const documents = texts.map((text) => {
    const made = examplesOf(recaseSomeLines(text, random), lexicon, options);
    cut += made.cut;
    return made.examples;
  });
  const { hashes, counts } = numberFeatures(documents);
  const tokens = documents.flat().reduce((sum, example) => sum + example.labels.length, 0);
  tell(`${texts.length} texts, ${tokens} tokens, ${hashes.length} features; ${cut} names cut by the tokenizer`);
  const learning = { alpha: options.alpha, beta: 1, l1: options.l1, l2: 0 };
  const weights = new LearntWeights(hashes.length * labelCount, learning);
  const transitions = new LearntWeights(labelCount * labelCount, { ...learning, l1: 0 });
  for (let epoch = 1; epoch <= options.epochs; epoch++) {
    shuffle(documents, random);
    let loss = 0;
    for (const document of documents) {
      const whole = random() >= withoutWhole;
      for (const example of document)
        loss += learnExample(example, weights, transitions, {
          whole,
          dropout: options.dropout,
          seed: random() * 2 ** 32,
        });
    }
    tell(`epoch ${epoch}: loss ${(loss / tokens).toFixed(4)} a token`);
  }
  return { hashes, counts, weights: weights.values, transitions: transitions.values };
}

/** Puts numbers in the place of the examples' hashes; answers with the hash of each number, rising, and how often it is seen. */
function numberFeatures(documents: readonly Example[][]): Pick<FittedTagger, 'hashes' | 'counts'> {
  const examples = documents.flat();
  const lists = examples.flatMap((example) => [example.local, example.whole]);
  const all = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0));
  let filled = 0;
  for (const list of lists) {
    all.set(list, filled);
    filled += list.length;
  }
  all.sort();
  const numbers = new Map<number, number>();
  const counts: number[] = [];
  for (let start = 0, end = 0; start < all.length; start = end) {
    while (end < all.length && all[end] === all[start]) end++;
    if (end - start < leastCount) continue;
    numbers.set(all[start] ?? 0, numbers.size);
    counts.push(end - start);
  }
  for (const example of examples) {
    [example.local, example.localStarts] = renumber(example.local, example.localStarts, numbers);
    [example.whole, example.wholeStarts] = renumber(example.whole, example.wholeStarts, numbers);
  }
  return { hashes: Uint32Array.from(numbers.keys()), counts: Uint32Array.from(counts) };
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
