// Files as other tools write them, and what we write for them.
import { describe, expect, it } from 'vitest';
import { entityOf, noteOf, quoteOf, tagsOf } from '../../core/annotation.ts';
import { exportFile } from './export.ts';
import { fragmentLink } from './fragment-link.ts';
import { htmlWriter } from './html.ts';
import { importFile } from './import.ts';
import { databaseWith, emptyDatabase } from './made-library.ts';
import { nearColour } from './near-colour.ts';
import { fileNames, obsidianNote } from './obsidian.ts';

const now = new Date('2026-11-25T10:00:00.000Z');

async function imported(file: string | object) {
  const db = emptyDatabase();
  const report = await importFile(db, new Blob([typeof file === 'string' ? file : JSON.stringify(file)]), { now });
  const articles = new Map((await db.articles.toArray()).map((article) => [article.id, article]));
  const notes = (await db.annotations.toArray()).map((each) => ({
    quote: quoteOf(each),
    note: noteOf(each),
    tags: tagsOf(each),
    colour: each.colour,
    created: each.created,
    url: articles.get(each.articleId)?.url,
    title: articles.get(each.articleId)?.title,
    selector: each.target.selector,
    entity: entityOf(each),
  }));
  return { report, notes: notes.sort((one, other) => (one.quote < other.quote ? -1 : 1)) };
}

describe('W3C annotations of others', () => {
  it('are read in all the forms that the model allows', async () => {
    const { report, notes } = await imported([
      {
        '@context': 'http://www.w3.org/ns/anno.jsonld',
        id: 'http://example.org/anno1',
        type: 'Annotation',
        motivation: 'commenting',
        created: '2015-10-13T13:00:00Z',
        bodyValue: 'Only words',
        target: 'http://example.com/page1',
      },
      {
        type: ['Annotation'],
        id: 'http://example.org/anno2',
        body: [
          { type: 'TextualBody', value: '<p>One &amp; <b>two</b></p>', format: 'text/html' },
          { type: 'TextualBody', value: 'tag', purpose: 'tagging' },
        ],
        target: {
          source: { id: 'http://example.com/page2' },
          selector: {
            type: 'FragmentSelector',
            value: 'p1',
            refinedBy: { type: 'TextQuoteSelector', exact: 'a😀b', prefix: 'x' },
          },
        },
      },
    ]);
    expect(report).toMatchObject({ format: 'w3c', added: 2, mended: { count: 1 } });
    expect(notes).toMatchObject([
      { quote: '', note: 'Only words', url: 'http://example.com/page1', created: '2015-10-13T13:00:00.000Z' },
      { quote: 'a😀b', tags: ['tag'], colour: 'yellow', url: 'http://example.com/page2' },
    ]);
  });
});

describe('Obsidian Web Clipper', () => {
  const page = 'https://courier.example/a';

  it('is read with its notes and what stands beside a passage', async () => {
    const { report, notes } = await imported([
      {
        url: page,
        title: 'A',
        highlights: [{ text: 'one', timestamp: '2025-02-03T04:05:06.000Z', notes: ['n'] }],
        data: [
          {
            id: '1738555506000',
            type: 'text',
            xpath: '/html/body/p',
            content: 'one',
            startOffset: 0,
            endOffset: 3,
            textQuote: { prefix: 'before ', suffix: ' after' },
            notes: ['first', 'second'],
          },
        ],
      },
    ]);
    expect(report).toMatchObject({ format: 'web-clipper', added: 1 });
    expect(notes).toMatchObject([
      { quote: 'one', note: 'first\n\nsecond', title: 'A', created: '2025-02-03T04:05:06.000Z', url: page },
    ]);
    expect(notes[0]?.selector).toEqual([
      { type: 'TextQuoteSelector', exact: 'one', prefix: 'before ', suffix: ' after' },
    ]);
  });

  it('is read as older versions wrote it', async () => {
    const { notes } = await imported([{ url: page, highlights: [{ text: 'one', timestamp: '2025-02-03T04:05:06Z' }] }]);
    expect(notes).toMatchObject([{ quote: 'one', created: '2025-02-03T04:05:06.000Z' }]);
  });
});

it('Marks is read with its colours and places', async () => {
  const group = {
    groupId: 'g1',
    color: '#2196F3',
    text: 'one two',
    updatedAt: 1738555506000,
    spans: [
      { text: 'one ', position: 1 },
      { text: 'two', position: 2 },
    ],
    selectors: { quote: { exact: 'one two', prefix: 'p', suffix: 's' }, textPosition: { start: 4, end: 11 } },
  };
  const pages = [{ url: 'https://courier.example/a', title: 'A', lastUpdated: '2025-02-03', highlights: [group] }];
  const { report, notes } = await imported({ exportedAt: '2026-01-01', pages });
  expect(report).toMatchObject({ format: 'marks', added: 1 });
  expect(notes).toMatchObject([{ quote: 'one two', colour: 'blue', created: '2025-02-03T04:05:06.000Z' }]);
  expect(notes[0]?.selector[1]).toEqual({ type: 'TextPositionSelector', start: 4, end: 11 });
});

describe('Readwise', () => {
  it('is read as it gives notes out: tags, colours, no addresses, without what was discarded', async () => {
    const { report, notes } = await imported(
      'Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags\n' +
        '"A, ""b""\nc",The Slow Book,Mara Ellison,,.idea .two Key,pink,"favorite, deep work",page,12,2020-10-05 10:15:30+00:00,shelf\n' +
        'gone,Other,Nobody,,,,.discard,page,1,2020-10-06,\n' +
        ',Missing,X,,,,,,,,\n',
    );
    expect(report).toMatchObject({ format: 'readwise', added: 1, refused: { count: 2 }, mended: { count: 1 } });
    expect(report.refused.first).toEqual([
      { line: 4, entry: 3, reason: 'discarded' },
      { line: 5, entry: 4, reason: 'empty' },
    ]);
    expect(notes).toMatchObject([
      {
        quote: 'A, "b"\nc',
        note: 'Key',
        tags: ['idea', 'two', 'favorite', 'deep work', 'shelf'],
        colour: 'pink',
        created: '2020-10-05T10:15:30.000Z',
        title: 'The Slow Book',
      },
    ]);
    expect(notes[0]?.url).toMatch(/^urn:pressmark:no-address:/);
  });
});

describe('colours of others', () => {
  it.each([
    ['#ffff00', 'yellow'],
    ['orange', 'yellow'],
    ['#0f0', 'green'],
    ['#00bcd4', 'blue'],
    ['#e91e63', 'pink'],
    ['#f44336', 'pink'],
    ['#9c27b0ff', 'purple'],
    ['#808080', 'yellow'],
    ['javascript:alert(1)', 'yellow'],
    [17, 'yellow'],
  ])('%s is near to %s', (theirs, ours) => expect(nearColour(theirs)).toBe(ours));
});

const shelf = {
  article: {
    id: 'a',
    url: 'https://courier.example/a',
    title: 'Who: "they" [said] <b>',
    byline: 'A. Writer',
    addresses: ['courier.example/a'],
  },
  annotations: [
    {
      id: '019b76da-a800-7bd2-afb8-95f5c81ac1c9',
      type: 'Annotation' as const,
      motivation: 'commenting' as const,
      created: '2026-01-01T10:00:00.000Z',
      modified: '2026-01-01T10:00:00.000Z',
      colour: 'green' as const,
      body: [
        {
          type: 'TextualBody' as const,
          purpose: 'commenting' as const,
          format: 'text/markdown' as const,
          value: 'So **bold**\n<script>alert(1)</script>',
        },
        { type: 'TextualBody' as const, purpose: 'tagging' as const, value: 'due diligence' },
      ],
      target: {
        source: 'https://courier.example/a',
        selector: [
          { type: 'TextQuoteSelector' as const, exact: 'the *wall*\n# is', prefix: '', suffix: '' },
          { type: 'TextPositionSelector' as const, start: 0, end: 15 },
        ],
      },
      articleId: 'a',
      deleted: 0,
    },
  ],
};

describe('Markdown for Obsidian', () => {
  it('has properties, the passage as a quotation, the note as it was written, and a link to the passage', () => {
    expect(obsidianNote(shelf, now)).toBe(`---
title: "Who: \\"they\\" [said] <b>"
source: "https://courier.example/a"
author: "A. Writer"
created: "2026-01-01"
exported: "2026-11-25"
tags:
  - "due-diligence"
---

# Who: "they" \\[said\\] \\<b\\>

> the \\*wall\\*
> \\# is

So **bold**
<script>alert(1)</script>

[↗](<https://courier.example/a#:~:text=the%20*wall*%20%23%20is>) · green · #due-diligence ^019b76da-a800-7bd2-afb8-95f5c81ac1c9
`);
  });

  it('comes as a zip with one file for each article, named so that every system takes it', async () => {
    const nameOf = fileNames();
    expect(['a/b: "c"?', 'A B C', 'CON', '..', 'x'.repeat(300), '#^[[link]]'].map(nameOf)).toEqual([
      'a b c.md',
      'A B C (2).md',
      'CON_.md',
      'Article.md',
      `${'x'.repeat(100)}.md`,
      'link.md',
    ]);
    const db = await databaseWith({ articles: [shelf.article], annotations: shelf.annotations });
    const zip = await exportFile(db, 'obsidian', { now, words: { lang: 'en', title: '' } });
    const text = new TextDecoder('latin1').decode(await zip.arrayBuffer());
    expect(text.startsWith('PK\x03\x04')).toBe(true);
    expect(text).toContain('Pressmark/Who they said b .md'.replace(' .md', '.md'));
    expect(text).toContain('So **bold**');
  });
});

it('the printable page shows everything as text and lets nothing run or load', () => {
  const writer = htmlWriter({ lang: 'en', title: 'Notes <i>' }, now);
  const html = writer.begin() + writer.write(shelf) + writer.end();
  expect(html).not.toMatch(/<script|<b>|<i>/);
  expect(html).toContain("default-src 'none'");
  expect(html).toContain('So **bold**\n&lt;script&gt;alert(1)&lt;/script&gt;');
  const hostile = { ...shelf, article: { ...shelf.article, url: 'javascript:alert(1)' }, annotations: [] };
  expect(writer.write(hostile)).not.toContain('href');
});

describe('a link to a passage', () => {
  const linkTo = (exact: string, source = 'https://a.example/p') =>
    fragmentLink({ target: { source, selector: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }] } });

  it('has the words of a short passage, and the ends of a long one', () => {
    expect(linkTo('well-known, they said')).toBe('https://a.example/p#:~:text=well%2Dknown%2C%20they%20said');
    const long = Array.from({ length: 60 }, (_, index) => `w${index}`).join(' ');
    expect(linkTo(long)).toBe(
      'https://a.example/p#:~:text=w0%20w1%20w2%20w3%20w4%20w5,w54%20w55%20w56%20w57%20w58%20w59',
    );
  });

  it('is the address alone where there is no passage, and leads nowhere but to the Web', () => {
    expect(fragmentLink({ target: { source: 'https://a.example/p', selector: [] } })).toBe('https://a.example/p');
    expect(linkTo('words', 'urn:pressmark:no-address:x')).toBe('urn:pressmark:no-address:x');
  });
});
