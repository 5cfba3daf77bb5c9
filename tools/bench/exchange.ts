// `npm run bench -- exchange [chromium|firefox] [backup|formats|huge]`: how fast are notes exported and imported, and how much memory does it take? The shipped code in a page of the built
// extension, in real Chromium and Firefox, with 100,000 notes (NOTES=n for another number). Each format is written, and
// what can be read back is read into an empty database; then one import is undone. `huge`, when asked for, looks at a file
// of 2 GB. Memory is that of the whole browser.
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
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

export async function bench({ out, only }: BenchArgs): Promise<void> {
  const count = Number(process.env.NOTES ?? 100_000);
  const asked = (part: string) => only.includes(part);
  const isPart = ['backup', 'formats', 'huge'].some(asked);
  const parts = { backup: !isPart || asked('backup'), formats: !isPart || asked('formats'), huge: asked('huge') };
  const file = join(out, 'notes.jsonl');
  await writeNotes(file, count);
  const huge = join(out, 'huge.jsonl');
  if (parts.huge) await repeatFile(file, huge, 2e9);
  const bundle = await bundleForPage(join(import.meta.dirname, 'exchange-in-page.ts'), 'Exchange');
  const summary: Record<string, unknown> = { bench: 'exchange', notes: count };
  for (const name of browserNames.some(asked) ? browserNames.filter(asked) : browserNames) {
    const profile = await mkdtemp(join(tmpdir(), 'pressmark-exchange-'));
    const browsing = await launchBrowser(name, { extension: builtExtension(name), profile });
    try {
      const page = await browsing.openExtensionPage('exchange.html');
      const pid = browsing.puppeteer.process()?.pid ?? 0;
      const rows = await measure(page, pid, bundle, parts, { file, huge }, count);
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

interface Parts {
  backup: boolean;
  formats: boolean;
  huge: boolean;
}

async function measure(
  page: Page,
  pid: number,
  bundle: string,
  parts: Parts,
  { file, huge }: { file: string; huge: string },
  count: number,
) {
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
  const choose = async (path: string): Promise<void> => {
    const field = await page.$('input[type=file]');
    await (field as import('puppeteer-core').ElementHandle<HTMLInputElement>).uploadFile(path);
    await page.evaluate(`Exchange.choose('chosen')`);
  };
  if (parts.huge) {
    await choose(huge);
    await run('preview of 2 GB', `preview('chosen')`);
  }
  if (!parts.backup && !parts.formats) return rows;
  await choose(file);
  await run('preview of a backup', `preview('chosen')`);
  await run('import of a backup', `take('chosen')`);
  if (!parts.formats) return rows;
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

/** The same file again and again, until it has so many bytes. */
async function repeatFile(from: string, to: string, bytes: number): Promise<void> {
  const { size } = await stat(from);
  await rm(to, { force: true });
  for (let written = 0; written < bytes; written += size) {
    await pipeline(createReadStream(from), createWriteStream(to, { flags: 'a' }));
  }
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
