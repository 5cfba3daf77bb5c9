// Trains the tagger of names: `npm run train -- entities [--data DIR] [--out FILE]`.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gazetteerOf } from '../../core/entities/model.ts';
import { readAnnotated } from './annotated.ts';
import { type LabelledText, readGold, readTsv } from './corpora.ts';
import { fitTagger } from './fit-tagger.ts';
import { readKnownNames } from './known-names.ts';
import { packTagger } from './pack-tagger.ts';

const seed = 20261123;

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
  const names = readKnownNames(join(values.data, 'gazetteer/names.tsv'));
  const options = {
    epochs: Number(values.epochs),
    alpha: Number(values.alpha),
    l1: Number(values.l1),
    dropout: Number(values.dropout),
    seed,
  };
  const fitted = fitTagger(readCorpora(values.data), gazetteerOf(names), options, console.log);
  const bytes = packTagger(fitted, names, Number(values.prune), console.log);
  mkdirSync(dirname(values.out), { recursive: true });
  writeFileSync(values.out, bytes);
  console.log(`${values.out}: ${bytes.length} bytes`);
}

function readCorpora(data: string): LabelledText[] {
  const worldwide = join(data, 'fine/ww9-train.tsv');
  return [
    ...readGold(join(data, 'gold-train')),
    ...readAnnotated(data),
    ...(existsSync(worldwide) ? readTsv(worldwide, 'worldwide') : []),
  ];
}
