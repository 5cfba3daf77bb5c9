import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Annotation, type Colour, colours, newAnnotationId } from '../../core/annotation.ts';
import { deleteAnnotation, saveNote, setTags } from '../annotations.ts';
import { openDatabase, type PressmarkDatabase } from '../database.ts';
import { deleteEverything } from '../everything.ts';
import { addAll } from '../many.ts';
import { answers, articleOfIndex, docOf, groupsOf, type IndexedDoc } from './doc.ts';
import { find, findAll, type SearchRequest } from './find.ts';
import { parseQuery } from './query.ts';
import { type Search, searchIn } from './search.ts';
import { buildSegment, docsOf } from './segment.ts';

const start = new Date(2026, 10, 1, 12).getTime();
const day = 86_400_000;

interface Made {
  quote?: string;
  note?: string;
  tags?: string[];
  entity?: string;
  colour?: Colour;
  /** Days after the first. */
  made?: number;
  url?: string;
  title?: string;
  siteName?: string;
  position?: number;
}

function made(all: readonly Made[]) {
  return all.map((each, index) => {
    const time = start + (each.made ?? index) * day;
    const annotation: Annotation = {
      id: newAnnotationId(time),
      type: 'Annotation',
      motivation: each.note ? 'commenting' : 'highlighting',
      created: new Date(time).toISOString(),
      modified: new Date(time).toISOString(),
      ...(each.colour ? { colour: each.colour } : {}),
      body: [
        ...(each.entity
          ? [
              {
                type: 'TextualBody' as const,
                purpose: 'identifying' as const,
                value: each.entity,
                entityType: 'Person' as const,
              },
            ]
          : []),
        ...(each.note
          ? [
              {
                type: 'TextualBody' as const,
                purpose: 'commenting' as const,
                format: 'text/markdown' as const,
                value: each.note,
              },
            ]
          : []),
        ...(each.tags ?? []).map((value) => ({ type: 'TextualBody' as const, purpose: 'tagging' as const, value })),
      ],
      target: {
        source: each.url ?? 'https://www.coast.example/a',
        selector:
          each.quote === undefined
            ? []
            : [
                { type: 'TextQuoteSelector', exact: each.quote, prefix: '', suffix: '' },
                { type: 'TextPositionSelector', start: each.position ?? 0, end: (each.position ?? 0) + 1 },
              ],
      },
    };
    const { url = 'https://www.coast.example/a', title = '', siteName } = each;
    return { annotation, article: { url, title, ...(siteName ? { siteName } : {}) } };
  });
}

async function filled(all: readonly Made[]): Promise<{ db: PressmarkDatabase; search: Search; ids: string[] }> {
  const db = openDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
  const notes = made(all);
  await addAll(db, notes, newAnnotationId(start), new Date(start));
  return { db, search: searchIn(db), ids: notes.map((each) => each.annotation.id) };
}

const whole: Omit<SearchRequest, 'query'> = { order: 'oldest', from: 0, count: 1000, facets: false };

/** Which of the made annotations a query finds, by their place. */
async function places(search: Search, ids: readonly string[], query: string): Promise<number[]> {
  return (await search.find({ ...whole, query })).ids.map((id) => ids.indexOf(id));
}

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
});

describe('the big index', () => {
  // More words than a block of the vocabulary has.
  const others = Array.from({ length: 60 }, (_, index) => `w${(index * 7919) % 1000}`);
  const vocabulary = [...others, 'harbour', 'wall', 'wallet', 'the', 'of', 'São', 'storm', '港', '町', "it's", 'x1'];
  const text = fc.array(fc.constantFrom(...vocabulary), { maxLength: 6 }).map((words) => words.join(' '));
  const anyNote = fc.record({
    quote: text,
    note: text,
    title: text,
    tags: fc.subarray(['Food', 'food', 'due diligence']),
    entity: fc.constantFrom('', 'Maria Keller', 'Keller'),
    colour: fc.constantFrom(...colours),
    made: fc.integer({ min: 0, max: 5 }),
    url: fc.constantFrom('https://a.example/1', 'https://www.b.example/2', 'https://c.example/3'),
  });
  const anyQuery = fc
    .array(
      fc.oneof(
        fc.constantFrom(...vocabulary, 'wal', 'h', 'nothing'),
        text.map((words) => `"${words}"`),
        fc.constantFrom(
          'site:a.example',
          'tag:food',
          'entity:keller',
          'colour:blue',
          'kind:note',
          'has:tag',
          'after:2026-11-03',
        ),
        fc.constantFrom('-wall', '-site:b', '-tag:food'),
      ),
      { maxLength: 3 },
    )
    .map((parts) => parts.join(' '));

  function docsFrom(all: readonly Made[]): IndexedDoc[] {
    const articles = new Map<string, ReturnType<typeof articleOfIndex>>();
    return made(all).map(({ annotation, article }) => {
      const id = articles.get(article.url)?.id ?? newAnnotationId(start);
      const known = articles.get(article.url) ?? articleOfIndex(id, { ...article, id, addresses: [] });
      articles.set(article.url, known);
      return docOf({ ...annotation, articleId: id, deleted: 0 }, known);
    });
  }

  it('answers as reading every annotation would', () => {
    fc.assert(
      fc.property(
        fc.array(anyNote, { maxLength: 30 }),
        fc.array(anyQuery, { minLength: 5, maxLength: 5 }),
        (all, queries) => {
          const docs = docsFrom(all);
          const corpus = { segment: buildSegment(docs), gone: new Uint8Array(docs.length), newer: [] };
          for (const query of queries) {
            const expected = docs.filter((doc) => answers(doc, groupsOf(parseQuery(query)))).map((doc) => doc.id);
            expect(findAll(corpus, query).sort()).toEqual(expected.sort());
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('gives back what went in, so that it can be built again', () => {
    fc.assert(
      fc.property(fc.array(anyNote, { maxLength: 20 }), (all) => {
        const docs = docsFrom(all);
        const segment = buildSegment(docs);
        const again = buildSegment([...docsOf(segment, new Uint8Array(docs.length))]);
        expect(again).toEqual(segment);
      }),
      { numRuns: 50 },
    );
  });

  it('finds the most common words, and leaves out rows that are gone', () => {
    const docs = docsFrom(
      Array.from({ length: 1500 }, (_, index) => ({ quote: index % 3 === 0 ? 'the wall' : 'a wall', made: 1 })),
    );
    const gone = new Uint8Array(docs.length);
    gone[0] = 1;
    const corpus = { segment: buildSegment(docs), gone, newer: [] };
    expect(corpus.segment.words.lists).toHaveLength(0);
    expect(find(corpus, { ...whole, query: 'the ' }).total).toBeGreaterThan(498);
    expect(
      find(corpus, { ...whole, query: '"the wall"' }).total + find(corpus, { ...whole, query: '"a wall"' }).total,
    ).toBe(1499);
  });
});
