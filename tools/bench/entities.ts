// Names, groups and handles end to end, from plain text: quality against hand-made answers, size and speed, with
// compromise beside it. `npm run bench -- entities [--data DIR] [--out DIR]`; DIR holds any of gold/, *.tsv,
// handles.jsonl, score.py (else that of our own data), pt/*.tsv but for what was trained on.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { answerText, answerTsv, type Contestant, cases } from './entities-answers.ts';
import { compromise, ours } from './entities-contestants.ts';
import { answerPassage } from './entities-passage.ts';
import { scoreFiles } from './entities-score.ts';
import { readTaggers } from './entities-taggers.ts';

const ownData = resolve(import.meta.dirname, '../../../shared/data/entities');
const models = resolve(import.meta.dirname, '../../public/models');

export async function bench({ data, out }: { data?: string; out: string }): Promise<void> {
  const folder = data ?? ownData;
  const script = [join(folder, 'score.py'), join(ownData, 'score.py')].find(existsSync);
  const modelPath = join(models, 'en.model');
  const taggers = readTaggers(models);
  const us = ours(taggers);
  const texts = readTexts(join(folder, 'gold'));
  const tables = tablesIn(folder);
  const portuguese = tablesIn(join(folder, 'pt')).filter((file) => !file.includes('train'));

  const scores = answerAll(us, folder, out, texts, tables, script);
  if (portuguese.length > 0) answerAll(us, join(folder, 'pt'), out, [], portuguese, script);
  const passages = join(folder, 'handles.jsonl');
  if (existsSync(passages)) {
    const lines = readFileSync(passages, 'utf8').trim().split('\n');
    const answers = lines.map((line) => `${JSON.stringify(answerPassage(line, taggers))}\n`);
    writeFileSync(join(out, 'handles.jsonl'), answers.join(''));
    console.log('\nhandle passages');
    scoreFiles(script, ['handles', passages, join(out, 'handles.jsonl')]);
  }
  if (tables.length > 0) answerRecased(us, folder, out, tables, script);

  const beside = join(out, 'compromise');
  mkdirSync(beside, { recursive: true });
  const theirs = answerAll(compromise, folder, beside, texts, tables, script);

  const plain = texts.map(({ text }) => text);
  const ourMs = measureSpeed(plain, us);
  const theirMs = measureSpeed(plain, compromise);
  const sizes = readdirSync(models).map((file) => brotliCompressSync(readFileSync(join(models, file))).length);
  const brotliBytes = sizes.reduce((sum, size) => sum + size, 0);
  const figures = {
    msPerThousandWords: round(ourMs),
    compromiseMsPerThousandWords: round(theirMs),
    timesFaster: round(theirMs / ourMs),
    brotliBytes,
    ...measureCold(modelPath, join(folder, 'gold'), texts[0]?.id),
  };
  console.log(`\n${JSON.stringify({ bench: 'entities', ...scores, compromiseGoldF1: theirs.goldF1, ...figures })}`);
}

function tablesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.tsv'))
    .sort();
}

interface Text {
  id: string;
  text: string;
}

function readTexts(folder: string): Text[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith('.txt'));
  return files.sort().map((file) => ({ id: file.slice(0, -4), text: readFileSync(join(folder, file), 'utf8') }));
}

/** Writes what a contestant answers to the articles and tables, prints its scores, and returns the main ones. */
function answerAll(
  contestant: Contestant,
  folder: string,
  out: string,
  texts: readonly Text[],
  tables: readonly string[],
  script: string | undefined,
): { goldF1?: number; goldPrecision?: number; goldRecall?: number } {
  console.log(`\n${contestant.name}`);
  const answers = texts.map(({ id, text }) => `${JSON.stringify(answerText(id, text, contestant))}\n`);
  if (texts.length > 0) writeFileSync(join(out, 'gold.jsonl'), answers.join(''));
  for (const file of tables) writeFileSync(join(out, file), answerTsv(join(folder, file), contestant));
  const gold = texts.length > 0 ? scoreFiles(script, ['gold', join(folder, 'gold'), join(out, 'gold.jsonl')]) : '';
  if (tables.length > 0) scoreFiles(script, ['tsv', ...tables.map((file) => join(out, file))]);
  const [, precision, recall, f1] = /Place\s+P ([\d.]+) R ([\d.]+) F1 ([\d.]+)/.exec(gold) ?? [];
  if (f1 === undefined) return {};
  return { goldF1: Number(f1), goldPrecision: Number(precision), goldRecall: Number(recall) };
}

/** The tables once more in lower case, capitals and title case. */
function answerRecased(
  us: Contestant,
  folder: string,
  out: string,
  tables: readonly string[],
  script: string | undefined,
): void {
  console.log('\npressmark, the tables in other cases');
  mkdirSync(join(out, 'cases'), { recursive: true });
  const paths = tables.flatMap((file) =>
    Object.entries(cases).map(([name, recase]) => {
      const path = join(out, 'cases', `${file.slice(0, -'.tsv'.length)}.${name}.tsv`);
      writeFileSync(path, answerTsv(join(folder, file), us, recase));
      return path;
    }),
  );
  scoreFiles(script, ['tsv', ...paths]);
}

/** Milliseconds per 1,000 words: the median of several runs over all texts, each text read once a run. */
function measureSpeed(texts: readonly string[], contestant: Contestant): number {
  const words = texts.reduce((sum, text) => sum + text.split(/\s+/u).length, 0);
  if (words === 0) return 0;
  const runs = Array.from({ length: 7 }, () => {
    const started = performance.now();
    for (const text of texts) contestant.read(text);
    return performance.now() - started;
  });
  return ((runs.sort((one, other) => one - other)[3] ?? 0) / words) * 1000;
}

function measureCold(model: string, gold: string, id: string | undefined): object {
  if (id === undefined) return {};
  const cold = join(import.meta.dirname, 'entities-cold.ts');
  const { stdout } = spawnSync(process.execPath, ['--expose-gc', cold, model, join(gold, `${id}.txt`)], {
    encoding: 'utf8',
  });
  return JSON.parse(stdout);
}

function round(value: number): number {
  return Number(value.toFixed(2));
}
