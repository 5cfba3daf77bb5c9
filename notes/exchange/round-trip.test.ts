// What is exported and imported again is the same.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Annotation, noteOf, quoteOf, tagsOf, tidyTags } from '../../core/annotation.ts';
import type { ExportFormat } from '../../core/export-format.ts';
import { annotationOf } from '../annotations.ts';
import type { PressmarkDatabase, StoredArticle } from '../database.ts';
import { articleFields } from './article-fields.ts';
import { type ExportOptions, exportFile } from './export.ts';
import { importFile, previewImport } from './import.ts';
import { databaseWith, emptyDatabase, type Library, library } from './made-library.ts';
import { checkW3c } from './w3c-rules.ts';

const now = new Date('2026-11-25T10:00:00.000Z');
const options: ExportOptions = { now, words: { lang: 'en', title: 'Notes' } };
const runs = { numRuns: 40 };

async function passedOn(made: Library, format: ExportFormat): Promise<PressmarkDatabase> {
  const file = await exportFile(await databaseWith(made), format, options);
  const db = emptyDatabase();
  const before = await previewImport(db, file, { now });
  const report = await importFile(db, file, { now });
  expect(report).toEqual({ ...before, id: report.id });
  expect(report.refused.first).toEqual([]);
  return db;
}

async function everythingIn(db: PressmarkDatabase) {
  return {
    annotations: await db.annotations.toArray(),
    articles: await db.articles.toArray(),
  };
}

const byId = <Each extends { id: string }>(list: readonly Each[]): Each[] =>
  list.toSorted((one, other) => (one.id < other.id ? -1 : 1));

/** With the article's own fields in place of its id, which is another in each database. */
async function annotationsWithArticles(db: PressmarkDatabase) {
  const articles = new Map((await db.articles.toArray()).map((article) => [article.id, article]));
  const all = await db.annotations.toArray();
  return all.map((each) => ({ annotation: annotationOf(each), article: aboutOf(articles.get(each.articleId)) }));
}

function aboutOf(article: StoredArticle | undefined) {
  return article && articleFields(article);
}

function liveOf(made: Library) {
  const articles = new Map(made.articles.map((article) => [article.id, article]));
  const live = byId(made.annotations).filter((each) => each.deleted === 0);
  return live.map((each) => ({ annotation: annotationOf(each), article: aboutOf(articles.get(each.articleId)) }));
}

describe('a backup', () => {
  it('brings back every field of every record, the deleted ones too', async () => {
    await fc.assert(
      fc.asyncProperty(library, async (made) => {
        const { annotations, articles } = await everythingIn(await passedOn(made, 'backup'));
        expect(annotations).toEqual(byId(made.annotations));
        expect(articles).toEqual(byId(made.articles));
      }),
      runs,
    );
  });

  it('adds nothing where all of it is there already', async () => {
    await fc.assert(
      fc.asyncProperty(library, async (made) => {
        const db = await databaseWith(made);
        const file = await exportFile(db, 'backup', options);
        const report = await importFile(db, file, { now });
        expect(report).toMatchObject({
          added: 0,
          updated: 0,
          returned: 0,
          doubles: made.annotations.length,
          articles: 0,
        });
        expect(await everythingIn(db)).toEqual({ annotations: byId(made.annotations), articles: byId(made.articles) });
      }),
      runs,
    );
  });
});

describe.each(['w3c', 'hypothesis'] as const)('an export as %s', (format) => {
  it('brings back every annotation that is not deleted, with what is known of its article', async () => {
    await fc.assert(
      fc.asyncProperty(library, async (made) => {
        fc.pre(liveOf(made).length > 0);
        expect(await annotationsWithArticles(await passedOn(made, format))).toEqual(liveOf(made));
      }),
      runs,
    );
  });

  it('adds nothing when it is imported where it comes from, or twice', async () => {
    await fc.assert(
      fc.asyncProperty(library, async (made) => {
        fc.pre(liveOf(made).length > 0);
        const source = await databaseWith(made);
        const file = await exportFile(source, format, options);
        for (const db of [source, emptyDatabase()]) {
          await importFile(db, file, { now });
          const once = await everythingIn(db);
          expect(await importFile(db, file, { now })).toMatchObject({ added: 0, updated: 0, returned: 0, articles: 0 });
          expect(await everythingIn(db)).toEqual(once);
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe('an export as W3C annotations', () => {
  it('keeps the rules of the model', async () => {
    await fc.assert(
      fc.asyncProperty(library, async (made) => {
        const file = await exportFile(await databaseWith(made), 'w3c', options);
        expect(checkW3c(JSON.parse(await file.text()))).toEqual([]);
      }),
      runs,
    );
  });
});

describe('a table', () => {
  const wordsOf = (annotation: Annotation) => ({
    quote: quoteOf(annotation),
    note: noteOf(annotation),
    source: annotation.target.source,
  });

  it('for Readwise brings back passages, notes, tags without spaces, titles, authors and dates', async () => {
    await fc.assert(
      fc.asyncProperty(library, async (made) => {
        const passages = { ...made, annotations: made.annotations.filter((each) => quoteOf(each) !== '') };
        const db = await passedOn(passages, 'readwise');
        const read = await annotationsWithArticles(db);
        const expected = liveOf(passages).map(({ annotation, article }) => ({
          ...wordsOf(annotation),
          tags: tidyTags(tagsOf(annotation).map((tag) => tag.replace(/\s+/g, '-'))),
          title: article?.title,
          byline: article?.byline,
          created: `${annotation.created.slice(0, 19)}.000Z`,
        }));
        const found = read.map(({ annotation, article }) => ({
          ...wordsOf(annotation),
          tags: tagsOf(annotation),
          title: article?.title,
          byline: article?.byline,
          created: annotation.created,
        }));
        const byQuote = (one: { quote: string }, other: { quote: string }) => (one.quote < other.quote ? -1 : 1);
        expect(found.toSorted(byQuote)).toEqual(expected.toSorted(byQuote));
      }),
      runs,
    );
  });

  it('for spreadsheets brings back words, tags, colours, dates and ids', async () => {
    await fc.assert(
      fc.asyncProperty(library, async (made) => {
        const withoutSemicolons = made.annotations.filter((each) => tagsOf(each).every((tag) => !tag.includes(';')));
        const plain = { ...made, annotations: withoutSemicolons };
        const read = await annotationsWithArticles(await passedOn(plain, 'csv'));
        const told = ({ annotation }: { annotation: Annotation }) => ({
          ...wordsOf(annotation),
          id: annotation.id,
          tags: tagsOf(annotation),
          colour: annotation.colour,
          created: annotation.created,
          modified: annotation.modified,
        });
        expect(read.map(told)).toEqual(liveOf(plain).map(told));
      }),
      runs,
    );
  });
});
