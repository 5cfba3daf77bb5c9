import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import { type Annotation, newAnnotationId } from '../core/annotation.ts';
import { addAll } from './add-all.ts';
import { openDatabase } from './database.ts';
import { searchIn } from './search/search.ts';
import { listTags } from './tags.ts';

const now = new Date('2026-11-20T08:00:00Z');

function tagged(index: number, tag: string): Annotation {
  return {
    id: newAnnotationId(now.getTime() + index),
    type: 'Annotation',
    motivation: 'highlighting',
    created: now.toISOString(),
    modified: now.toISOString(),
    body: [{ type: 'TextualBody', purpose: 'tagging', value: tag }],
    target: { source: 'https://news.example/many', selector: [] },
  };
}

it('offers the tags of the newest notes first, then those of all others as the search index has them', async () => {
  const db = openDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
  const article = { url: 'https://news.example/many', title: 'Many' };
  const old = ['rare', 'often', 'often'].map((tag, index) => tagged(index, tag));
  const recent = Array.from({ length: 1000 }, (_, index) => tagged(index + 10, index < 10 ? 'claim' : 'doubt'));
  const entries = [...old, ...recent].map((annotation) => ({ annotation, article }));
  await addAll(db, entries, newAnnotationId(now.getTime()), now);
  expect(await listTags(db)).toEqual(['doubt', 'claim']);
  await searchIn(db).find({ query: '', order: 'newest', from: 0, count: 1, facets: false });
  expect((await listTags(db)).slice(0, 2)).toEqual(['doubt', 'claim']);
  expect((await listTags(db)).slice(2)).toEqual(['often', 'rare']);
});
