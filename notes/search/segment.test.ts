// The index as typed arrays, against reading every annotation.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { colours, newAnnotationId } from '../../core/annotation.ts';
import { answers, articleOfIndex, docOf, groupsOf, type IndexedDoc } from './doc.ts';
import { find, findAll } from './find.ts';
import { type Made, made, start, whole } from './made-for-search.ts';
import { parseQuery } from './query.ts';
import { buildSegment, docsOf } from './segment.ts';

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
