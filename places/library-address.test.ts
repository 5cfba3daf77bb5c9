import { expect, it } from 'vitest';
import { type LibraryState, readAddress, start, writeAddress } from './library-address.ts';

it.each<LibraryState>([
  start,
  { view: 'notes', query: 'tag:"due diligence" &x=1#?', order: 'article', note: 'id' },
  { view: 'entity', query: '', order: 'newest', entity: { name: 'Ö & Co', type: 'Organization' } },
  { view: 'article', query: '', order: 'oldest', article: 'a' },
])('reads what it wrote: %o', (state) => {
  expect(readAddress(writeAddress(state))).toEqual(state);
});

it('takes what cannot be read as the start', () => {
  expect(readAddress('?view=__proto__&sort=up&type=Robot&name=x')).toEqual(start);
  expect(writeAddress(start)).toBe('');
});
