// How fast are notes exported and imported, and how much memory does it take? The shipped code in a page of the built
// extension, in real Chromium and Firefox, with 100,000 notes (NOTES=n for another number). Each format is written, and
// what can be read back is read into an empty database; then one import is undone. Memory is that of the whole browser.
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Page } from 'puppeteer-core';
import { exportFormats } from '../../core/export-format.ts';
import { addressKeysOf } from '../../notes/article-url.ts';
import { backupWriter } from '../../notes/exchange/backup.ts';
import type { Shelf } from '../../notes/exchange/formats.ts';
import { browserNames } from '../browsers/find-browser.ts';
import { builtExtension, launchBrowser } from '../browsers/launch.ts';
import type { BenchArgs } from './bench.ts';
import { madeNotes } from './made-notes.ts';
import { memoryDuring } from './process-memory.ts';
import { bundleForPage } from './stored-pages.ts';

interface Timed {
  ms: number;
  notes: number;
  bytes: number;
  longestMs: number;
}

/** Time for the browser to give back what it no longer needs, ms. */
const settling = 3000;
const readBack = ['w3c', 'hypothesis', 'readwise'] as const;

export async function bench({ out }: BenchArgs): Promise<void> {
  const count = Number(process.env.NOTES ?? 100_000);
  const file = join(out, 'notes.jsonl');
  await writeNotes(file, count);
  const bundle = await bundleForPage(join(import.meta.dirname, 'exchange-in-page.ts'), 'Exchange');
  const summary: Record<string, unknown> = { bench: 'exchange', notes: count };
  for (const name of browserNames) {
    const profile = await mkdtemp(join(tmpdir(), 'pressmark-exchange-'));
    const browsing = await launchBrowser(name, { extension: builtExtension(name), profile });
    try {
      const page = await browsing.openExtensionPage('exchange.html');
      const pid = browsing.puppeteer.process()?.pid ?? 0;
      const rows = await measure(page, pid, bundle, file, count);
      console.log(name);
      console.table(rows);
      summary[name] = rows;
    } finally {
      await browsing.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 10 });
    }
  }
  console.log(JSON.stringify(summary));
}

async function measure(page: Page, pid: number, bundle: string, file: string, count: number) {
  await page.evaluate(`${bundle}; globalThis.Exchange = Exchange; document.body.innerHTML = '<input type="file">';`);
  const rows: Record<string, Record<string, number>> = {};
  const run = async (row: string, call: string): Promise<void> => {
    await settle(page);
    const { result, aboveMb, ownMb } = await memoryDuring(pid, async (): Promise<Timed> => {
      return JSON.parse(String(await page.evaluate(`Exchange.${call}.then((done) => JSON.stringify(done))`)));
    });
    rows[row] = {
      notes: result.notes,
      seconds: rounded(result.ms / 1000),
      'notes/s': Math.round((result.notes / result.ms) * 1000),
      MB: rounded(result.bytes / 1e6),
      'longest ms': Math.round(result.longestMs),
      'MB above rest': Math.round(aboveMb),
      'of one process': Math.round(ownMb),
    };
  };
  const field = await page.$('input[type=file]');
  await (field as import('puppeteer-core').ElementHandle<HTMLInputElement>).uploadFile(file);
  await page.evaluate(`Exchange.choose('chosen')`);
  await run('preview of a backup', `preview('chosen')`);
  await run('import of a backup', `take('chosen')`);
  await run('the same again', `take('chosen')`);
  for (const format of exportFormats) await run(`export as ${format}`, `write('${format}', ${count})`);
  for (const format of readBack) {
    await page.evaluate('Exchange.empty()');
    await run(`import of ${format}`, `take('${format}')`);
  }
  await run('undo of that', 'undo()');
  return rows;
}

async function settle(page: Page): Promise<void> {
  await page.evaluate('globalThis.gc?.()');
  await new Promise((resolve) => setTimeout(resolve, settling));
}

function rounded(value: number): number {
  return Number(value.toFixed(1));
}

/** A backup of made notes, article by article. */
async function writeNotes(file: string, count: number): Promise<void> {
  function* lines() {
    const writer = backupWriter(new Date(), { others: [] });
    yield writer.begin();
    let shelf: (Omit<Shelf, 'annotations'> & { annotations: Shelf['annotations'][number][] }) | undefined;
    for (const { annotation, article } of madeNotes(count)) {
      if (shelf?.article.url !== article.url) {
        if (shelf !== undefined) yield writer.write(shelf);
        shelf = { article: { ...article, id: annotation.id, addresses: addressKeysOf(article) }, annotations: [] };
      }
      shelf.annotations.push({ ...annotation, articleId: shelf.article.id, deleted: 0 });
    }
    if (shelf !== undefined) yield writer.write(shelf);
    yield writer.end();
  }
  await pipeline(Readable.from(lines()), createWriteStream(file));
}
