// Takes a file of notes in: first as a preview that writes nothing, then for good. The same file again adds nothing.
// Work goes on in batches, each one transaction; what a batch made is noted with it, so that an import that was stopped,
// by hand, by an error or by the end of the browser, is taken back whole (undo-import.ts).
import { newAnnotationId } from '../../core/annotation.ts';
import type { ImportRow, PressmarkDatabase } from '../database.ts';
import { guarded } from '../failure.ts';
import type { ReadableFile } from './file-text.ts';
import { Importing } from './importing.ts';
import { type Item, readFile } from './read-file.ts';
import type { Report } from './report.ts';
import { undoImport } from './undo-import.ts';

export interface ImportOptions {
  now: Date;
  signal?: AbortSignal;
  /** Told how much of the file is read, 0 to 1. */
  onProgress?: (done: number) => void;
}

export interface Imported extends Report {
  /** Names the import for `undoImport`. */
  id: string;
}

/** So many entries make a batch: long enough for speed, short enough for a page that stays alive. */
const batchSize = 1000;

/**
 * What an import of this file would do.
 * @throws FileError when the file as a whole cannot be read; the signal's reason; Error as `guarded` says
 */
export async function previewImport(
  db: PressmarkDatabase,
  file: ReadableFile,
  options: ImportOptions,
): Promise<Report> {
  const importing = await guarded(db, () => Importing.start(db, options.now));
  for await (const items of batchesOf(file, options, importing.report)) {
    await guarded(db, () => importing.plan(items));
  }
  return importing.report;
}

/**
 * Imports the file. When it throws, nothing of it is left.
 * @param bulk a connection for work that can be repeated (`openForBulk`); the last word is written through `db`
 * @throws as `previewImport`
 */
export async function importFile(
  db: PressmarkDatabase,
  file: ReadableFile & { readonly name?: string },
  options: ImportOptions & { bulk?: PressmarkDatabase },
): Promise<Imported> {
  const { now, bulk = db } = options;
  const row: ImportRow = {
    id: newAnnotationId(now.getTime()),
    at: now.getTime(),
    name: file.name ?? '',
    state: 'running',
  };
  await guarded(db, () => db.imports.add(row));
  try {
    const importing = await guarded(bulk, () => Importing.start(bulk, now));
    const writes: Promise<void>[] = [];
    try {
      for await (const items of batchesOf(file, options, importing.report)) {
        if (writes.length > 1) await writes.shift();
        const write = guarded(bulk, () => importing.write(items, row.id));
        write.catch(() => undefined);
        writes.push(write);
      }
    } finally {
      // Nothing may still be on its way when the import is taken back.
      await Promise.allSettled(writes);
    }
    await Promise.all(writes);
    const { added, updated, returned } = importing.report;
    // Strict: with this write all before it is on the disk.
    await guarded(db, () => db.imports.update(row.id, { state: 'done', count: added + updated + returned }));
    return { ...importing.report, id: row.id };
  } catch (error) {
    await undoImport(db, row.id, { now });
    throw error;
  }
}

/** The file's entries in batches. The next one is read while the last one is being written. */
async function* batchesOf(
  file: ReadableFile,
  { now, signal, onProgress }: ImportOptions,
  report: Report,
): AsyncGenerator<Item[], void> {
  const onBytes = (bytes: number) => onProgress?.(file.size === 0 ? 1 : Math.min(1, bytes / file.size));
  let batch: Item[] = [];
  for await (const { format, items } of readFile(file, { now, signal, onBytes })) {
    report.format = format;
    batch.push(...items);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
    signal?.throwIfAborted();
  }
  if (batch.length > 0) yield batch;
  signal?.throwIfAborted();
}
