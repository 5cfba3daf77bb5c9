import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import { type Annotation, newAnnotationId } from '../core/annotation.ts';
import { addAll } from './add-all.ts';
import { keepCorrection, takeBackCorrection } from './corrections.ts';
import { openDatabase } from './database.ts';
import { listMet } from './met-names.ts';

const now = new Date('2026-11-20T08:00:00Z');
const article = { url: 'https://news.example/a', title: 'A' };

function noteOn(index: number, name: string): Annotation {
  return {
    id: newAnnotationId(now.getTime() + index),
    type: 'Annotation',
    motivation: 'commenting',
    created: now.toISOString(),
    modified: now.toISOString(),
    body: [{ type: 'TextualBody', purpose: 'identifying', value: name, entityType: 'Person' }],
    target: { source: article.url, selector: [] },
  };
}

it('lists names that were made one under one name, and apart again when that is taken back', async () => {
  const db = openDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
  const names = ['Jane Roe', 'J. Roe', 'Roe of Ellery', 'Mira Halvorsen'];
  const entries = names.map((name, index) => ({ annotation: noteOn(index, name), article }));
  await addAll(db, entries, newAnnotationId(now.getTime()), now);
  const join = (id: string, name: string, to: string) =>
    keepCorrection(db, {
      id,
      made: now.toISOString(),
      name,
      type: 'Person',
      form: name,
      reach: 'always',
      fix: { what: 'same-as', to: { name: to, type: 'Person' } },
    });
  await join('1', 'J. Roe', 'Jane Roe');
  await join('2', 'Roe of Ellery', 'J. Roe');
  // A ring, made by hand: it ends somewhere.
  await join('3', 'Jane Roe', 'J. Roe');
  await takeBackCorrection(db, '3');
  const listed = async () => (await listMet(db)).map(({ name, count }) => `${name} ${count}`);
  expect(await listed()).toEqual(['Jane Roe 3', 'Mira Halvorsen 1']);
  await takeBackCorrection(db, '1');
  expect(await listed()).toEqual(['J. Roe 2', 'Jane Roe 1', 'Mira Halvorsen 1']);
});
