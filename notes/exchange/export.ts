// Writes a file of annotations as a stream: nothing is held but some articles at a time.
import { downloadZip } from 'client-zip';
import type { ExportFormat } from '../../core/export-format.ts';
import type { PressmarkDatabase } from '../database.ts';
import { guarded } from '../failure.ts';
import { readSettings } from '../settings.ts';
import { type BackupRest, backupWriter, type OtherRow } from './backup.ts';
import { fileKinds, type Writer } from './formats.ts';
import { type HtmlWords, htmlWriter } from './html.ts';
import { hypothesisWriter } from './hypothesis.ts';
import { fileNames, obsidianNote } from './obsidian.ts';
import { plainCsvWriter } from './plain-csv.ts';
import { readwiseWriter } from './readwise.ts';
import { type Choice, type Stacked, shelvesOf } from './shelves.ts';
import { otherRowsTables } from './take-rest.ts';
import { w3cWriter } from './w3c.ts';

export interface ExportOptions {
  /** Ids of annotations; all when it is missing. */
  ids?: readonly string[];
  now: Date;
  /** The words of the printable page. */
  words: HtmlWords;
  signal?: AbortSignal;
  /** Told how much is written, 0 to 1. */
  onProgress?: (done: number) => void;
}

/** Name of the file, without anything of its content. */
export function exportName(format: ExportFormat, now: Date): string {
  return `pressmark-${format}-${now.toISOString().slice(0, 10)}.${fileKinds[format].extension}`;
}

/**
 * The file as a blob, which browsers keep on the disk when it grows.
 * @throws the signal's reason; Error 'database-unavailable'
 */
export async function exportFile(db: PressmarkDatabase, format: ExportFormat, options: ExportOptions): Promise<Blob> {
  const type = fileKinds[format].mime;
  const stream = exportStream(db, format, options);
  return new Response(stream, { headers: { 'content-type': type } }).blob();
}

export function exportStream(
  db: PressmarkDatabase,
  format: ExportFormat,
  options: ExportOptions,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const choice: Choice = {
    ...(options.ids === undefined ? {} : { ids: options.ids }),
    withDeleted: format === 'backup' && options.ids === undefined,
  };
  const shelves = watched(db, shelvesOf(db, choice), options);
  if (format === 'obsidian') return zipped(shelves, options.now);
  return bytesOf(written(shelves, () => writerFor(db, format, options)));
}

async function writerFor(
  db: PressmarkDatabase,
  format: Exclude<ExportFormat, 'obsidian'>,
  { ids, now, words }: ExportOptions,
): Promise<Writer> {
  switch (format) {
    case 'backup':
      return backupWriter(now, ids === undefined ? await restOf(db) : { others: [] });
    case 'w3c':
      return w3cWriter(crypto.randomUUID(), now);
    case 'hypothesis':
      return hypothesisWriter(now);
    case 'readwise':
      return readwiseWriter();
    case 'csv':
      return plainCsvWriter();
    case 'html':
      return htmlWriter(words, now);
  }
}

async function restOf(db: PressmarkDatabase): Promise<BackupRest> {
  const others = await Promise.all(
    otherRowsTables(db).map(
      async (table): Promise<OtherRow[]> => (await table.toArray()).map((row) => ({ table: table.name, row })),
    ),
  );
  return { settings: await readSettings(db), others: others.flat() };
}

/** Tells the progress, stops when it shall, and says a failing database in our words. */
async function* watched(
  db: PressmarkDatabase,
  stacks: AsyncGenerator<Stacked, void>,
  { signal, onProgress }: ExportOptions,
): AsyncGenerator<Stacked, void> {
  try {
    for (;;) {
      signal?.throwIfAborted();
      const { done, value } = await guarded(db, () => stacks.next());
      if (done === true) return;
      yield value;
      onProgress?.(value.done);
    }
  } finally {
    await stacks.return();
  }
}

async function* written(
  stacks: AsyncGenerator<Stacked, void>,
  start: () => Promise<Writer>,
): AsyncGenerator<string, void> {
  const writer = await start();
  yield writer.begin();
  for await (const { shelves } of stacks) yield shelves.map((shelf) => writer.write(shelf)).join('');
  yield writer.end();
}

/** Texts as the bytes of a file, made as they are asked for. */
export function bytesOf(texts: AsyncGenerator<string, void>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { done, value } = await texts.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await texts.return();
    },
  });
}

function zipped(stacks: AsyncGenerator<Stacked, void>, now: Date): ReadableStream<Uint8Array<ArrayBuffer>> {
  async function* files() {
    const nameOf = fileNames();
    for await (const { shelves } of stacks) {
      for (const shelf of shelves) {
        const name = `Pressmark/${nameOf(shelf.article.title)}`;
        yield { name, lastModified: now, input: obsidianNote(shelf, now) };
      }
    }
  }
  const { body } = downloadZip(files());
  if (body === null) throw new Error('A zip without a body');
  return body;
}
