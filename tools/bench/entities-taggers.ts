// The taggers that ship, read from their files.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { taggerNames } from '../../core/entities/language.ts';
import type { Taggers } from '../../core/entities/recognise.ts';
import { readTagger } from '../../core/entities/tagger.ts';

export function readTaggers(folder: string): Taggers {
  const en = readTagger(readFileSync(join(folder, 'en.model')));
  const others = taggerNames.filter((name) => name !== 'en' && existsSync(join(folder, `${name}.model`)));
  return {
    en,
    ...Object.fromEntries(
      others.map((name) => [name, readTagger(readFileSync(join(folder, `${name}.model`)), en.lexicon)]),
    ),
  };
}
