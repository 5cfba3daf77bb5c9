import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, expect, it } from 'vitest';
import { newAnnotationId, noteOf, quoteOf } from '../core/annotation.ts';
import type { EntityName } from '../core/entities/name-key.ts';
import { deleteAnnotation, saveNote } from './annotations.ts';
import { articleOf } from './articles.ts';
import { watchName } from './corrections.ts';
import { openDatabase, type PressmarkDatabase } from './database.ts';
import { notesNaming } from './notes-naming.ts';
import { searchIn } from './search/search.ts';

const ferry = 'https://courier.example/ferry';
const bank = 'https://courier.example/bank';
const okafor: EntityName = { name: 'Tomas Okafor', type: 'Person' };
const skarn: EntityName = { name: 'Skarn', type: 'Place' };

let db: PressmarkDatabase;
let minute = 0;
beforeEach(() => {
  db = openDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
});

async function write(url: string, exact: string, value: string, entity?: EntityName): Promise<string> {
  const now = new Date(Date.parse('2026-11-20T08:00:00Z') + minute++ * 60_000);
  const id = newAnnotationId(now.getTime());
  const selector = [{ type: 'TextQuoteSelector' as const, exact, prefix: '', suffix: '' }];
  const create = { id, target: { source: url, selector }, ...(entity === undefined ? {} : { entity }) };
  await saveNote(db, { id, value, create: { ...create, article: { url, title: url } } }, now);
  return id;
}

it('finds notes on a name and notes that name it, here and in other articles', async () => {
  await write(ferry, 'he', 'Ask him again', okafor);
  await write(bank, 'the auditor, TOMAS OKAFOR, said', '');
  await write(bank, 'the auditor', 'is this Tomas Okafor?');
  await write('https://other.example/', 'the auditor', 'Tomas Okaforson');
  await deleteAnnotation(db, await write(bank, 'Tomas Okafor', ''), new Date());
  const [person, place] = await notesNaming(db, searchIn(db), [okafor, skarn], (await articleOf(db, ferry))?.id);
  expect(person?.here.map(noteOf)).toEqual(['Ask him again']);
  expect(person?.elsewhere.map(quoteOf)).toEqual(['the auditor', 'the auditor, TOMAS OKAFOR, said']);
  expect(person).toMatchObject({ count: 2, articles: 1 });
  expect(place).toEqual({ here: [], elsewhere: [], count: 0, articles: 0 });
});

it('finds notes under the names that the reader made one', async () => {
  await write(bank, 'the league', 'the captain again');
  await watchName(db, { id: 'w', ...okafor, aliases: ['captain'] });
  const [person] = await notesNaming(db, searchIn(db), [okafor], undefined);
  expect(person).toMatchObject({ count: 1, articles: 1 });
});

it('reads all notes, however many, and shows the newest', async () => {
  for (let count = 0; count < 60; count++) await write(bank, 'x', `Skarn ${count}`);
  const [place] = await notesNaming(db, searchIn(db), [skarn], undefined);
  expect(place).toMatchObject({ count: 60, articles: 1 });
  expect(place?.elsewhere.map(noteOf).slice(0, 2)).toEqual(['Skarn 59', 'Skarn 58']);
});
