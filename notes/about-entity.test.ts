import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, expect, it } from 'vitest';
import { newAnnotationId } from '../core/annotation.ts';
import type { EntityName } from '../core/entities/name-key.ts';
import { aboutEntity } from './about-entity.ts';
import { saveNote } from './annotations.ts';
import { keepCorrection } from './corrections.ts';
import { openDatabase, type PressmarkDatabase } from './database.ts';
import { type Search, searchIn } from './search/search.ts';

const keller: EntityName = { name: 'Maria Keller', type: 'Person' };
const port: EntityName = { name: 'Harbour Board', type: 'Organization' };
let db: PressmarkDatabase;
let search: Search;

beforeEach(() => {
  db = openDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
  search = searchIn(db);
});

async function keep(path: string, publishedTime: string, quote: string, note: string, entity?: EntityName) {
  const id = newAnnotationId(Date.now());
  const article = { url: `https://courier.example/${path}`, title: path, publishedTime };
  const selector = quote === '' ? [] : [{ type: 'TextQuoteSelector' as const, exact: quote, prefix: '', suffix: '' }];
  const target = { source: article.url, selector };
  await saveNote(db, { id, value: note, create: { id, target, article, ...(entity ? { entity } : {}) } }, new Date());
}

it('gathers notes on them, quotes and notes that name them, by the day of publication', async () => {
  await keep('late', '2026-03-02', '', 'Who is she?', keller);
  await keep('early', '2026-01-05', 'said Maria Keller of the board', '');
  await keep('early', '2026-01-05', 'something else', 'ask maria keller');
  await keep('other', '2026-02-02', 'Keller Maria', '');
  const about = await aboutEntity(db, search, keller);
  expect(about.articles.map(({ article, annotations }) => [article.title, annotations.length])).toEqual([
    ['early', 1],
    ['late', 1],
  ]);
});

it('knows them under every name that the reader has made theirs', async () => {
  await keep('one', '2026-01-05', 'the chair, M. Keller, laughed', '');
  await keepCorrection(db, {
    id: newAnnotationId(1),
    made: new Date(1).toISOString(),
    name: 'M. Keller',
    type: 'Person',
    form: 'M. Keller',
    reach: 'always',
    fix: { what: 'same-as', to: keller },
  });
  const about = await aboutEntity(db, search, keller);
  expect(about.names.map(({ name }) => name)).toEqual(['Maria Keller', 'M. Keller']);
  expect(about.articles).toHaveLength(1);
});

it('tells who is named in the same articles', async () => {
  await keep('one', '2026-01-05', '', 'n', keller);
  await keep('one', '2026-01-05', 'the Harbour Board met', '');
  await keep('two', '2026-01-06', '', 'n', keller);
  await keep('two', '2026-01-06', '', 'n', port);
  await keep('three', '2026-01-07', '', 'n', port);
  const { together } = await aboutEntity(db, search, keller);
  expect(together).toEqual([{ entity: port, articles: 2 }]);
});
