// Reads a file of notes of any kind that is known, by its content and not by its name, piece by piece.

import type { StoredAnnotation, StoredArticle } from '../database.ts';
import { backupVersion, isBackupHead, type OtherRow, readBackupLine } from './backup.ts';
import { CsvCutter } from './csv.ts';
import { JsonCutter } from './cut-json.ts';
import { LineCutter } from './cut-lines.ts';
import { type Cut, type Cutter, FileError, isRefused, type Place, type Refusal } from './entries.ts';
import { type ReadableFile, textOf } from './file-text.ts';
import { findInHypothesis, isHypothesis } from './hypothesis.ts';
import { isObject, type JsonObject } from './json-values.ts';
import { findInMarks, isMarks } from './marks.ts';
import { findInPlainCsv, isPlainCsv } from './plain-csv.ts';
import { type Found, noteFrom, type ReadNote } from './read-note.ts';
import { type Columns, findInReadwise, isReadwise } from './readwise.ts';
import { findInW3c, isW3c } from './w3c.ts';
import { findInWebClipper, isWebClipper } from './web-clipper.ts';

export const importFormats = ['backup', 'w3c', 'hypothesis', 'web-clipper', 'marks', 'readwise', 'csv'] as const;
export type ImportFormat = (typeof importFormats)[number];

/** What one entry holds. Those of a backup are records as they were kept. */
export type Content =
  | { note: ReadNote }
  | { article: StoredArticle }
  | { annotation: StoredAnnotation }
  | { settings: JsonObject }
  | { other: OtherRow }
  | { refused: Refusal };

export type Item = Place & { content: Content };

export interface Reading {
  now: Date;
  signal?: AbortSignal | undefined;
  onBytes?: ((bytes: number) => void) | undefined;
}

/** Reads the entries of one format. */
interface Reader {
  /** Known from the first lines, or from the first entry that fits. */
  format(): ImportFormat | undefined;
  push(chunk: string): Item[];
  end(): Item[];
}

/** So many entries are looked at before a file is given up in which none fits. */
const patience = 1000;

/** The first line is looked for so far, in UTF-16 units. */
const longestStart = 65_536;

/**
 * The entries of a file, in pieces. `format` is told with each piece and with the last one at the latest.
 * @throws FileError when the file as a whole cannot be read; the signal's reason
 */
export async function* readFile(
  file: ReadableFile,
  { now, signal, onBytes }: Reading,
): AsyncGenerator<{ format: ImportFormat | undefined; items: Item[] }, void> {
  let reader: Reader | undefined;
  let start = '';
  for await (const chunk of textOf(file, { signal, onBytes })) {
    if (reader === undefined) {
      start += chunk;
      if (start.length < longestStart && !/\S.*\n/.test(start)) continue;
      reader = readerFor(start, now);
    }
    const items = reader.push(start === '' ? chunk : start);
    start = '';
    if (items.length > 0) yield { format: reader.format(), items };
  }
  reader ??= readerFor(start, now);
  const items = [...reader.push(start), ...reader.end()];
  const format = reader.format();
  if (format === undefined) throw new FileError('unknown-format');
  yield { format, items };
}

function readerFor(start: string, now: Date): Reader {
  const text = start.trimStart();
  if (text === '') throw new FileError('empty');
  const [first = '', second = ''] = text.split('\n', 2);
  if (text.startsWith('{')) {
    const object = parsed(first);
    if (isObject(object)) {
      if (isBackupHead(object) && Number(object.version) > backupVersion) throw new FileError('newer-version', 1);
      if (isBackupHead(object) || isObject(object.annotation) || isObject(object.article)) return backupReader();
      if (second.trimStart().startsWith('{')) return entryReader(new LineCutter(), now);
    }
    return entryReader(new JsonCutter(), now);
  }
  if (text.startsWith('[')) return entryReader(new JsonCutter(), now);
  for (const delimiter of [',', ';', '\t']) {
    const header = columnsIn(first, delimiter);
    if (isReadwise(header) || isPlainCsv(header)) return rowReader(delimiter, now);
  }
  throw new FileError('unknown-format', 1);
}

function backupReader(): Reader {
  const cutter = new LineCutter();
  let lines = 0;
  let isWhole = false;
  let last: Place = { line: 1, entry: 1 };
  const read = (cut: Cut<string>): Item[] => {
    last = cut;
    lines++;
    isWhole = false;
    if (isRefused(cut.content)) return [at(cut, cut.content)];
    const entry = parsed(cut.content);
    if (!isObject(entry)) return [at(cut, { refused: 'unreadable' })];
    // Backups may stand in one file, one after the other.
    if (isBackupHead(entry)) {
      lines = 1;
      return [];
    }
    const content = readBackupLine(entry) ?? { refused: 'unknown' };
    if (!('end' in content)) return [at(cut, content)];
    isWhole = content.end === lines - 1;
    return [];
  };
  return {
    format: () => 'backup',
    push: (chunk) => cutter.push(chunk).flatMap(read),
    end: () => {
      const items = cutter.end().flatMap(read);
      return isWhole ? items : [...items, at(last, { refused: 'cut-off' })];
    },
  };
}

/** What is looked for in JSON, and where it is kept in it. */
const shapes: readonly { format: ImportFormat; fits(entry: JsonObject): boolean; find(entry: JsonObject): Found[] }[] =
  [
    { format: 'w3c', fits: isW3c, find: findInW3c },
    { format: 'hypothesis', fits: isHypothesis, find: findInHypothesis },
    { format: 'marks', fits: isMarks, find: findInMarks },
    { format: 'web-clipper', fits: isWebClipper, find: findInWebClipper },
  ];

function entryReader(cutter: Cutter<string>, now: Date): Reader {
  let format: ImportFormat | undefined;
  let looked = 0;
  const read = (cut: Cut<string>): Item[] => {
    if (isRefused(cut.content)) return [at(cut, cut.content)];
    const entry = parsed(cut.content);
    if (entry === undefined) return [at(cut, { refused: 'unreadable' })];
    const shape = isObject(entry) ? shapes.find((each) => each.fits(entry)) : undefined;
    format ??= shape?.format;
    if (format === undefined && ++looked > patience) throw new FileError('unknown-format');
    if (shape === undefined || !isObject(entry)) return [at(cut, { refused: 'unknown' })];
    return shape.find(entry).map((found) => at(cut, noteOf(found, now)));
  };
  return {
    format: () => format,
    push: (chunk) => cutter.push(chunk).flatMap(read),
    end: () => cutter.end().flatMap(read),
  };
}

function rowReader(delimiter: string, now: Date): Reader {
  const cutter = new CsvCutter(delimiter);
  let header: Columns | undefined;
  const read = (cut: Cut<string[]>): Item[] => {
    if (isRefused(cut.content)) return [at(cut, cut.content)];
    if (header === undefined) {
      header = columnsOf(cut.content);
      return [];
    }
    const found = isReadwise(header) ? findInReadwise(cut.content, header) : findInPlainCsv(cut.content, header);
    return [at(cut, found === undefined ? { refused: 'discarded' } : noteOf(found, now))];
  };
  return {
    format: () => (header !== undefined && isReadwise(header) ? 'readwise' : 'csv'),
    push: (chunk) => cutter.push(chunk).flatMap(read),
    end: () => cutter.end().flatMap(read),
  };
}

function noteOf(found: Found, now: Date): Content {
  const note = noteFrom(found, now);
  return 'refused' in note ? note : { note };
}

function at(place: Place, content: Content): Item {
  return { line: place.line, entry: place.entry, content };
}

function columnsIn(line: string, delimiter: string): Columns {
  const cutter = new CsvCutter(delimiter);
  const [cut] = [...cutter.push(line), ...cutter.end()];
  return cut === undefined || isRefused(cut.content) ? new Map() : columnsOf(cut.content);
}

function columnsOf(cells: readonly string[]): Columns {
  return new Map(cells.map((cell, index) => [cell.trim().toLowerCase(), index]));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
