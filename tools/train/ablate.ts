// What each part of the training is worth: smaller taggers with parts left out, each measured on the articles of our
// guide that it was not trained on.
import { templates } from '../../core/entities/features.ts';
import { type Span, tagTypes } from '../../core/entities/labels.ts';
import { type Lexicon, prepareText } from '../../core/entities/prepared-text.ts';
import { readTagger } from '../../core/entities/tagger.ts';
import { noWords } from '../../core/entities/word-classes.ts';
import type { LabelledText } from './corpora.ts';
import { spansOf } from './examples.ts';
import { type FitOptions, fitTagger } from './fit-tagger.ts';
import { packTagger } from './pack-tagger.ts';

interface Part {
  name: string;
  texts?: (text: LabelledText) => boolean;
  /** Kinds of features that are left out. */
  without?: RegExp;
}

const parts: readonly Part[] = [
  { name: 'all' },
  { name: 'gold-train alone', texts: ({ corpus }) => corpus === 'gold' },
  { name: 'without the worldwide corpus', texts: ({ corpus }) => corpus !== 'worldwide' },
  { name: 'without the other corpora', texts: ({ corpus }) => corpus !== 'other' },
  { name: 'without known names', without: /known name/u },
  { name: 'without classes of words', without: /kinds? of|of its kind/u },
  { name: 'without the rest of the text', without: /elsewhere|acronym|how often/u },
  { name: 'without the name around a word', without: /of the name|the name$|in the name/u },
  { name: 'without beginnings and endings', without: /beginning|ending/u },
  { name: 'without the mark of the corpus', without: /learnt from/u },
];

/** Every fifth article of our guide is kept for measuring. */
const heldOut = 5;
const fewerEpochs = 4;

export function ablate(
  corpora: readonly LabelledText[],
  lexicon: Lexicon,
  options: Omit<FitOptions, 'epochs' | 'caseless'>,
  tell: (line: string) => void,
): void {
  const articles = corpora.filter(({ corpus }) => corpus === 'gold');
  const measured = new Set(articles.filter((_, index) => index % heldOut === 0));
  const empty = { names: new Uint32Array(), kinds: new Uint16Array() };
  tell('| | F1 | precision | recall | person | organisation | place |\n|---|---|---|---|---|---|---|');
  for (const { name, texts, without } of parts) {
    const learnt = corpora.filter((text) => !measured.has(text) && (texts?.(text) ?? true));
    const dropped = new Set(templates.flatMap((template, index) => (without?.test(template) === true ? [index] : [])));
    const own = { ...options, epochs: fewerEpochs, caseless: false, without: dropped };
    const fitted = fitTagger(learnt, lexicon, own, () => {});
    const bytes = packTagger(fitted, { ...empty, ...noWords }, { keep: 300_000, caseless: false }, () => {});
    const tagger = readTagger(bytes, lexicon);
    const found = [...measured].map((text) => {
      const prepared = prepareText(text.text, lexicon, false);
      const spans = prepared.sentences.flatMap((_, sentence) => tagger.tag(prepared, sentence));
      return { right: spansOf(prepared, text).spans, found: spans };
    });
    const all = score(found, [0, 1, 2]);
    const types = [0, 1, 2].map((type) => score(found, [type]).f1);
    tell(`| ${[name, all.f1, all.precision, all.recall, ...types].join(' | ')} |`);
  }
}

/** Names with the right tokens and type, in per cent, over some of `tagTypes`. */
function score(texts: readonly { right: readonly Span[]; found: readonly Span[] }[], types: readonly number[]) {
  const keys = (spans: readonly Span[], index: number): string[] =>
    spans
      .filter(({ type }) => types.includes(type))
      .map(({ first, end, type }) => `${index} ${first} ${end} ${tagTypes[type]}`);
  const right = new Set(texts.flatMap((text, index) => keys(text.right, index)));
  const found = texts.flatMap((text, index) => keys(text.found, index));
  const both = found.filter((key) => right.has(key)).length;
  const precision = both / Math.max(1, found.length);
  const recall = both / Math.max(1, right.size);
  const percent = (share: number): string => (100 * share).toFixed(1);
  return {
    f1: percent((2 * precision * recall) / Math.max(1e-9, precision + recall)),
    precision: percent(precision),
    recall: percent(recall),
  };
}
