// Spotting and reading articles on stored pages, by the shipped code in real Chromium, and Mozilla's Readability beside
// it on the same pages. Writes `detect.jsonl` and `extract.jsonl` for the data's own `score.py`. The shipped models
// were trained on the development data: on these pages only `npm run train -- articles` and `-- article-blocks` tell
// honest figures, by cross-validation.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import type { Read, Spotted } from './articles-in-page.ts';
import { score } from './articles-score.ts';
import type { BenchArgs } from './bench.ts';
import { bundleForPage, launchChromium, mapSome, readIndex, type StoredPage, visitStoredPage } from './stored-pages.ts';

const defaultData = '../shared/data/articles';

type Answer<Result> = Result & { id: string };

export async function bench({ data = defaultData, out }: BenchArgs): Promise<void> {
  const code = await bundleForPage(join(import.meta.dirname, 'articles-in-page.ts'), 'measured');
  const browser = await launchChromium();
  const print = async (title: string, mode: 'detect' | 'extract', name: string, answers: readonly object[]) => {
    const file = join(out, name);
    await writeFile(file, answers.map((answer) => `${JSON.stringify(answer)}\n`).join(''));
    console.log(`${title}\n${score(mode, data, file)}`);
  };
  try {
    const spotted = await measure<Spotted>(browser, data, 'detect.jsonl', `${code};measured.spot()`);
    const read = await measure<Read>(browser, data, 'extract.jsonl', `${code};measured.read()`);
    const ours = read.map(({ readability, ...answer }) => answer);
    await print('Spotter', 'detect', 'detect.jsonl', spotted);
    const readerable = spotted.map(({ id, readerable: article }) => ({ id, article }));
    await print('isProbablyReaderable', 'detect', 'detect-readerable.jsonl', readerable);
    await print('Reader', 'extract', 'extract.jsonl', ours);
    const plain = read.map(({ id, readability: text }) => ({ id, text }));
    await print('Readability', 'extract', 'extract-readability.jsonl', plain);
    const characters = sum(ours.map((each) => each.characters));
    const summary = {
      pages: { spotted: spotted.length, read: read.length },
      spotMs: spread(spotted.map((each) => each.time)),
      readMs: spread(ours.map((each) => each.time)),
      mappedShare: sum(ours.map((each) => each.mapped)) / characters,
      pagesNotWhollyMapped: ours.filter((each) => each.mapped < each.characters).length,
      mutations: sum(ours.map((each) => each.mutations)),
      pagesTouched: ours.filter((each) => !each.untouched).length,
    };
    console.table({ spotter: summary.spotMs, reader: summary.readMs });
    console.log(JSON.stringify(summary));
  } finally {
    await browser.close();
  }
}

async function measure<Result extends object>(
  browser: Browser,
  data: string,
  index: string,
  script: string,
): Promise<Answer<Result>[]> {
  const pages = await readIndex(data, index);
  const run = (stored: StoredPage) =>
    visitStoredPage(browser, data, stored, async (page): Promise<Answer<Result> | undefined> => {
      const answer: unknown = await page.evaluate(script);
      return isObject<Result>(answer) ? { ...answer, id: stored.id } : undefined;
    }).catch((error: unknown) => {
      console.error(`${stored.id} ${stored.url}: ${error}`);
      return undefined;
    });
  return (await mapSome(pages, 2, run)).filter((result) => result !== undefined);
}

function isObject<Expected extends object>(value: unknown): value is Expected {
  return typeof value === 'object' && value !== null;
}

/** Median and 95th percentile, in ms. */
function spread(times: readonly number[]): { median: number; p95: number } {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share: number) => Number((sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1));
  return { median: at(0.5), p95: at(0.95) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
