import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findWatched, type WatchedName } from './watched-names.ts';

function watch(name: string, ...aliases: string[]): WatchedName {
  return { id: name, name, aliases, type: 'Organization' };
}

const wordsOf = (text: string, ...names: WatchedName[]): string[] =>
  findWatched(text, names).map(({ start, end }) => text.slice(start, end));

test('a name and its aliases are found as whole words', () => {
  const text = 'Tessel Bank and its rival Tesselate met; TB said no, TBC yes. Tessel Bank’s shares fell.';
  expect(wordsOf(text, watch('Tessel Bank', 'TB'))).toEqual(['Tessel Bank', 'TB', 'Tessel Bank']);
});

test('a small letter stands for both cases, a capital for itself', () => {
  expect(wordsOf('An apple from Apple, in capitals APPLE', watch('Apple'))).toEqual(['Apple', 'APPLE']);
  expect(wordsOf('An apple from Apple', watch('apple'))).toEqual(['apple', 'Apple']);
});

test('of two names that begin alike the longer is found, and no place twice', () => {
  expect(wordsOf('Port Ellery Harbour', watch('Port Ellery'), watch('Port Ellery Harbour'), watch('Harbour'))).toEqual([
    'Port Ellery Harbour',
  ]);
});

test('names with signs, of several lines of white space, and in scripts without spaces are found', () => {
  expect(wordsOf('Follow @harbour_watch, now', watch('@harbour_watch'))).toEqual(['@harbour_watch']);
  expect(wordsOf('O’Neill\u00a0Group', watch("O'Neill Group"))).toEqual(['O’Neill\u00a0Group']);
  expect(wordsOf('One\n\nTwo', watch('One Two'))).toEqual([]);
  expect(wordsOf('東京都知事は', watch('東京都'))).toEqual(['東京都']);
});

test('whatever is watched in whatever text, places are in order and apart', () => {
  const word = fc.constantFrom('a', 'A b', 'b', '@b', '東', '', ' ', 'a b c', 'É');
  fc.assert(
    fc.property(fc.array(word), fc.array(fc.tuple(word, word)), (text, names) => {
      const places = findWatched(
        text.join(' '),
        names.map(([name, alias]) => watch(name, alias)),
      );
      let last = 0;
      for (const { start, end } of places) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
    }),
  );
});
