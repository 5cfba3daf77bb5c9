// For the tests: libraries of articles and annotations, as readers make them and as no reader would.

import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import fc from 'fast-check';
import { type Body, colours, entityTypes, type Selector, tidyTags } from '../../core/annotation.ts';
import { addressKeysOf } from '../article-url.ts';
import { keepRecords } from '../book.ts';
import { openDatabase, type PressmarkDatabase, type StoredAnnotation, type StoredArticle } from '../database.ts';
import { motivationFor } from '../edits.ts';
import { derivedId } from './derived-id.ts';

export interface Library {
  articles: StoredArticle[];
  annotations: StoredAnnotation[];
}

/** Signs that formats trip over: quotes, separators, formulas, HTML, line ends, two scripts, a pair of surrogates. */
const word = fc.constantFrom(
  ...['harbour', 'wall', '"quoted"', ',', ';', '=1+1', '@x', '-', '<script>alert(1)</script>', '&amp;', "'s", '# h'],
  ...['\n', '\r\n', '\t', '> ', '---', '`', '[a](javascript:x)', 'Ü', '海港', '😀', '__proto__', '\\', '\u2028', '%%'],
);

/** Text that begins and ends with a letter, as a quotation does. */
const text = fc.array(word, { maxLength: 8 }).map((words) => `a${words.join(' ')}b`);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const date = fc
  .date({ min: new Date('1995-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((each) => each.toISOString());
const tags = fc.array(text, { maxLength: 3 }).map(tidyTags);

const article = fc
  .record({
    path: fc.integer({ min: 0, max: 9999 }),
    title: text,
    byline: maybe(text),
    siteName: maybe(text),
    publishedTime: maybe(date),
    modifiedTime: maybe(date),
    section: maybe(text),
    lang: maybe(fc.constantFrom('en', 'de-AT')),
    dir: maybe(fc.constantFrom('ltr' as const, 'rtl' as const)),
  })
  .map(({ path, ...rest }): StoredArticle => {
    const url = `https://courier.example/2026/${path}`;
    return { ...(withoutUndefined(rest) as typeof rest & { title: string }), url, ...named(url) } as StoredArticle;
  });

function named(url: string) {
  return { id: derivedId(Date.parse('2026-01-01'), url), addresses: addressKeysOf({ url }) };
}

const annotation = fc.record({
  created: date,
  modified: date,
  colour: fc.constantFrom(...colours, undefined),
  quote: maybe(text),
  prefix: fc.string(),
  suffix: fc.string(),
  start: fc.nat({ max: 100_000 }),
  pairsBefore: fc.nat({ max: 3 }),
  place: maybe(fc.double({ min: 0, max: 1, noNaN: true })),
  note: maybe(text),
  tags,
  entity: maybe(fc.record({ name: text, type: fc.constantFrom(...entityTypes) })),
  deleted: fc.constantFrom(0, 0, 0, 1_700_000_000_000),
});

/** Annotations of some articles, each with words of its own. */
export const library: fc.Arbitrary<Library> = fc
  .record({
    articles: fc.uniqueArray(article, { minLength: 1, maxLength: 4, selector: (each) => each.url }),
    made: fc.array(annotation, { maxLength: 12 }),
  })
  .map(({ articles, made }) => ({
    articles,
    annotations: made.flatMap((each, index) => {
      const { id: articleId, url } = articles[index % articles.length] ?? { id: '', url: '' };
      const { created, modified, colour, note = '', entity, deleted } = each;
      const quote = each.quote === undefined ? '' : `${index} ${each.quote}`;
      if (quote === '' && note === '' && each.tags.length === 0 && entity === undefined) return [];
      const body: Body[] = [
        ...(entity === undefined
          ? []
          : [{ type: 'TextualBody', purpose: 'identifying', value: entity.name, entityType: entity.type } as const]),
        ...(note === ''
          ? []
          : [
              {
                type: 'TextualBody',
                purpose: 'commenting',
                format: 'text/markdown',
                value: `${index} ${note}`,
              } as const,
            ]),
        ...each.tags.map((value) => ({ type: 'TextualBody', purpose: 'tagging', value }) as const),
      ];
      return {
        id: derivedId(Date.parse(created), `${index}`),
        type: 'Annotation' as const,
        motivation: motivationFor(note),
        created,
        modified,
        ...(colour === undefined || quote === '' ? {} : { colour }),
        body,
        target: { source: url, selector: selectorsOf(quote, each) },
        articleId,
        deleted,
      };
    }),
  }));

function selectorsOf(
  exact: string,
  made: { prefix: string; suffix: string; start: number; pairsBefore: number; place: number | undefined },
): Selector[] {
  if (exact === '') return [];
  const { prefix, suffix, start, pairsBefore, place } = made;
  const from = start + pairsBefore * 2;
  return [
    { type: 'TextQuoteSelector', exact, prefix, suffix },
    {
      type: 'TextPositionSelector',
      start: from,
      end: from + exact.length,
      ...(pairsBefore === 0 ? {} : { pairsBefore }),
    },
    ...(place === undefined ? [] : [evidenceAt(Math.abs(place))]),
  ];
}

function evidenceAt(place: number): Selector {
  const alike = [{ before: 3, after: 0, left: 'x', right: '' }];
  return {
    type: 'PressmarkEvidence',
    version: 1,
    block: { before: 1, after: 2 },
    doubles: { count: 1, earlier: 0, alike },
    place,
  };
}

function withoutUndefined(object: object): object {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}

export function emptyDatabase(): PressmarkDatabase {
  return openDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
}

export async function databaseWith({ articles, annotations }: Library): Promise<PressmarkDatabase> {
  const db = emptyDatabase();
  await db.transaction('rw', db.written, async () => {
    await db.articles.bulkAdd(articles);
    const written = annotations.map((after) => ({ before: undefined, after }));
    await keepRecords(db, written, 'here', new Date('2026-01-01'));
  });
  return db;
}
