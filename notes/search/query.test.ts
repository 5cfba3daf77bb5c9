import { describe, expect, it } from 'vitest';
import { hasFilter, parseQuery, termsOf, toggleFilter } from './query.ts';
import { matchesIn } from './words.ts';

describe('a filter in the search field', () => {
  it('is added with quotation marks where it needs them, and taken out again however it was written', () => {
    const site = toggleFilter('harbour', 'site', 'coast.example');
    expect(site).toBe('harbour site:coast.example ');
    const both = toggleFilter(site, 'tag', 'due diligence');
    expect(both).toBe('harbour site:coast.example tag:"due diligence" ');
    expect(hasFilter(both, 'tag', 'Due Diligence')).toBe(true);
    expect(hasFilter(both, 'tag', 'due')).toBe(false);
    expect(toggleFilter(toggleFilter(both, 'site', 'coast.example'), 'tag', 'due diligence').trim()).toBe('harbour');
    expect(hasFilter('-tag:food', 'tag', 'food')).toBe(false);
    expect(toggleFilter('COLOR:Blue wall', 'colour', 'blue')).toBe('wall');
  });
});

describe('found words', () => {
  function shown(text: string, query: string): string[] {
    return matchesIn(text, termsOf(parseQuery(query))).map(({ start, end }) => text.slice(start, end));
  }

  it('are shown where they stand in the text as it is written', () => {
    expect(shown('Crème brûlée, CREME!', 'creme ')).toEqual(['Crème', 'CREME']);
    expect(shown('The harbour wall and the harbours', '"harbour wa')).toEqual(['harbour wall']);
    expect(shown('The harbour wall and the harbours', 'harb')).toEqual(['harbour', 'harbours']);
    expect(shown('東京都の港', '東京 ')).toEqual(['東京']);
    expect(shown('no such words', 'x -such site:a ""')).toEqual([]);
  });
});
