// Texts annotated by hand for this project, by the guide of the corpora (shared/data/entities/guide.md). The texts
// themselves belong to their publishers and stay with the corpora: a file of `annotated/` names a text by its id and
// holds what it names, a line for each entity: `Type: name | other mention | ...`.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GoldFile, type LabelledText, labelGold } from './corpora.ts';

const folder = join(import.meta.dirname, 'annotated');

/** @param texts the texts by id; those that are not there are left out */
export function readAnnotated(texts: ReadonlyMap<string, string>): LabelledText[] {
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const id = file.replace(/\.txt$/, '');
      const text = texts.get(id);
      return text === undefined ? [] : [labelGold(id, text, parse(readFileSync(join(folder, file), 'utf8')))];
    });
}

/** The true texts of the pages of `extract.jsonl`, by id. */
export function readPageTexts(path: string): Map<string, string> {
  const texts = new Map<string, string>();
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line === '') continue;
    const { id, gt }: { id: string; gt: { body?: string } } = JSON.parse(line);
    if (gt.body !== undefined) texts.set(id, gt.body);
  }
  return texts;
}

function parse(lines: string): GoldFile {
  const entities = lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [type = '', names = ''] = line.split(/: (.*)/);
      const mentions = names.split(' | ');
      return { name: mentions[0] ?? '', type, mentions };
    });
  return { entities };
}
