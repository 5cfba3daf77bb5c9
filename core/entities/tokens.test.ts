import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenise } from './tokens.ts';

const words = (text: string): string[] => tokenise(text).map((token) => token.text);

test.each([
  ['a possessive stands apart', "Okoro’s plan, the firm's", ['Okoro', '’s', 'plan', ',', 'the', 'firm', "'s"]],
  ['an apostrophe inside a name stays', "O'Neill met D’Souza", ["O'Neill", 'met', 'D’Souza']],
  ['hyphens part words', 'the U.S.-led Anglo-Dutch team', ['the', 'U.S.', '-', 'led', 'Anglo', '-', 'Dutch', 'team']],
  [
    'initials and titles keep their stop',
    'Dr. J. R. Tamm Jr. of Orr Inc. said',
    ['Dr.', 'J.', 'R.', 'Tamm', 'Jr.', 'of', 'Orr', 'Inc.', 'said'],
  ],
  ['the last stop of a sentence stands apart', 'He went home.', ['He', 'went', 'home', '.']],
  [
    'quotes of all kinds stand apart',
    '“Yes,” „nein“ «oui» ‘no’',
    ['“', 'Yes', ',', '”', '„', 'nein', '“', '«', 'oui', '»', '‘', 'no', '’'],
  ],
  [
    'addresses are whole',
    'See https://a.example/b?c=1, or mail jo.d@post.example.',
    ['See', 'https://a.example/b?c=1', ',', 'or', 'mail', 'jo.d@post.example', '.'],
  ],
  ['handles and hashtags are whole', '.@tide_watch, #SaveQuay', ['.', '@tide_watch', ',', '#SaveQuay']],
  ['names of the fediverse are whole', 'at @rin@shore.example now', ['at', '@rin@shore.example', 'now']],
  ['numbers keep their points', '$1.13bn and 1,000', ['$', '1.13', 'bn', 'and', '1,000']],
  ['an ampersand joins letters', 'AT&T and P&O', ['AT&T', 'and', 'P&O']],
  ['a missing space does not make an address', 'It ended.Then it rained', ['It', 'ended', '.', 'Then', 'it', 'rained']],
])('%s', (_, text, expected) => {
  expect(words(text)).toEqual(expected);
});

test('script without spaces is parted into words', () => {
  expect(words('東京都は発表した').length).toBeGreaterThan(2);
  expect(words('東京都は発表した').join('')).toBe('東京都は発表した');
});

test('offsets are those of the text, in order, and leave out only spaces', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      let place = 0;
      for (const token of tokenise(text)) {
        expect(text.slice(token.start, token.end)).toBe(token.text);
        expect(text.slice(place, token.start).replace(/[\s\u200B\uFEFF\u2060]/gu, '')).toBe('');
        expect(token.end).toBeGreaterThan(token.start);
        expect(token.glued).toBe(token.start === place && place > 0);
        place = token.end;
      }
      expect(text.slice(place).replace(/[\s\u200B\uFEFF\u2060]/gu, '')).toBe('');
    }),
  );
});

test('lone surrogates are tokens', () => {
  expect(words('a\ud800b')).toEqual(['a', '\ud800', 'b']);
});

test.each([
  ['one letter', 'a'],
  ['dotted letters', 'A.'],
  ['dots', '.'],
  ['at signs', '@a'],
  ['hyphens', 'a-'],
  ['mixed scripts', 'a漢'],
  ['apostrophes', "a'"],
  ['digits', '1,'],
])('a very long text of %s is read', (_, unit) => {
  const text = unit.repeat(200_000 / unit.length);
  expect(tokenise(text).at(-1)?.end).toBe(text.length);
});
