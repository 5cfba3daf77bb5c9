// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Article, readArticle } from './read-article.ts';

const portal = readFileSync('tests/pages/portal-article.html', 'utf8');
const paragraph =
  'The council met on Tuesday evening and spoke, for three hours, of little but the market, its rents and its roof. ';

/** A page as a browser shows it: only its nodes are connected. */
function pageOf(html: string): Document {
  const parsed = new DOMParser().parseFromString(html, 'text/html').documentElement;
  document.replaceChildren(parsed);
  return document;
}

/** happy-dom's ranges do not tell their text. */
function wordsOf(range: Range | undefined): string {
  const node = range?.startContainer;
  return node !== undefined && node === range?.endContainer
    ? (node.nodeValue ?? '').slice(range.startOffset, range.endOffset)
    : '';
}

async function textOf(html: string): Promise<string> {
  return (await readArticle(pageOf(html)))?.text.text ?? '';
}

describe('an article on a portal', () => {
  let page: Document;
  let before: string;
  let article: Article | undefined;
  beforeAll(async () => {
    page = pageOf(portal);
    before = page.documentElement.outerHTML;
    article = await readArticle(page);
  });

  it.each([
    'The Harbour Bridge opened to traffic again on Friday',
    '"We promised that it would be done this year',
    'A long way around',
    'The first trams crossed the Harbour Bridge at dawn on Friday, as hundreds',
    '@norwicktrams This is the first morning',
    '«Я чекала на цей день дуже довго», she said. ("I waited for this day',
    'Trams will run every ten minutes',
  ])('keeps "%s"', (words) => {
    expect(article?.text.text).toContain(words);
  });

  it.each([
    'Getty Images',
    'Trams cross the Harbour Bridge',
    'Loading...',
    'Load Error',
    'Read more: Barge',
    'Continue Reading',
    'Share on Facebook',
    'Sign up for our morning newsletter',
    'Ferry service to end',
    'gullwatcher',
    'writes on transport',
    'All rights reserved',
    'By Ada Lindqvist',
    'Sport',
  ])('leaves out "%s"', (words) => {
    expect(article?.text.text).not.toContain(words);
  });

  it('opens with the headline, and says where the body starts', () => {
    const { text, bodyStart } = article ?? {};
    expect(text?.text.slice(0, bodyStart)).toBe('Harbour bridge reopens after two years of repairs\n\n');
  });

  it('maps every stretch of text back to the live page', () => {
    const text = article?.text;
    const start = text?.text.indexOf('Helena Okafor') ?? -1;
    const range = text?.rangeAt(start, start + 'Helena Okafor'.length);
    expect(wordsOf(range)).toBe('Helena Okafor');
    expect(range?.startContainer.isConnected && page.contains(range.startContainer)).toBe(true);
    for (const piece of text?.pieces ?? []) {
      const words = piece.node.data.slice(piece.nodeStart, piece.nodeStart + piece.length);
      expect(text?.text.slice(piece.start, piece.start + piece.length)).toBe(words);
    }
  });

  it('leaves the page byte for byte as it was', () => {
    expect(page.documentElement.outerHTML).toBe(before);
  });

  it('tells what the page says of the article', () => {
    expect(article?.metadata).toMatchObject({
      title: 'Harbour bridge reopens after two years of repairs',
      canonicalUrl: 'https://courier.example/local/2026/11/harbour-bridge-reopens',
      byline: 'Ada Lindqvist, Tom Ferrier',
      siteName: 'Norwick Courier',
      publishedTime: '2026-11-20T08:15:00Z',
      lang: 'en',
    });
  });
});

describe('reading other pages', () => {
  it('finds nothing where there is no body or no text', async () => {
    const bare = document.implementation.createHTMLDocument('');
    bare.body.remove();
    expect(await readArticle(bare)).toBeUndefined();
    expect(await readArticle(pageOf('<body><div><script>const text = 1;</script></div></body>'))).toBeUndefined();
  });

  it('reads all visible text where there is no article in the page', async () => {
    expect(await textOf('<body><div>Opening hours</div><div>Nine to five</div></body>')).toBe(
      'Opening hours\n\nNine to five',
    );
  });

  it('reads what stands in open shadow roots, nested and with slots', async () => {
    const page = pageOf('<head><title>Market to stay, council says</title></head><body></body>');
    const outer = page.createElement('news-page');
    page.body.append(outer);
    const inner = page.createElement('news-story');
    outer.attachShadow({ mode: 'open' }).append(inner);
    inner.attachShadow({ mode: 'open' }).innerHTML = `<article>${`<p>${paragraph.repeat(3)}</p>`.repeat(4)}</article>`;
    const text = (await readArticle(page))?.text;
    const start = text?.text.indexOf('three hours') ?? -1;
    expect(wordsOf(text?.rangeAt(start, start + 11))).toBe('three hours');
  });

  it('is not led in circles by a form field named like a property', async () => {
    const page = pageOf(`<body><form><input name="parentNode"><p>${paragraph.repeat(3)}</p></form></body>`);
    const form = page.querySelector('form');
    // As browsers do it.
    if (form !== null) Object.defineProperty(form, 'parentNode', { value: page.querySelector('input') });
    expect((await readArticle(page))?.text.text).toContain('The council met');
  });

  it('parts paragraphs that are made of line breaks', async () => {
    const body = `${paragraph.repeat(3)}<br><br>${paragraph.replace('Tuesday', 'Wednesday').repeat(3)}`;
    const text = await textOf(`<body><article><div>${body}</div></article></body>`);
    expect(text).toMatch(/roof\.\n\nThe council met on Wednesday/);
  });

  it('parts a picture and its caption from the paragraph that they stand in', async () => {
    const credit = '<span class="attribution">© Provided by the Courier</span> <span>Brennan/Holub</span>';
    const picture = `<span class="storyimage"><img alt=""><span class="caption truncate">${credit}</span></span>`;
    const html = `<body><article><p>${picture} ${paragraph.repeat(3)}</p><p>${paragraph.repeat(3)}</p></article></body>`;
    const text = await textOf(html);
    expect(text).toMatch(/^The council met/);
    expect(text).not.toMatch(/Courier|Brennan/);
  });

  it('keeps words whose class is called like a caption where there is no picture', async () => {
    const html = `<body><article><p><span class="caption">On Monday.</span> ${paragraph.repeat(3)}</p><p>${paragraph.repeat(3)}</p></article></body>`;
    expect(await textOf(html)).toContain('On Monday. The council met');
  });

  it('notes links with their full address, across markup inside them', async () => {
    const link = 'See <a href="https://x.com/norwick"><b>@nor</b>wick</a> for more of it. ';
    const html = `<body><article><p>${link}${paragraph.repeat(3)}</p><p>${paragraph.repeat(3)}</p></article></body>`;
    const text = (await readArticle(pageOf(html)))?.text;
    const found = text?.links.map(({ start, end, href }) => [text.text.slice(start, end), href]);
    expect(found).toEqual([['@norwick', 'https://x.com/norwick']]);
  });

  it('reads a page written from right to left, with its direction and language', async () => {
    const arabic =
      'اجتمع المجلس مساء الثلاثاء وتحدث، لثلاث ساعات، عن السوق وإيجاراته وسقفه، ثم صوت الأعضاء على القرار. ';
    const html = `<html lang="ar" dir="rtl"><body><article><h1>السوق باق</h1>${`<p>${arabic.repeat(4)}</p>`.repeat(4)}</article></body></html>`;
    const article = await readArticle(pageOf(html));
    expect(article?.metadata).toMatchObject({ lang: 'ar', dir: 'rtl', title: 'السوق باق' });
    expect(article?.text.text).toContain('اجتمع المجلس مساء الثلاثاء');
    expect(article?.text.lang).toBe('ar');
  });
});
