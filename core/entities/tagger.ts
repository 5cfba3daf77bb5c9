// The trained tagger: a prepared text -> names with their type and how sure it is of each.
import { bestLabels, type Marginals, marginalsOf, oddsOf } from './crf.ts';
import {
  addBesideFeatures,
  addJoinedFeatures,
  addLocalFeatures,
  addTextFeatures,
  addWordFeatures,
  besides,
  type FeatureSink,
  templates,
} from './features.ts';
import { joinGazetteers } from './gazetteer.ts';
import { labelCount, type Span, spansOfLabels, tagTypes, typeOfLabel } from './labels.ts';
import { dequantise, gazetteerOf, readModel } from './model.ts';
import type { Lexicon, PreparedText } from './prepared-text.ts';
import type { TokenView } from './shapes.ts';
import { WeightTable } from './weight-table.ts';
import { wordLexiconOf } from './word-classes.ts';

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
  readonly lexicon: Lexicon;
  /** Made for texts whose capitals tell nothing: they are to be prepared so. */
  readonly caseless: boolean;
  /** The names of a sentence, given by its index. */
  tag(text: PreparedText, sentence: number): TaggedName[];
}

/**
 * Makes a tagger of the bytes of a model file. The names of `base` are known too; its words, if the file has none.
 * @throws DamagedModel
 */
export function readTagger(bytes: Uint8Array, base?: Lexicon): Tagger {
  return new CrfTagger(bytes, base);
}

/** How many tokens to the left and right a token's own features reach. */
const reach = 2;
const places = 2 * reach + 1;

class CrfTagger implements Tagger {
  readonly lexicon: Lexicon;
  readonly caseless: boolean;
  readonly #weights: WeightTable;
  readonly #transitions: Float32Array;
  readonly #odds: Float64Array;
  /** Scores that come from one word alone, for itself and for its neighbours: a word of a text is looked at once. */
  #own: { text: PreparedText; scores: (Float64Array | undefined)[] } | undefined;

  constructor(bytes: Uint8Array, base: Lexicon | undefined) {
    const model = readModel(bytes);
    this.caseless = model.caseless;
    this.lexicon = {
      gazetteer: base === undefined ? gazetteerOf(model) : joinGazetteers(base.gazetteer, gazetteerOf(model)),
      words: base !== undefined && model.words.length === 0 ? base.words : wordLexiconOf(model),
    };
    this.#weights = new WeightTable(model);
    const values = dequantise(model.scale);
    this.#transitions = Float32Array.from(model.transitions, (byte) => values[byte & 0xff] ?? 0);
    this.#odds = oddsOf(this.#transitions);
  }

  tag(text: PreparedText, sentence: number): TaggedName[] {
    const { first, end } = text.sentences[sentence] ?? { first: 0, end: 0 };
    if (!text.views.slice(first, end).some((view) => view.letters)) return [];
    const scores = this.#score(text, sentence, first, end);
    const spans = spansOfLabels(bestLabels(scores, this.#transitions));
    if (spans.length === 0) return [];
    const marginals = marginalsOf(scores, this.#odds);
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
        this.#weights.add(hash, scores, row);
      },
    };
    if (this.#own?.text !== text) this.#own = { text, scores: [] };
    const own = this.#own.scores;
    for (let at = first; at < end; at++, row += labelCount) {
      for (let beside = -reach; beside <= reach; beside++) {
        const place = at + beside;
        const view = place >= first && place < end ? text.views[place] : undefined;
        const key = (text.numbers[view === undefined ? -1 : place] ?? 0) * places + beside + reach;
        const known = own[key] ?? this.#ownScores(view, beside);
        own[key] = known;
        for (let label = 0; label < labelCount; label++)
          scores[row + label] = (scores[row + label] ?? 0) + (known[label] ?? 0);
      }
      addJoinedFeatures(text, at, sentence, 'gold', sink);
      addTextFeatures(text, at, sink);
    }
    return scores;
  }

  #ownScores(view: TokenView | undefined, beside: number): Float64Array {
    const scores = new Float64Array(labelCount);
    const sink: FeatureSink = {
      add: (_, hash) => {
        this.#weights.add(hash, scores, 0);
      },
    };
    const place = besides.find((each) => each === beside);
    if (place !== undefined) addBesideFeatures(view, place, sink);
    else if (view !== undefined) addWordFeatures(view, 'gold', sink);
    return scores;
  }

  /** The two kinds of features that speak most for the type at the first token of a name, against no name. */
  #reasonFor(text: PreparedText, sentence: number, at: number, type: number): string {
    const weights = new Map<number, number>();
    const scores = new Float64Array(labelCount);
    const sink: FeatureSink = {
      add: (template, hash) => {
        if (plain.has(templates[template] ?? '')) return;
        scores.fill(0);
        this.#weights.add(hash, scores, 0);
        let weight = -(scores[0] ?? 0);
        for (let label = 1; label < labelCount; label++)
          if (typeOfLabel(label) === type) weight += (scores[label] ?? 0) / 2;
        weights.set(template, (weights.get(template) ?? 0) + weight);
      },
    };
    addLocalFeatures(text, at, sentence, 'gold', sink);
    addTextFeatures(text, at, sink);
    const telling = [...weights].filter(([, weight]) => weight > 0);
    const strongest = telling.sort((one, other) => other[1] - one[1]).slice(0, 2);
    return strongest.map(([template]) => templates[template]).join(', ') || 'its form';
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
