import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import { type Annotation, newAnnotationId } from '../../core/annotation.ts';
import { addAll } from '../add-all.ts';
import { openDatabase } from '../database.ts';
import { searchIn } from './search.ts';

const articles = ['a', 'b'].map((name) => ({ url: `https://courier.example/${name}`, title: name }));

/** Notes of these days of 2026 (month from 1), on the two articles in turn. */
async function filled(days: readonly (readonly [month: number, day: number])[]) {
  const db = openDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
  const made = days.map(([month, day], index) => {
    const time = new Date(2026, month - 1, day, 12);
    const annotation: Annotation = {
      id: newAnnotationId(time.getTime()),
      type: 'Annotation',
      motivation: 'commenting',
      created: time.toISOString(),
      modified: time.toISOString(),
      body: [{ type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: `n${index}` }],
      target: { source: articles[index % 2]?.url ?? '', selector: [] },
    };
    return { annotation, article: articles[index % 2] ?? { url: '', title: '' } };
  });
  await addAll(db, made, newAnnotationId(0), new Date(2026, 6, 1));
  return searchIn(db);
}

it('counts months by the reader’s own calendar, and filters by one or several', async () => {
  const search = await filled([
    [1, 1],
    [1, 31],
    [2, 1],
    [4, 15],
  ]);
  const ask = (query: string) => search.find({ query, order: 'newest', from: 0, count: 0, facets: true });
  const all = await ask('');
  expect(all.facets?.month).toEqual([
    { value: '2026-04', count: 1 },
    { value: '2026-02', count: 1 },
    { value: '2026-01', count: 2 },
  ]);
  const january = await ask('month:2026-01');
  expect(january.total).toBe(2);
  // What one more month would add is still told.
  expect(january.facets?.month).toEqual(all.facets?.month);
  expect((await ask('month:2026-01 month:2026-02')).total).toBe(3);
  expect((await ask('-month:2026-01')).total).toBe(2);
  expect((await ask('month:2026-13')).unread).toEqual(['month:2026-13']);
});

it('tells how many of the found each article has', async () => {
  const search = await filled([
    [1, 1],
    [1, 2],
    [1, 3],
  ]);
  const answer = await search.find({ query: '', order: 'article', from: 0, count: 10, facets: false });
  expect(answer.runs).toEqual([2, 1]);
});
