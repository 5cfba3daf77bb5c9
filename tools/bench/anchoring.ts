// Are highlights found again when the page has changed? Real pages in real Chromium, described on the original, anchored
// on the changed page; every truth is known to the character. DATA has `mutated/` and `recaptured/`, each
// PAGE/original.html.gz, highlights.json and, for each change, CHANGE.html.gz (recapture.html.gz) and CHANGE.json.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Answer, Described } from './anchoring-in-page.ts';
import { scoreTable, type Truth } from './anchoring-score.ts';
import type { BenchArgs } from './bench.ts';
import { bundleForPage, launchChromium, visitStoredPage } from './stored-pages.ts';

interface Row extends Answer {
  page: string;
  change: string;
  index: number;
  describeMs: number;
}

export async function bench({ data, out }: BenchArgs): Promise<void> {
  if (data === undefined) throw new Error('say where the cases are: --data DIR');
  const bundle = await bundleForPage(join(import.meta.dirname, 'anchoring-in-page.ts'), 'Anchoring');
  const browser = await launchChromium();
  const rows: Row[] = [];
  const summary: Record<string, unknown> = {};
  try {
    for (const part of ['mutated', 'recaptured']) {
      const scored: { truth: Truth; row: Row }[] = [];
      for (const name of await readdir(join(data, part))) {
        const folder = join(data, part, name);
        const run = <Result>(change: string, method: string, argument: unknown) =>
          visitStoredPage<Result>(
            browser,
            folder,
            { id: name, file: `${change}.html.gz`, url: `https://${part}.invalid/${name}/${change}` },
            (page) => callInPage<Result>(page, bundle, method, argument),
          );
        const highlights: { s: number; e: number }[] = await readJson(join(folder, 'highlights.json'));
        const described = await run<Described[]>(
          'original',
          'describeAll',
          highlights.map(({ s, e }) => [s, e]),
        );
        const truths = (await readdir(folder)).filter((file) => file.endsWith('.json') && file !== 'highlights.json');
        for (const file of truths.sort()) {
          const change = file.replace(/\.json$/, '');
          const truth: Truth[] = await readJson(join(folder, file));
          const answers = await run<Answer[]>(
            change,
            'anchorAll',
            described.map(({ selectors }) => selectors),
          );
          for (const [index, answer] of answers.entries()) {
            const row = { page: name, change, index, describeMs: described[index]?.describeMs ?? 0, ...answer };
            rows.push(row);
            const expected = truth[index];
            if (expected !== undefined) scored.push({ truth: expected, row });
          }
        }
      }
      summary[part] = scoreTable(part, scored);
    }
  } finally {
    await browser.close();
  }
  await writeFile(join(out, 'rows.jsonl'), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  console.log(JSON.stringify({ bench: 'anchoring', ...summary }));
}

async function readJson<Content>(path: string): Promise<Content> {
  const content: Content = JSON.parse(await readFile(path, 'utf8'));
  return content;
}

/** The bundle is evaluated by the debugger, so the page's own script policy does not stop it. */
async function callInPage<Result>(page: Page, bundle: string, method: string, argument: unknown): Promise<Result> {
  const result: unknown = await page.evaluate(
    `(() => { ${bundle}; return JSON.stringify(Anchoring.${method}(${JSON.stringify(argument)})); })()`,
  );
  const answer: Result = JSON.parse(String(result));
  return answer;
}
