// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { spotArticle } from './spot-article.ts';
import { featureAt, spotterFeatureNames } from './spotter-features.ts';

const address = new URL('https://courier.example/local/2026/11/harbour-bridge-reopens-after-two-years');
const portal = readFileSync('tests/pages/portal-article.html', 'utf8');

function pageOf(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

it('knows an article', async () => {
  expect((await spotArticle(pageOf(portal), address)).article).toBe(true);
});

it('knows an article whose paragraphs are short to the eye of a letter counter, in Chinese', async () => {
  const words = '周五清晨，第一班电车驶过海港大桥，数百名市民聚集在码头边观看。工程师两年前在桥墩上发现裂缝。'.repeat(
    2,
  );
  const html = `<html lang="zh"><head><title>海港大桥重新开放</title><meta property="og:type" content="article">
    <meta property="article:published_time" content="2026-11-20T08:15:00Z">${'<script type="application/ld+json">{"@type":"NewsArticle"}</script>'}</head>
    <body><nav>${'<a href="/sports">体育</a> <a href="/money">财经</a> '.repeat(12)}</nav>
    <main><article><h1>海港大桥重新开放</h1><time datetime="2026-11-20">11月20日</time>${`<p>${words}</p>`.repeat(6)}</article></main></body></html>`;
  expect((await spotArticle(pageOf(html), new URL('https://news.example/2026/11/20/12345678.html'))).article).toBe(
    true,
  );
});

it('does not take a section front with teasers for an article, whatever its metadata says', async () => {
  const teasers =
    '<li><h3><a href="/a">Ferry service to end in December</a></h3><p><a href="/a">The last boat leaves.</a></p></li>';
  const html = `<head><title>Local news</title><meta property="og:type" content="article"></head><body><h1>Local</h1><ul>${teasers.repeat(40)}</ul></body>`;
  expect((await spotArticle(pageOf(html), new URL('https://courier.example/local/'))).article).toBe(false);
});

it('does not take a login page for an article', async () => {
  const html =
    '<head><title>Sign in</title></head><body><form><input type="text"><input type="password"><button>Sign in</button></form></body>';
  expect((await spotArticle(pageOf(html), new URL('https://courier.example/login'))).article).toBe(false);
});

it('says no to pages without a body, to XML and to addresses that cannot be decoded', async () => {
  const bare = document.implementation.createHTMLDocument('');
  bare.body.remove();
  expect(await spotArticle(bare, address)).toEqual({ article: false, score: 0 });
  const xml = new DOMParser().parseFromString('<feed><entry>news</entry></feed>', 'application/xml');
  expect((await spotArticle(xml, address)).article).toBe(false);
  expect((await spotArticle(pageOf('<body></body>'), new URL('https://example.org/%E4%20'))).article).toBe(false);
});

it('looks at a bounded part of a page with very many text nodes', async () => {
  const page = pageOf(`<body>${'<i>ab</i>'.repeat(30_000)}</body>`);
  expect((await spotArticle(page, address)).article).toBe(false);
});

it('knows where the features stand that it reads by place', () => {
  for (const [name, at] of Object.entries(featureAt)) expect(spotterFeatureNames[at]).toBe(name);
});
