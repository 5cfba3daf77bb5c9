// Labelled texts -> sentences of numbered features and labels, through the tokenizer and the features that ship.
import { addLocalFeatures, addTextFeatures, type FeatureSink } from '../../core/entities/features.ts';
import { labelsOfSpans, type Span } from '../../core/entities/labels.ts';
import { type Lexicon, type PreparedText, prepareText } from '../../core/entities/prepared-text.ts';
import { type LabelledText, typeIndex } from './corpora.ts';

/** Features of the tokens of one sentence: `local` stand in it, `whole` come from the rest of the text. */
export interface Example {
  labels: Uint8Array;
  /** Numbers of features, of all tokens one after the other. */
  local: Uint32Array;
  /** Where each token's features begin, and the end of the last. */
  localStarts: Uint32Array;
  whole: Uint32Array;
  wholeStarts: Uint32Array;
}

/** The names of a text as tokens, and how many of them do not begin and end with one. */
export function spansOf({ tokens }: PreparedText, { names }: LabelledText): { spans: Span[]; cut: number } {
  const spans: Span[] = [];
  let cut = 0;
  let at = 0;
  for (const name of names) {
    while (at < tokens.length && (tokens[at]?.end ?? 0) <= name.start) at++;
    const first = at;
    let end = first;
    while (end < tokens.length && (tokens[end]?.start ?? 0) < name.end) end++;
    if (end === first) continue;
    if (tokens[first]?.start !== name.start || tokens[end - 1]?.end !== name.end) cut++;
    spans.push({ first, end, type: typeIndex(name.type) });
    at = end;
  }
  return { spans, cut };
}

export interface ExampleOptions {
  /** As for texts whose capitals tell nothing. */
  caseless: boolean;
  /** Kinds of features that are left out, by number. */
  without?: ReadonlySet<number>;
}

export function examplesOf(
  labelled: LabelledText,
  lexicon: Lexicon,
  { caseless, without }: ExampleOptions,
): { examples: Example[]; cut: number } {
  const text = prepareText(labelled.text, lexicon, caseless);
  const { spans, cut } = spansOf(text, labelled);
  // A name across two sentences is no name of either.
  const examples = text.sentences.map(({ first, end }, sentence) => {
    const own = spans.filter((span) => span.first >= first && span.end <= end);
    const labels = labelsOfSpans(
      own.map((span) => ({ ...span, first: span.first - first, end: span.end - first })),
      end - first,
    );
    const local = collect(first, end, without, (at, sink) => {
      addLocalFeatures(text, at, sentence, labelled.corpus, sink);
    });
    const whole = collect(first, end, without, (at, sink) => {
      addTextFeatures(text, at, sink);
    });
    return {
      labels,
      local: local.features,
      localStarts: local.starts,
      whole: whole.features,
      wholeStarts: whole.starts,
    };
  });
  return { examples, cut };
}

function collect(
  first: number,
  end: number,
  without: ReadonlySet<number> | undefined,
  addTo: (at: number, sink: FeatureSink) => void,
) {
  const features: number[] = [];
  const starts = new Uint32Array(end - first + 1);
  const sink: FeatureSink = {
    add: (template, feature) => {
      if (without?.has(template) !== true) features.push(feature);
    },
  };
  for (let at = first; at < end; at++) {
    starts[at - first] = features.length;
    addTo(at, sink);
  }
  starts[end - first] = features.length;
  return { features: Uint32Array.from(features), starts };
}
