// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { readMetadata } from './article-metadata.ts';

function metadataOf(head: string, body = '') {
  return readBoth(head, body).metadata;
}

function readBoth(head: string, body = '') {
  return readMetadata(new DOMParser().parseFromString(`<head>${head}</head><body>${body}</body>`, 'text/html'));
}

const jsonLd = (json: string) => `<script type="application/ld+json">${json}</script>`;

it('passes over broken JSON-LD and takes what meta elements say', () => {
  const head = `${jsonLd('{"@type": "NewsArticle", "headline": "Half a')}<meta property="og:title" content="Rain until Sunday">`;
  expect(metadataOf(head).title).toBe('Rain until Sunday');
});

it('does not take the headline of another article from JSON-LD', () => {
  const head = `<title>Rain until Sunday</title>${jsonLd('{"@type":"NewsArticle","headline":"Old storm remembered"}')}`;
  expect(metadataOf(head).title).toBe('Rain until Sunday');
});

it('reads an article inside of an array, with line breaks in its strings', () => {
  const json =
    '[{"@type":"Organization"},{"@type":"ReportageNewsArticle","author":"Ines\n Duarte","datePublished":"2026-01-02"}]';
  expect(metadataOf(jsonLd(json))).toMatchObject({ byline: 'Ines Duarte', publishedTime: '2026-01-02' });
});

it('takes no address for a name, and no script for a canonical address', () => {
  const head =
    '<meta name="author" content="https://example.org/ines"><link rel="canonical" href="javascript:alert(1)">';
  const metadata = metadataOf(head, '<p class="byline">Ines Duarte</p>');
  expect(metadata.byline).toBe('Ines Duarte');
  expect(metadata).not.toHaveProperty('canonicalUrl');
});

it('leaves out what the page does not tell, and languages that are none', () => {
  expect(Object.keys(metadataOf('<meta property="og:locale" content="so german!">'))).toEqual(['url', 'title']);
});

it('reads section and time of change, and says where each thing came from', () => {
  const json = '{"@type":"NewsArticle","headline":"Rain until Sunday","articleSection":["Local","Weather"]}';
  const head = `<title>Rain until Sunday</title>${jsonLd(json)}<meta property="article:modified_time" content="2026-11-20T09:30:00+01:00"><meta property="og:site_name" content="Norwick Courier">`;
  const { metadata, sources } = readBoth(head, '<p class="byline">Ines Duarte</p>');
  expect(metadata).toMatchObject({ section: 'Local, Weather', modifiedTime: '2026-11-20T09:30:00+01:00' });
  expect(sources).toEqual({
    url: 'address',
    title: 'json-ld',
    byline: 'page',
    siteName: 'meta',
    modifiedTime: 'meta',
    section: 'json-ld',
  });
});

it('takes the time of the same day that tells its zone', () => {
  const json = '{"@type":"NewsArticle","datePublished":"2026-11-20 08:15:00"}';
  const zoned = '<meta property="article:published_time" content="2026-11-20T08:15:00+02:00">';
  expect(readBoth(jsonLd(json) + zoned)).toMatchObject({
    metadata: { publishedTime: '2026-11-20T08:15:00+02:00' },
    sources: { publishedTime: 'meta' },
  });
  const other = '<meta property="article:published_time" content="2019-01-02T08:15:00+02:00">';
  expect(metadataOf(jsonLd(json) + other).publishedTime).toBe('2026-11-20 08:15:00');
});
