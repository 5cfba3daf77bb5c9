// All that can still be read of a damaged database, and of the second copy, as one backup file: what stands in both is
// one note again when the file is imported.
import type { Table } from 'dexie';
import type { PressmarkDatabase } from '../database.ts';
import { guarded } from '../failure.ts';
import { type CopyStore, copiedLines } from '../second-copy.ts';
import { bytesOf } from './export.ts';
import { fileKinds } from './formats.ts';

export interface Salvaged {
  file: Blob;
  /** How many annotations are in it. */
  annotations: number;
}

const batchSize = 200;
const annotationLine = /^\{"annotation":\{"id":"([^"]+)"/gm;

export async function salvage(db: PressmarkDatabase, copy: CopyStore | undefined, now: Date): Promise<Salvaged> {
  const ids = new Set<string>();
  async function* counted(): AsyncGenerator<string, void> {
    for await (const lines of allLines(db, copy, now)) {
      for (const [, id = ''] of lines.matchAll(annotationLine)) ids.add(id);
      yield lines;
    }
  }
  const file = await new Response(bytesOf(counted()), { headers: { 'content-type': fileKinds.backup.mime } }).blob();
  return { file, annotations: ids.size };
}

async function* allLines(db: PressmarkDatabase, copy: CopyStore | undefined, now: Date): AsyncGenerator<string, void> {
  // Two backups in one file: the copy's with its own beginning and end, then the database's.
  if (copy !== undefined) {
    try {
      yield* copiedLines(copy, now);
    } catch (error) {
      console.error('The second copy cannot be read whole', error);
    }
  }
  let lines = 1;
  yield `${JSON.stringify({ pressmark: 'backup', version: 1, created: now.toISOString() })}\n`;
  for (const [name, table] of [
    ['article', db.articles],
    ['annotation', db.annotations],
  ] as const) {
    for await (const row of readableRows<object>(db, table)) {
      lines++;
      yield `${JSON.stringify({ [name]: row })}\n`;
    }
  }
  yield `${JSON.stringify({ end: lines })}\n`;
}

/** Row after row; where a piece cannot be read, one by one, and what cannot be read is passed over. */
async function* readableRows<Row extends object>(
  db: PressmarkDatabase,
  table: Table<Row, string>,
): AsyncGenerator<Row, void> {
  for (let after = ''; ; ) {
    const range = () => table.where(':id').above(after).limit(batchSize);
    const keys = await orUndefined(guarded(db, () => range().primaryKeys()));
    const last = keys?.at(-1);
    if (keys === undefined || last === undefined) return;
    const rows = await orUndefined(guarded(db, () => range().toArray()));
    if (rows !== undefined) yield* rows;
    else {
      for (const key of keys) {
        const row = await orUndefined(guarded(db, () => table.get(key)));
        if (row !== undefined) yield row;
      }
    }
    after = last;
  }
}

async function orUndefined<Result>(reading: Promise<Result>): Promise<Result | undefined> {
  try {
    return await reading;
  } catch {
    return undefined;
  }
}
