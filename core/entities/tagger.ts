// The trained tagger: a prepared text -> names with their type and how sure it is of each.
import { bestLabels, type Marginals, marginalsOf } from './crf.ts';
import { addLocalFeatures, addTextFeatures, type FeatureSink, templates } from './features.ts';
import type { Gazetteer } from './gazetteer.ts';
import { labelCount, type Span, spansOfLabels, tagTypes, typeOfLabel } from './labels.ts';
import { dequantise, gazetteerOf, HashTable, readModel } from './model.ts';
import type { PreparedText } from './prepared-text.ts';

export { DamagedModel } from './model.ts';

/** Kinds of features that hold for most names and so explain none. */
const plain: ReadonlySet<string> = new Set([
  'every word',
  'its shape',
  'the shapes around',
  'its beginning',
  'its ending',
  'its place in the name',
  'its place in the sentence',
  'capitals of the line',
  'the headline',
  'how often it is named',
  'the text that it was learnt from',
]);

/** A name that the tagger found; tokens, end exclusive. */
export interface TaggedName extends Span {
  /** How likely each type of `tagTypes` is for these tokens, 0 to 1. */
  likelihoods: readonly number[];
  /** The kinds of features that weighed most. */
  reason: string;
}

export interface Tagger {
  readonly gazetteer: Gazetteer;
  /** The names of a sentence, given by its index. */
  tag(text: PreparedText, sentence: number): TaggedName[];
}

/** Makes a tagger of the bytes of a model file. @throws DamagedModel */
export function readTagger(bytes: Uint8Array): Tagger {
  return new CrfTagger(bytes);
}

class CrfTagger implements Tagger {
  readonly gazetteer: Gazetteer;
  readonly #table: HashTable;
  readonly #weights: Int8Array;
  readonly #values: Float32Array;
  readonly #transitions: Float32Array;

  constructor(bytes: Uint8Array) {
    const model = readModel(bytes);
    this.gazetteer = gazetteerOf(model);
    this.#table = new HashTable(model.features);
    this.#weights = model.weights;
    this.#values = dequantise(model.scale);
    this.#transitions = Float32Array.from(model.transitions, (byte) => this.#valueOf(byte));
  }

  tag(text: PreparedText, sentence: number): TaggedName[] {
    const { first, end } = text.sentences[sentence] ?? { first: 0, end: 0 };
    if (!text.views.slice(first, end).some((view) => view.letters)) return [];
    const scores = this.#score(text, sentence, first, end);
    const spans = spansOfLabels(bestLabels(scores, this.#transitions));
    if (spans.length === 0) return [];
    const marginals = marginalsOf(scores, this.#transitions);
    return spans.map((span) => ({
      first: first + span.first,
      end: first + span.end,
      type: span.type,
      likelihoods: tagTypes.map((_, type) => likelihoodOf(marginals, span, type)),
      reason: this.#reasonFor(text, sentence, first + span.first, span.type),
    }));
  }

  #score(text: PreparedText, sentence: number, first: number, end: number): Float64Array {
    const scores = new Float64Array((end - first) * labelCount);
    let row = 0;
    const sink: FeatureSink = {
      add: (_, hash) => {
        const feature = this.#table.indexOf(hash);
        if (feature < 0) return;
        const base = feature * labelCount;
        for (let label = 0; label < labelCount; label++) {
          scores[row + label] = (scores[row + label] ?? 0) + this.#valueOf(this.#weights[base + label] ?? 0);
        }
      },
    };
    for (let at = first; at < end; at++, row += labelCount) {
      addLocalFeatures(text, at, sentence, 'gold', sink);
      addTextFeatures(text, at, sink);
    }
    return scores;
  }

  /** The two kinds of features that speak most for the type at the first token of a name, against no name. */
  #reasonFor(text: PreparedText, sentence: number, at: number, type: number): string {
    const weights = new Map<number, number>();
    const sink: FeatureSink = {
      add: (template, hash) => {
        const feature = this.#table.indexOf(hash);
        if (feature < 0) return;
        let weight = -this.#valueOf(this.#weights[feature * labelCount] ?? 0);
        for (let label = 1; label < labelCount; label++) {
          const value = this.#valueOf(this.#weights[feature * labelCount + label] ?? 0);
          if (typeOfLabel(label) === type) weight += value / 2;
        }
        weights.set(template, (weights.get(template) ?? 0) + weight);
      },
    };
    addLocalFeatures(text, at, sentence, 'gold', sink);
    addTextFeatures(text, at, sink);
    const telling = [...weights].filter(([template, weight]) => weight > 0 && !plain.has(templates[template] ?? ''));
    const strongest = telling.sort((one, other) => other[1] - one[1]).slice(0, 2);
    return strongest.map(([template]) => templates[template]).join(', ') || 'its form';
  }

  #valueOf(byte: number): number {
    return this.#values[byte & 0xff] ?? 0;
  }
}

/** The least of the tokens' probabilities to belong to a name of the type: close to that of the whole, and cheap. */
function likelihoodOf({ labels }: Marginals, span: Span, type: number): number {
  let least = 1;
  for (let at = span.first; at < span.end; at++) {
    let sum = 0;
    for (let border = 0; border < 4; border++) sum += labels[at * labelCount + 1 + 4 * type + border] ?? 0;
    least = Math.min(least, sum);
  }
  return least;
}
