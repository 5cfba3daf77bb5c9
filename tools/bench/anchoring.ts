// Are highlights found again when the page has changed? Real pages in real Chromium, described on the original, anchored
// on the changed page; every truth is known to the character. DATA has `mutated/` and `recaptured/`, each
// PAGE/original.html.gz, highlights.json and, for each change, CHANGE.html.gz (recapture.html.gz) and CHANGE.json.
// Other programs answer for each eighth highlight, us beside them; then a thousand highlights on a long page of our own.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import type { Selector } from '../../core/annotation.ts';
import type { Answer, Described } from './anchoring-in-page.ts';
import type { Scale } from './anchoring-scale-in-page.ts';
import { quantile, rounded, scoreTable, type Truth } from './anchoring-score.ts';
import type { BenchArgs } from './bench.ts';
import { bundleForPage, launchChromium, visitStoredPage } from './stored-pages.ts';

interface Row extends Answer {
  page: string;
  change: string;
  index: number;
  describeMs: number;
}

const us = 'pressmark';
const others = ['dom-anchor-text-quote', '@apache-annotator/dom'];
/** They are slow: of the highlights of a page each so many-th is given to them. */
const sample = 8;

export async function bench({ data, out }: BenchArgs): Promise<void> {
  if (data === undefined) throw new Error('say where the cases are: --data DIR');
  const bundle = await bundleForPage(join(import.meta.dirname, 'anchoring-in-page.ts'), 'Anchoring');
  const browser = await launchChromium();
  const rows: Row[] = [];
  const summary: Record<string, unknown> = {};
  try {
    for (const part of ['mutated', 'recaptured']) {
      const scored = new Map([us, ...others].map((who): [string, { truth: Truth; row: Row }[]] => [who, []]));
      for (const name of await readdir(join(data, part))) {
        for (const { who, row, truth } of await measurePage(browser, bundle, join(data, part), name)) {
          if (who === us) rows.push(row);
          scored.get(who)?.push({ truth, row });
        }
      }
      summary[part] = scoreTable(part, scored.get(us) ?? []);
      const chosen = (scored.get(us) ?? []).filter(({ row }) => row.index % sample === 0);
      scoreTable(`${part}, each ${sample}th: ${us}`, chosen, false);
      for (const who of others) summary[`${part} ${who}`] = scoreTable(`  ${who}`, scored.get(who) ?? [], false);
    }
    const scale = await measureScale(browser, bundle);
    summary.scale = scale;
    printScale(scale);
  } finally {
    await browser.close();
  }
  await writeFile(join(out, 'rows.jsonl'), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  const describing = rows.filter(({ change }) => change === 'none' || change === 'recapture');
  console.log(JSON.stringify({ bench: 'anchoring', describeMsMedian: medianOf(describing), ...summary }));
}

async function measurePage(browser: Browser, bundle: string, folder: string, name: string) {
  const visit = <Result>(change: string, method: string, ...args: readonly unknown[]) =>
    visitStoredPage<Result>(
      browser,
      join(folder, name),
      { id: name, file: `${change}.html.gz`, url: `https://pages.invalid/${name}/${change}` },
      (page) => callInPage<Result>(page, bundle, method, args),
    );
  const highlights: { s: number; e: number }[] = await readJson(join(folder, name, 'highlights.json'));
  const indexesOf = (who: string) =>
    highlights.map((_, index) => index).filter((index) => who === us || index % sample === 0);
  const described = new Map<string, Described[]>();
  for (const who of [us, ...others]) {
    const places = indexesOf(who).map((index) => [highlights[index]?.s, highlights[index]?.e]);
    described.set(who, await visit<Described[]>('original', 'describeAll', who, places));
  }
  const files = (await readdir(join(folder, name))).filter(
    (file) => file.endsWith('.json') && file !== 'highlights.json',
  );
  const all: { who: string; row: Row; truth: Truth }[] = [];
  for (const file of files.sort()) {
    const change = file.replace(/\.json$/, '');
    const truths: Truth[] = await readJson(join(folder, name, file));
    for (const [who, places] of described) {
      const selectors: (readonly Selector[])[] = places.map((each) => each.selectors);
      const answers = await visit<Answer[]>(change, 'anchorAll', who, selectors);
      for (const [at, index] of indexesOf(who).entries()) {
        const answer = answers[at];
        const truth = truths[index];
        if (answer === undefined || truth === undefined) continue;
        const row = { page: name, change, index, describeMs: places[at]?.describeMs ?? 0, ...answer };
        all.push({ who, row, truth });
      }
    }
  }
  return all;
}

async function measureScale(browser: Browser, bundle: string): Promise<Scale> {
  const page = await browser.newPage();
  try {
    // Once to warm up, as code is that has been used.
    await callInPage<Scale>(page, bundle, 'measureScale', []);
    return await callInPage<Scale>(page, bundle, 'measureScale', []);
  } finally {
    await page.close();
  }
}

function printScale({ words, highlights, describeAll, changes }: Scale): void {
  console.log(`${highlights} highlights on ${words} words: describing ${rounded(describeAll)} ms`);
  for (const [change, { all, longestStep, states }] of Object.entries(changes)) {
    console.log(
      `  ${change.padEnd(22)} ${rounded(all)} ms, longest step ${rounded(longestStep)} ms`,
      JSON.stringify(states),
    );
  }
}

function medianOf(rows: readonly Row[]): number {
  return quantile(
    rows.map(({ describeMs }) => describeMs),
    0.5,
  );
}

async function readJson<Content>(path: string): Promise<Content> {
  const content: Content = JSON.parse(await readFile(path, 'utf8'));
  return content;
}

/** The bundle is evaluated by the debugger, so the page's own script policy does not stop it. */
async function callInPage<Result>(
  page: Page,
  bundle: string,
  method: string,
  args: readonly unknown[],
): Promise<Result> {
  const call = `Anchoring.${method}(...${JSON.stringify(args)})`;
  const result: unknown = await page.evaluate(`(async () => { ${bundle}; return JSON.stringify(await ${call}); })()`);
  const answer: Result = JSON.parse(String(result));
  return answer;
}
