// @vitest-environment happy-dom
// Pages that are broken, bare, huge or lie: each gets a sensible answer, and none an exception.
import { describe, expect, it } from 'vitest';
import { readArticle } from './read-article.ts';
import { spotArticle } from './spot-article.ts';

const sentence =
  'The council met on Tuesday evening and spoke, for three hours, of the market, its rents and its roof. ';
const address = new URL('https://courier.example/local/2026/11/20/market-to-stay-council-says');

function pageOf(html: string): Document {
  document.replaceChildren(new DOMParser().parseFromString(html, 'text/html').documentElement);
  return document;
}

function paragraphs(count: number, words = sentence): string {
  return Array.from({ length: count }, (_, at) => `<p>${at}. ${words.repeat(3)}</p>`).join('');
}

async function textOf(page: Document): Promise<string> {
  return (await readArticle(page))?.text.text ?? '';
}

const jsonLd = (thing: object) => `<script type="application/ld+json">${JSON.stringify(thing)}</script>`;
const news = jsonLd({ '@type': 'NewsArticle', headline: 'Market to stay, council says', datePublished: '2026-11-20' });

describe('reading odd pages', () => {
  it('reads an article whose markup is broken', async () => {
    // Tags that happy-dom puts where browsers do: ends without a start, starts without an end.
    const html = `<title>Market</title></b><body><article><h1>Market to stay</h1></i>${paragraphs(6)}</div></span></section><div><b`;
    expect(await textOf(pageOf(html))).toContain('5. The council met');
  });

  it('reads on through fifty thousand elements', async () => {
    const html = `<body><article><h1>Market</h1>${paragraphs(40)}</article><div>${'<i>.</i>'.repeat(50_000)}</div></body>`;
    expect(await textOf(pageOf(html))).toContain('39. The council met');
  });

  it('of three articles reads the long one and not the teasers beside it', async () => {
    const teaser =
      '<article><h3><a href="/a">Ferry service to end</a></h3><p><a href="/a">The last boat.</a></p></article>';
    const html = `<body><main><article><h1>Market to stay</h1>${paragraphs(8)}</article>${teaser}${teaser}</main></body>`;
    const text = await textOf(pageOf(html));
    expect(text).toContain('7. The council met');
    expect(text).not.toContain('The last boat');
  });

  it('reads vertical text as any other', async () => {
    const japanese = '市議会は火曜日の夜に開かれ、市場とその家賃、屋根について三時間話し合った。';
    const html = `<html lang="ja"><body style="writing-mode: vertical-rl"><article><h1>市場は残る</h1>${paragraphs(6, japanese.repeat(3))}</article></body></html>`;
    expect(await textOf(pageOf(html))).toContain('5. 市議会は火曜日の夜に開かれ');
  });

  it('reads all entries of a live blog', async () => {
    const entry = (at: number) =>
      `<div class="entry"><time datetime="2026-11-20T0${at}:00Z">0${at}:00</time>${paragraphs(2, `Entry ${at}: ${sentence}`)}</div>`;
    const entries = Array.from({ length: 8 }, (_, at) => entry(at)).join('');
    const text = await textOf(pageOf(`<body><article><h1>Budget vote, live</h1>${entries}</article></body>`));
    for (let at = 0; at < 8; at++) expect(text).toContain(`Entry ${at}: The council`);
  });

  it('reads the two sentences of a video page', async () => {
    const html = `<head>${news}</head><body><main><h1>Market to stay, council says</h1><video></video><p>${sentence.repeat(2)}</p></main></body>`;
    expect(await textOf(pageOf(html))).toContain('The council met on Tuesday evening');
  });

  it('reads what a paywall leaves', async () => {
    const wall = '<div class="paywall"><h2>Subscribe to read on</h2><button>Subscribe</button></div>';
    const html = `<head>${news}</head><body><article><h1>Market to stay, council says</h1>${paragraphs(2)}${wall}</article></body>`;
    const text = await textOf(pageOf(html));
    expect(text).toContain('1. The council met');
    expect(text).not.toMatch(/Subscribe$/);
  });

  it('does not believe JSON-LD that tells of another article', async () => {
    const lie = jsonLd({ '@type': 'NewsArticle', headline: 'Old storm remembered', articleBody: 'Wind. '.repeat(200) });
    const html = `<head><title>Market to stay</title>${lie}</head><body><article><h1>Market to stay</h1>${paragraphs(6)}</article></body>`;
    const article = await readArticle(pageOf(html));
    expect(article?.metadata.title).toBe('Market to stay');
    expect(article?.text.text).toContain('5. The council met');
    expect(article?.text.text).not.toContain('Wind.');
  });
});

describe('spotting odd pages', () => {
  it.each([
    [
      'a page of search results',
      '/search?q=market',
      `<input type="search"><ol>${'<li><h3><a href="/a">Ferry service to end in December</a></h3><p>The last boat leaves …</p></li>'.repeat(30)}</ol>`,
    ],
    [
      'a home page whose JSON-LD calls it an article',
      '/',
      `${news}<ul>${'<li><a href="/a">Ferry service to end in December, say owners</a></li>'.repeat(60)}</ul>`,
    ],
    ['an empty page at the address of an article', address.pathname, ''],
  ])('%s is none', async (_, path, body) => {
    const page = pageOf(`<head><title>Norwick Courier</title></head><body>${body}</body>`);
    expect((await spotArticle(page, new URL(path, address))).article).toBe(false);
  });

  it('knows an article whose markup is broken and written from right to left', async () => {
    const arabic =
      'اجتمع المجلس مساء الثلاثاء وتحدث، لثلاث ساعات، عن السوق وإيجاراته وسقفه، ثم صوت الأعضاء على القرار. ';
    const html = `<html dir="rtl" lang="ar"><head><title>السوق باق</title>${news}<meta property="og:type" content="article"></head><body><article><h1>السوق باق<div>${paragraphs(8, arabic).replaceAll('</p>', '')}</b>`;
    expect((await spotArticle(pageOf(html), address)).article).toBe(true);
  });
});
