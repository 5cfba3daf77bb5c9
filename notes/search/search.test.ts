import { describe, expect, it } from 'vitest';
import { newAnnotationId } from '../../core/annotation.ts';
import { addAll } from '../add-all.ts';
import { deleteAnnotation, saveNote, setTags } from '../annotations.ts';
import { deleteEverything } from '../everything.ts';
import type { SearchRequest } from './find.ts';
import { filled, type Made, made, places, start, whole } from './made-for-search.ts';
import { searchIn } from './search.ts';
import { buildSegment } from './segment.ts';

const notes: Made[] = [
  { quote: 'The harbour wall is to be rebuilt', colour: 'yellow', title: 'Storm damage', siteName: 'Coast Courier' },
  {
    quote: 'Crème brûlée in São Paulo',
    note: 'ask the *BAKER* about the wall',
    colour: 'blue',
    tags: ['Food', 'due diligence'],
  },
  { note: 'A page about harbours', url: 'https://inland.example/b', title: 'Rivers' },
  {
    quote: 'she',
    entity: 'Ángela Müller',
    note: 'Harbour master',
    url: 'https://m.inland.example/c',
    title: 'Rivers rise',
  },
  { quote: '東京都の港', colour: 'yellow', tags: ['food'], url: 'https://inland.example/b', title: 'Rivers' },
];

describe('the query language', () => {
  it('finds words of quote, note, title and entity, whatever their case and accents', async () => {
    const { search, ids } = await filled(notes);
    expect(await places(search, ids, 'harbour')).toEqual([0, 2, 3]);
    expect(await places(search, ids, 'WALL ')).toEqual([0, 1]);
    expect(await places(search, ids, 'creme sao ')).toEqual([1]);
    expect(await places(search, ids, 'muller ')).toEqual([3]);
    expect(await places(search, ids, 'rivers ')).toEqual([2, 3, 4]);
    expect(await places(search, ids, '')).toEqual([0, 1, 2, 3, 4]);
    expect(await places(search, ids, 'lighthouse')).toEqual([]);
  });

  it('takes the last word for a beginning while it is typed, and no other', async () => {
    const { search, ids } = await filled(notes);
    expect(await places(search, ids, 'harb')).toEqual([0, 2, 3]);
    expect(await places(search, ids, 'harb wall')).toEqual([]);
    expect(await places(search, ids, 'harbour ')).toEqual([0, 3]);
  });

  it('finds phrases as they stand, in one text, also in scripts without spaces', async () => {
    const { search, ids } = await filled(notes);
    expect(await places(search, ids, '"harbour wall"')).toEqual([0]);
    expect(await places(search, ids, '"wall harbour"')).toEqual([]);
    expect(await places(search, ids, '"paulo ask"')).toEqual([]);
    expect(await places(search, ids, '"harbour wa')).toEqual([0]);
    expect(await places(search, ids, '東京')).toEqual([4]);
    expect(await places(search, ids, '京東')).toEqual([]);
  });

  it('filters by site, tag, entity, colour, kind, dates and what there is', async () => {
    const { search, ids } = await filled(notes);
    expect(await places(search, ids, 'site:inland.example')).toEqual([2, 3, 4]);
    expect(await places(search, ids, 'site:www.coast.example/a')).toEqual([0, 1]);
    expect(await places(search, ids, 'site:courier')).toEqual([0, 1]);
    expect(await places(search, ids, 'tag:food')).toEqual([1, 4]);
    expect(await places(search, ids, 'tag:"due diligence"')).toEqual([1]);
    expect(await places(search, ids, 'entity:müller')).toEqual([3]);
    expect(await places(search, ids, 'entity:"angela muller"')).toEqual([3]);
    expect(await places(search, ids, 'color:yellow')).toEqual([0, 4]);
    expect(await places(search, ids, 'kind:page')).toEqual([2]);
    expect(await places(search, ids, 'has:note')).toEqual([1, 2, 3]);
    expect(await places(search, ids, 'has:tag has:colour')).toEqual([1, 4]);
    expect(await places(search, ids, 'before:2026-11-03')).toEqual([0, 1]);
    expect(await places(search, ids, 'after:2026-11-03 before:2026-11-05')).toEqual([2, 3]);
    expect(await places(search, ids, 'after:2026-12')).toEqual([]);
  });

  it('takes two sites or colours for either, two tags for both, and - for none', async () => {
    const { search, ids } = await filled(notes);
    expect(await places(search, ids, 'colour:yellow colour:blue')).toEqual([0, 1, 4]);
    expect(await places(search, ids, 'site:coast.example site:m.inland.example harbour')).toEqual([0, 3]);
    expect(await places(search, ids, 'tag:food tag:"due diligence"')).toEqual([1]);
    expect(await places(search, ids, '-tag:food -has:note')).toEqual([0]);
    expect(await places(search, ids, 'harbour -wall ')).toEqual([3]);
    expect(await places(search, ids, '-"harbour wall" colour:yellow')).toEqual([4]);
  });

  it('says which filters mean nothing, and takes other words with a colon for words', async () => {
    const { search } = await filled(notes);
    const answer = await search.find({ ...whole, query: 'before:soon colour:red has:x note: wall tag: ' });
    expect(answer.unread).toEqual(['before:soon', 'colour:red', 'has:x']);
    expect(answer.terms.map((term) => term.words)).toEqual([['note'], ['wall']]);
  });
});

describe('an answer', () => {
  it('has the orders that the reader can choose, and any stretch of them', async () => {
    const { search, ids } = await filled([
      { quote: 'b', position: 900, url: 'https://a.example/1' },
      { quote: 'c', position: 10, url: 'https://a.example/2' },
      { quote: 'd', position: 100, url: 'https://a.example/1' },
      { note: 'on the page', url: 'https://a.example/1' },
    ]);
    const order = async (request: Partial<SearchRequest>) =>
      (await search.find({ ...whole, query: '', ...request })).ids.map((id) => ids.indexOf(id));
    expect(await order({ order: 'newest' })).toEqual([3, 2, 1, 0]);
    expect(await order({ order: 'oldest' })).toEqual([0, 1, 2, 3]);
    expect(await order({ order: 'article' })).toEqual([3, 2, 0, 1]);
    expect(await order({ order: 'newest', from: 1, count: 2 })).toEqual([2, 1]);
  });

  it('counts what could filter further; beside a chosen site the other sites stay', async () => {
    const { search } = await filled(notes);
    const { facets } = await search.find({ ...whole, query: 'site:coast.example', facets: true });
    expect(facets?.site).toEqual(
      [
        { value: 'inland.example', count: 2 },
        { value: 'coast.example', count: 2 },
        { value: 'm.inland.example', count: 1 },
      ].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
    );
    expect(facets?.colour).toEqual([
      { value: 'blue', count: 1 },
      { value: 'yellow', count: 1 },
    ]);
    expect(facets?.tag).toEqual([
      { value: 'Food', count: 1 },
      { value: 'due diligence', count: 1 },
    ]);
    expect(facets?.kind).toEqual([
      { value: 'highlight', count: 1 },
      { value: 'note', count: 1 },
    ]);
    expect(facets?.entity).toEqual([]);
  });
});

describe('what is written', () => {
  it('is found by the next search, and what was deleted or rewritten is not', async () => {
    const { db, search, ids } = await filled(notes);
    expect(await places(search, ids, 'wall ')).toEqual([0, 1]);
    await saveNote(db, { id: ids[0] ?? '', value: 'of chalk' }, new Date(start));
    await saveNote(db, { id: ids[1] ?? '', value: 'another note' }, new Date(start));
    await setTags(db, ids[2] ?? '', ['new'], new Date(start));
    await deleteAnnotation(db, ids[3] ?? '', new Date(start));
    expect(await places(search, ids, 'chalk ')).toEqual([0]);
    expect(await places(search, ids, 'baker ')).toEqual([]);
    expect(await places(search, ids, 'tag:new')).toEqual([2]);
    expect(await places(search, ids, 'muller')).toEqual([]);
    const { total, facets } = await search.find({ ...whole, query: '', facets: true });
    expect(total).toBe(4);
    expect(facets?.tag).toContainEqual({ value: 'new', count: 1 });
  });

  it('is found by a search that opens later, and after the index was built anew by another', async () => {
    const { db, search, ids } = await filled(notes);
    await search.find({ ...whole, query: '' });
    await saveNote(db, { id: ids[0] ?? '', value: 'first' }, new Date(start));
    const other = searchIn(db);
    expect(await places(other, ids, 'first ')).toEqual([0]);
    const more = made(Array.from({ length: 600 }, (_, index) => ({ quote: `more ${index}`, made: 10 })));
    await addAll(db, more, newAnnotationId(start), new Date(start));
    expect((await other.find({ ...whole, query: 'more ' })).total).toBe(600);
    expect(await db.unindexed.count()).toBe(0);
    await saveNote(db, { id: ids[0] ?? '', value: 'second' }, new Date(start));
    expect(await places(search, ids, 'second ')).toEqual([0]);
    expect((await search.find({ ...whole, query: 'more ' })).total).toBe(600);
  });

  it('is found no more after everything was deleted', async () => {
    const { db, search, ids } = await filled(notes);
    expect(await places(search, ids, 'wall ')).toEqual([0, 1]);
    await deleteEverything(db);
    expect(await places(search, ids, 'wall ')).toEqual([]);
  });

  it('is there again after the stored index was lost, damaged, or is not the whole', async () => {
    const { db, search, ids } = await filled(notes);
    await search.find({ ...whole, query: '' });
    await db.searchIndex.clear();
    expect(await places(searchIn(db), ids, 'wall ')).toEqual([0, 1]);
    await db.searchIndex.put({ name: 'segment', segment: buildSegment([]) });
    expect(await places(searchIn(db), ids, 'wall ')).toEqual([0, 1]);
    await db.searchIndex.put({ name: 'state', format: 0, upTo: 0 });
    expect(await places(searchIn(db), ids, 'wall ')).toEqual([0, 1]);
  });

  it('tells how far the index is while it is built, and nothing when it is there', async () => {
    const { db } = await filled(Array.from({ length: 2500 }, () => ({ quote: 'harbour' })));
    const told: number[] = [];
    const search = searchIn(db);
    const stop = search.onBuilding((done) => told.push(Math.round(done * 100)));
    expect(await search.find({ ...whole, query: 'harbour' })).toMatchObject({ total: 2500 });
    expect(told).toEqual([28, 56, 70]);
    await search.find({ ...whole, query: 'wall' });
    expect(told).toHaveLength(3);
    stop();
  });
});
