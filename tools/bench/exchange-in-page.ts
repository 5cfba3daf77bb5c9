// Runs in a page of the extension: the shipped code for export and import, timed.

import type { ExportFormat } from '../../core/export-format.ts';
import { openDatabase, openForBulk } from '../../notes/database.ts';
import { deleteEverything } from '../../notes/everything.ts';
import { exportFile } from '../../notes/exchange/export.ts';
import { importFile, previewImport } from '../../notes/exchange/import.ts';
import { undoImport } from '../../notes/exchange/undo-import.ts';

const db = openDatabase();
const bulk = openForBulk();
const files = new Map<string, Blob>();
let last = '';

interface Timed {
  ms: number;
  notes: number;
  bytes: number;
  /** Longest time in which the page could not answer, ms. */
  longestMs: number;
}

/** Takes the file that was chosen in the page's one field. */
export function choose(name: string): void {
  const file = document.querySelector<HTMLInputElement>('input[type=file]')?.files?.[0];
  if (file === undefined) throw new Error('no file was chosen');
  files.set(name, file);
}

export function preview(name: string): Promise<Timed> {
  return timed(async () => {
    const { added, doubles } = await previewImport(db, fileOf(name), { now: new Date() });
    return { notes: added + doubles, bytes: fileOf(name).size };
  });
}

export function take(name: string): Promise<Timed> {
  return timed(async () => {
    const report = await importFile(db, fileOf(name), { now: new Date(), bulk });
    last = report.id;
    return { notes: report.added + report.doubles, bytes: fileOf(name).size };
  });
}

export function undo(): Promise<Timed> {
  return timed(async () => {
    const before = await db.annotations.count();
    await undoImport(db, last, { now: new Date() });
    return { notes: before - (await db.annotations.count()), bytes: 0 };
  });
}

export function write(format: ExportFormat, notes: number): Promise<Timed> {
  return timed(async () => {
    const file = await exportFile(db, format, { now: new Date(), words: { lang: 'en', title: 'Notes' } });
    files.set(format, file);
    return { notes, bytes: file.size };
  });
}

export function empty(): Promise<void> {
  return deleteEverything(db);
}

function fileOf(name: string): Blob {
  const file = files.get(name);
  if (file === undefined) throw new Error(`there is no file ${name}`);
  return file;
}

async function timed(work: () => Promise<{ notes: number; bytes: number }>): Promise<Timed> {
  let before = performance.now();
  let longestMs = 0;
  const pulse = setInterval(() => {
    const now = performance.now();
    longestMs = Math.max(longestMs, now - before - 10);
    before = now;
  }, 10);
  const start = performance.now();
  const done = await work();
  const ms = performance.now() - start;
  clearInterval(pulse);
  return { ms, longestMs, ...done };
}
