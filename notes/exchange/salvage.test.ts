import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, it, vi } from 'vitest';
import { newAnnotationId } from '../../core/annotation.ts';
import { saveNote } from '../annotations.ts';
import { openDatabase, type PressmarkDatabase } from '../database.ts';
import { type CopyStore, copySome } from '../second-copy.ts';
import { importFile } from './import.ts';
import { salvage } from './salvage.ts';

const now = new Date('2026-11-25T10:00:00Z');
const empty = () => openDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });

async function write(db: PressmarkDatabase, value: string): Promise<string> {
  const id = newAnnotationId(Date.now());
  const target = { source: 'https://news.example/story', selector: [] };
  await saveNote(db, { id, value, base: '', create: { id, target, article: { url: target.source, title: 'T' } } }, now);
  return id;
}

function copyIn(entries: Map<string, string>): CopyStore {
  return {
    put: async (name, text) => void entries.set(name, text),
    read: async (name) => entries.get(name),
    remove: async (name) => void entries.delete(name),
    names: async () => [...entries.keys()],
  };
}

it('a record that cannot be read costs itself alone', async () => {
  const db = empty();
  for (const value of ['One', 'Two', 'Three']) await write(db, value);
  const bad = (await db.annotations.toCollection().primaryKeys())[1];
  db.annotations.hook('reading', (row) => {
    if (row.id === bad) throw new DOMException('Internal error', 'UnknownError');
    return row;
  });
  const { file, annotations } = await salvage(db, undefined, now);
  expect(annotations).toBe(2);
  const fresh = empty();
  expect((await importFile(fresh, file, { now })).added).toBe(2);
});

it('a database that cannot be opened is in the file as the second copy has it', async () => {
  const db = empty();
  const copy = copyIn(new Map());
  await write(db, 'One');
  await copySome(db, copy);
  const shut = empty();
  vi.spyOn(shut, 'open').mockRejectedValue(new DOMException('Internal error opening backing store', 'UnknownError'));
  const { file, annotations } = await salvage(shut, copy, now);
  expect(annotations).toBe(1);
  const fresh = empty();
  expect(await importFile(fresh, file, { now })).toMatchObject({ added: 1, refused: { count: 0 } });
});

it('what stands in database and copy is one note again', async () => {
  const db = empty();
  const copy = copyIn(new Map());
  await write(db, 'One');
  await copySome(db, copy);
  await write(db, 'Two');
  const { file, annotations } = await salvage(db, copy, now);
  expect(annotations).toBe(2);
  const fresh = empty();
  expect((await importFile(fresh, file, { now })).added).toBe(2);
});
