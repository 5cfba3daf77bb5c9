// Spotting and reading articles on stored pages, by the shipped code in real Chromium. Writes `detect.jsonl` and
// `extract.jsonl` for the data's own `score.py`, which is run when Python is there.
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import type { Read, Spotted } from './articles-in-page.ts';
import type { BenchArgs } from './bench.ts';
import { bundleForPage, launchChromium, mapSome, readIndex, type StoredPage, visitStoredPage } from './stored-pages.ts';

const defaultData = '../shared/data/articles';

export async function bench({ data = defaultData, out }: BenchArgs): Promise<void> {
  const code = await bundleForPage(join(import.meta.dirname, 'articles-in-page.ts'), 'measured');
  const browser = await launchChromium();
  try {
    const spotted = await measure<Spotted>(browser, data, 'detect.jsonl', `${code};measured.spot()`, out);
    const read = await measure<Read>(browser, data, 'extract.jsonl', `${code};measured.read()`, out);
    console.log(score('detect', data, out));
    console.log(score('extract', data, out));
    const summary = {
      spotMs: spread(spotted.map((each) => each.time)),
      readMs: spread(read.map((each) => each.time)),
      touched: read.filter((each) => !each.untouched).length,
    };
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
  out: string,
): Promise<Result[]> {
  const pages = await readIndex(data, index);
  const run = (stored: StoredPage) =>
    visitStoredPage(browser, data, stored, async (page): Promise<Result | undefined> => {
      const answer: unknown = await page.evaluate(script);
      return isObject<Result>(answer) ? answer : undefined;
    }).catch((error: unknown) => {
      console.error(`${stored.id} ${stored.url}: ${error}`);
      return undefined;
    });
  const results = await mapSome(pages, 2, run);
  const lines = results.map((result, at) => JSON.stringify({ id: pages[at]?.id, ...result }));
  await writeFile(join(out, index), `${lines.join('\n')}\n`);
  return results.filter((result) => result !== undefined);
}

function isObject<Expected extends object>(value: unknown): value is Expected {
  return typeof value === 'object' && value !== null;
}

function score(mode: 'detect' | 'extract', data: string, out: string): string {
  try {
    return execFileSync('python3', [join(data, 'score.py'), mode, data, join(out, `${mode}.jsonl`)], {
      encoding: 'utf8',
    });
  } catch (error) {
    return `${mode} was not scored: ${error}`;
  }
}

/** Median and 95th percentile, in ms. */
function spread(times: readonly number[]): { median: number; p95: number } {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share: number) => Number((sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1));
  return { median: at(0.5), p95: at(0.95) };
}
