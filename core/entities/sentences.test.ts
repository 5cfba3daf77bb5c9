import { expect, test } from 'vitest';
import { splitSentences } from './sentences.ts';
import { tokenise } from './tokens.ts';

function sentences(text: string): string[] {
  const tokens = tokenise(text);
  return splitSentences(text, tokens).map(({ first, end }) =>
    text.slice(tokens[first]?.start ?? 0, tokens[end - 1]?.end ?? 0),
  );
}

test.each([
  ['full stops and questions end sentences', 'It rained. Did it? Yes!', ['It rained.', 'Did it?', 'Yes!']],
  ['titles and initials end none', 'Mr. Tamm met J. Orr. He left.', ['Mr. Tamm met J. Orr.', 'He left.']],
  [
    'a shortened name ends one before a word that begins them',
    'He is in the U.S. The talks go on.',
    ['He is in the U.S.', 'The talks go on.'],
  ],
  ['a shortened name ends none before a name', 'The U.S. Senate voted.', ['The U.S. Senate voted.']],
  ['a closing quote belongs to its sentence', '“It is late.” She left.', ['“It is late.”', 'She left.']],
  ['a line break ends one', 'Ferry talks fail\n\nThe ferry stays', ['Ferry talks fail', 'The ferry stays']],
])('%s', (_, text, expected) => {
  expect(sentences(text)).toEqual(expected);
});

test('words without an end are cut, so that no sentence is long', () => {
  const tokens = tokenise('word '.repeat(2000));
  for (const { first, end } of splitSentences('word '.repeat(2000), tokens))
    expect(end - first).toBeLessThanOrEqual(250);
});
