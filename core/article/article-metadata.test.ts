// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { readMetadata } from './article-metadata.ts';

function metadataOf(head: string, body = '') {
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
