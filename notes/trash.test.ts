import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { deleteAnnotation, saveNote, undoChange } from './annotations.ts';
import { openDatabase, type PressmarkDatabase } from './database.ts';
import { deleteAll } from './many.ts';
import { forgetSearch, keepSearch, listSearches } from './saved-searches.ts';
import { listTrash, restoreAll } from './trash.ts';

let db: PressmarkDatabase;
beforeEach(() => {
  db = openDatabase();
});
afterEach(() => db.delete());

const idOf = (number: number): string => `01900000-0000-7000-8000-00000000000${number}`;

async function keep(number: number): Promise<void> {
  const create = { id: idOf(number), target: { source: 'https://courier.example/a', selector: [] } };
  await saveNote(db, { id: idOf(number), value: `note ${number}`, create }, new Date(1000));
}

it('lists what was deleted, the last first, until it is brought back', async () => {
  for (const number of [1, 2, 3]) await keep(number);
  await deleteAnnotation(db, idOf(2), new Date(2000));
  await deleteAll(db, [idOf(1)], new Date(3000));
  const ids = async () => (await listTrash(db, 10)).map(({ id }) => id);
  expect(await ids()).toEqual([idOf(1), idOf(2)]);
  const { changeId } = await restoreAll(db, [idOf(1), idOf(2), 'unknown'], new Date(4000));
  expect(await ids()).toEqual([]);
  expect((await db.annotations.toArray()).every(({ deleted }) => deleted === 0)).toBe(true);
  await undoChange(db, changeId, new Date(5000));
  expect(new Set(await ids())).toEqual(new Set([idOf(1), idOf(2)]));
});

it('keeps searches by their name, and forgets them', async () => {
  await keepSearch(db, 'Doubts', 'tag:doubt', new Date(1000));
  await keepSearch(db, 'Claims', 'tag:claim', new Date(1000));
  await keepSearch(db, 'Doubts', 'tag:doubt has:note', new Date(2000));
  const searches = await listSearches(db);
  expect(searches.map(({ name, query }) => [name, query])).toEqual([
    ['Claims', 'tag:claim'],
    ['Doubts', 'tag:doubt has:note'],
  ]);
  await forgetSearch(db, searches[0]?.id ?? '');
  expect((await listSearches(db)).map(({ name }) => name)).toEqual(['Doubts']);
});
