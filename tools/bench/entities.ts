// Names, groups and handles end to end, from plain text: quality against hand-made answers, and speed.
// `npm run bench -- entities [--data DIR] [--out DIR]`; DIR holds gold/, *.tsv, handles.jsonl and score.py.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findHandles } from '../../core/entities/handles.ts';
import { recognise, recogniseNames } from '../../core/entities/recognise.ts';
import { readTagger, type Tagger } from '../../core/entities/tagger.ts';
import { tokenise } from '../../core/entities/tokens.ts';
import { composeText, readTsvDocuments } from '../train/corpora.ts';
import { readPassage } from './entities-passage.ts';

export async function bench({ data, out }: { data?: string; out: string }): Promise<void> {
  const folder = data ?? resolve(import.meta.dirname, '../../../shared/data/entities');
  const model = readFileSync(resolve(import.meta.dirname, '../../public/models/en.model'));
  const started = performance.now();
  const tagger = readTagger(model);
  const loadMs = performance.now() - started;
  const texts = readTexts(join(folder, 'gold'));
  writeLines(
    join(out, 'gold.jsonl'),
    texts.map(({ id, text }) => answerText(id, text, tagger)),
  );
  const tables = readdirSync(folder).filter((file) => file.endsWith('.tsv'));
  for (const file of tables) writeFileSync(join(out, file), answerTsv(join(folder, file), tagger));
  const passages = join(folder, 'handles.jsonl');
  if (existsSync(passages)) {
    const lines = readFileSync(passages, 'utf8').trim().split('\n');
    writeLines(join(out, 'handles.jsonl'), lines.map(answerPassage));
  }
  const scores = [
    ...score(folder, ['gold', join(folder, 'gold'), join(out, 'gold.jsonl')]),
    ...(tables.length > 0 ? score(folder, ['tsv', ...tables.map((file) => join(out, file))]) : []),
    ...(existsSync(passages) ? score(folder, ['handles', passages, join(out, 'handles.jsonl')]) : []),
  ];
  const msPerThousandWords = measureSpeed(
    texts.map(({ text }) => text),
    tagger,
  );
  console.log(
    `model ${model.length} bytes, read in ${loadMs.toFixed(0)} ms; ${msPerThousandWords.toFixed(1)} ms per 1,000 words`,
  );
  const main = /Place\s+P ([\d.]+) R ([\d.]+) F1 ([\d.]+)/.exec(scores.join('\n'));
  const [, precision, recall, f1] = main ?? [];
  console.log(
    JSON.stringify({
      bench: 'entities',
      ...(main === null ? {} : { goldF1: Number(f1), goldPrecision: Number(precision), goldRecall: Number(recall) }),
      msPerThousandWords: Number(msPerThousandWords.toFixed(2)),
      modelBytes: model.length,
      loadMs: Math.round(loadMs),
    }),
  );
}

function readTexts(folder: string): { id: string; text: string }[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith('.txt'));
  return files.sort().map((file) => ({ id: file.slice(0, -4), text: readFileSync(join(folder, file), 'utf8') }));
}

function writeLines(path: string, records: readonly object[]): void {
  writeFileSync(path, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
}

/** What the reader would see of a text, and the names that are not shown as `Other`. */
function answerText(id: string, text: string, tagger: Tagger): object {
  const input = { text, links: [] };
  const { mentions, entities } = recognise(input, tagger);
  const shown = mentions.filter(({ type }) => type !== 'Handle' && type !== 'Hashtag');
  const tokens = tokenise(text);
  const hidden = recogniseNames(input, tokens, findHandles(input, tokens), tagger)?.names ?? [];
  const handles = new Map(
    entities.filter((entity) => entity.type === 'Handle').map((entity) => [entity.name.toLowerCase(), entity]),
  );
  return {
    id,
    mentions: [
      ...shown.map(({ start, end, type, entity }) => ({ start, end, type, entity })),
      ...hidden
        .filter(({ type }) => type === 'MISC')
        .map(({ start, end, group }) => ({ start, end, type: 'Other', entity: `other ${group}` })),
    ],
    handles: [...handles.values()].map(({ name, platform }) => ({ text: name, platform: platform ?? 'other' })),
  };
}

/** The file's lines with a third column: our label of each token. */
function answerTsv(path: string, tagger: Tagger): string {
  const lines: string[] = [];
  for (const { sentences } of readTsvDocuments(path)) {
    const { text, places } = composeText(sentences.map((sentence) => sentence.map(({ token }) => token)));
    const input = { text, links: [], lang: 'en' };
    const tokens = tokenise(text);
    const names = recogniseNames(input, tokens, findHandles(input, tokens), tagger)?.names ?? [];
    let next = 0;
    sentences.forEach((sentence, index) => {
      sentence.forEach(({ token, label }, at) => {
        const place = places[index]?.[at] ?? { start: 0, end: 0 };
        while ((names[next]?.end ?? Number.POSITIVE_INFINITY) <= place.start) next++;
        const name = names[next];
        const inside = name !== undefined && name.start < place.end;
        const tag = inside ? `${name.start >= place.start ? 'B' : 'I'}-${name.type}` : 'O';
        lines.push(`${token}\t${label}\t${tag}`);
      });
      lines.push('');
    });
  }
  return lines.join('\n');
}

function answerPassage(line: string): object {
  const { id, html }: { id: string; html: string } = JSON.parse(line);
  const { mentions, entities } = recognise(readPassage(html), undefined);
  const named = mentions.flatMap(({ entity }) => entities[entity] ?? []);
  return {
    id,
    handles: named
      .filter(({ type }) => type === 'Handle')
      .map(({ name, platform, profileUrl }) => ({
        text: name,
        platform: platform ?? 'unknown',
        url: profileUrl ?? null,
      })),
    hashtags: named.filter(({ type }) => type === 'Hashtag').map(({ name }) => name),
  };
}

/** Runs the data folder's own metric, if this machine can; prints and answers with its lines. */
function score(folder: string, args: string[]): string[] {
  const script = join(folder, 'score.py');
  if (!existsSync(script)) return [];
  const { stdout, error } = spawnSync('python3', [script, ...args], { encoding: 'utf8' });
  if (error !== undefined) {
    console.log('python3 is missing: answers are written, not scored');
    return [];
  }
  console.log(stdout.trimEnd());
  return stdout.trimEnd().split('\n');
}

/** Median of several runs over all texts. */
function measureSpeed(texts: readonly string[], tagger: Tagger): number {
  const words = texts.reduce((sum, text) => sum + text.split(/\s+/u).length, 0);
  const runs = Array.from({ length: 7 }, () => {
    const started = performance.now();
    for (const text of texts) recognise({ text, links: [] }, tagger);
    return performance.now() - started;
  });
  const median = runs.sort((one, other) => one - other)[3] ?? 0;
  return words === 0 ? 0 : (median / words) * 1000;
}
