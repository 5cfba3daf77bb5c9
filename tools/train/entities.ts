// Trains the taggers of names: `npm run train -- entities [--data DIR] [--out DIR] [--only NAME]`; `--ablate` trains
// smaller ones with parts left out instead, and prints what each part is worth.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { joinGazetteers } from '../../core/entities/gazetteer.ts';
import { type TaggerName, taggerNames } from '../../core/entities/language.ts';
import { gazetteerOf } from '../../core/entities/model.ts';
import { noWords, wordLexiconOf } from '../../core/entities/word-classes.ts';
import { ablate } from './ablate.ts';
import { readAnnotated } from './annotated.ts';
import { contract } from './contract.ts';
import { type LabelledText, readGold, readTsv, readTsvDocuments, textOf } from './corpora.ts';
import { type FitOptions, fitTagger } from './fit-tagger.ts';
import { type KnownNames, readKnownNames, readPortugueseNames } from './known-names.ts';
import { clusterOwnWords, learnEnglishWords } from './learn-words.ts';
import { packTagger } from './pack-tagger.ts';

const options: Omit<FitOptions, 'epochs' | 'caseless'> = { alpha: 0.05, l1: 0.5, dropout: 0.2, seed: 20261123 };
const epochs: Readonly<Record<TaggerName, number>> = { en: 5, 'en-caseless': 4, pt: 6 };
/** So many weights are kept. */
const keep: Readonly<Record<TaggerName, number>> = { en: 450_000, 'en-caseless': 260_000, pt: 130_000 };

export async function train(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      data: { type: 'string', default: resolve(import.meta.dirname, '../../../shared/data/entities') },
      out: { type: 'string', default: resolve(import.meta.dirname, '../../public/models') },
      only: { type: 'string' },
      ablate: { type: 'boolean', default: false },
    },
  });
  const names = readKnownNames(join(values.data, 'gazetteer/names.tsv'));
  const gazetteer = gazetteerOf(names);
  const english = readCorpora(values.data);
  const words = learnEnglishWords(join(values.data, 'unlabelled/news.txt.gz'));
  if (values.ablate) {
    ablate(english, { gazetteer, words: wordLexiconOf(words) }, options, console.log);
    return;
  }
  mkdirSync(values.out, { recursive: true });
  // Names and words that `en` knows are not written again: it is read before the others.
  const ownNames: Readonly<Record<TaggerName, KnownNames>> = {
    en: names,
    'en-caseless': { names: new Uint32Array(), kinds: new Uint16Array() },
    pt: readPortugueseNames(),
  };
  for (const name of taggerNames) {
    if (values.only !== undefined && values.only !== name) continue;
    const own = name === 'pt' ? readPortuguese(values.data) : english;
    const ownWords = name === 'pt' ? clusterOwnWords(own.map(({ text }) => text)) : words;
    const caseless = name === 'en-caseless';
    const fitted = fitTagger(
      own,
      { gazetteer: joinGazetteers(gazetteer, gazetteerOf(ownNames[name])), words: wordLexiconOf(ownWords) },
      { ...options, epochs: epochs[name], caseless },
      console.log,
    );
    const lexicon = { ...ownNames[name], ...(caseless ? noWords : ownWords) };
    const bytes = packTagger(fitted, lexicon, { keep: keep[name], caseless }, console.log);
    writeFileSync(join(values.out, `${name}.model`), bytes);
    console.log(`${name}.model: ${bytes.length} bytes`);
  }
}

/** The articles annotated by our guide, and the open corpora that are there. */
function readCorpora(data: string): LabelledText[] {
  const worldwide = join(data, 'fine/ww9-train.tsv');
  const others = ['wikigold', 'crossner', 'gum_free'].map((name) => join(data, `train/${name}.tsv`));
  return [
    ...readGold(join(data, 'gold-train')),
    ...readAnnotated(data),
    ...(existsSync(worldwide) ? readTsv(worldwide, 'worldwide') : []),
    ...others.filter(existsSync).flatMap((path) => readTsv(path, 'other')),
  ];
}

/** The only corpus there is, so its scheme is the one in use; as it is and as newspapers write. */
function readPortuguese(data: string): LabelledText[] {
  const parted = readTsvDocuments(join(data, 'pt/bosque-train.tsv'));
  const written = parted.map(({ id, sentences }) => ({ id, sentences: sentences.map(contract) }));
  return [...parted, ...written].map((document) => textOf(document, 'gold'));
}
