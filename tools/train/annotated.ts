// Texts annotated by hand for this project, by the guide of the corpora (shared/data/entities/guide.md). The texts
// themselves belong to their publishers and stay with the corpora: the files of `annotated/` hold what is named in them,
// `# ID` for each text and then a line for each entity: `Type: name | other mention | ...`.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type GoldFile, type LabelledText, labelGold } from './corpora.ts';

/** @param data the folder of the corpora of names; that of the pages is beside it. What is not there is left out. */
export function readAnnotated(data: string): LabelledText[] {
  const pages = join(data, '../articles/extract.jsonl');
  const unlabelled = join(data, 'unlabelled/news.txt.gz');
  return [
    ...(existsSync(pages) ? labelled('pages.txt', readPages(pages)) : []),
    ...(existsSync(unlabelled) ? labelled('unlabelled.txt', readUnlabelled(unlabelled)) : []),
  ];
}

/** @throws when a text is missing or is another than the one that was annotated */
function labelled(file: string, texts: ReadonlyMap<string, string>): LabelledText[] {
  const sections = readFileSync(join(import.meta.dirname, 'annotated', file), 'utf8')
    .split(/^# /m)
    .slice(1);
  return sections.map((section) => {
    const [id = '', ...lines] = section.trimEnd().split('\n');
    const gold = parse(lines);
    const text = texts.get(id);
    const missing = gold.entities.flatMap(({ mentions }) => mentions).find((mention) => !text?.includes(mention));
    if (text === undefined || missing !== undefined)
      throw new Error(`${file}: ${id} is not the text that names ${missing}`);
    return labelGold(id, text, gold);
  });
}

function parse(lines: readonly string[]): GoldFile {
  const entities = lines.map((line) => {
    const [type = '', names = ''] = line.split(/: (.*)/);
    const mentions = names.split(' | ');
    return { name: mentions[0] ?? '', type, mentions };
  });
  return { entities };
}

/** The true texts of stored pages, by id. */
function readPages(path: string): Map<string, string> {
  const texts = new Map<string, string>();
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line === '') continue;
    const { id, gt }: { id: string; gt: { body?: string } } = JSON.parse(line);
    if (gt.body !== undefined) texts.set(id, gt.body);
  }
  return texts;
}

/** Texts parted by empty lines, by their number from 0. */
function readUnlabelled(path: string): Map<string, string> {
  const texts = gunzipSync(readFileSync(path)).toString('utf8').split('\n\n');
  return new Map(texts.filter((text) => text.trim() !== '').map((text, index) => [String(index), text]));
}
