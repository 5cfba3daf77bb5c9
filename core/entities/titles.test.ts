import { expect, test } from 'vitest';
import { withCredits } from './credits.ts';
import { tagTypes } from './labels.ts';
import { type Lexicon, prepareText } from './prepared-text.ts';
import type { TaggedName } from './tagger.ts';
import { isGeneration, withoutBareTitles, withoutTitles } from './titles.ts';

const lexicon: Lexicon = {
  gazetteer: { kindsOf: () => 0 },
  words: { factsOf: () => ({ fine: 0, coarse: 0, codes: undefined, habit: 0 }) },
};

const person = tagTypes.indexOf('PER');

/** A text with its names in brackets, as a tagger might have found them. */
function read(marked: string): { text: ReturnType<typeof prepareText>; names: TaggedName[] } {
  const text = prepareText(marked.replace(/[[\]]/gu, ''), lexicon, false);
  let removed = 0;
  const names = [...marked.matchAll(/\[([^\]]*)\]/gu)].map(({ index, 1: words = '' }) => {
    const start = index - removed;
    removed += 2;
    const first = text.tokens.findIndex((token) => token.start === start);
    const end = text.tokens.findIndex((token) => token.end === start + words.length) + 1;
    return { first, end, type: person, likelihoods: [1, 0, 0, 0], reason: 'test' };
  });
  return { text, names };
}

function show({ text }: { text: ReturnType<typeof prepareText> }, names: readonly TaggedName[]): string[] {
  return names.map(({ first, end }) => text.text.slice(text.tokens[first]?.start ?? 0, text.tokens[end - 1]?.end ?? 0));
}

test.each([
  ['[Datuk Seri Rahim Osman] spoke.', 'Rahim Osman'],
  ['[Baroness Kershaw] spoke.', 'Kershaw'],
  ['[Dr. Ines Falk] spoke.', 'Ines Falk'],
  ['[Edgar Lund QC] spoke.', 'Edgar Lund'],
  ['[Edgar Lund, MP] spoke.', 'Edgar Lund'],
  ['[Mayor] spoke.', 'Mayor'],
  ['[Bishop Lund] spoke.', 'Bishop Lund'],
  ['[Bishop Ines Lund] spoke.', 'Ines Lund'],
])('of %s the title is no part', (marked, expected) => {
  const given = read(marked);
  expect(
    show(
      given,
      given.names.map((name) => withoutTitles(given.text, name)),
    ),
  ).toEqual([expected]);
});

test('a bare title is nobody, unless someone is called so', () => {
  const crowned = read('They waited for the [King] at noon.');
  expect(withoutBareTitles(crowned.text, crowned.names)).toEqual([]);
  const called = read('[Ada King] came. They waited for the [King] of crime novels.');
  expect(show(called, withoutBareTitles(called.text, called.names))).toEqual(['Ada King', 'King']);
  const player = read('Roberts; [King], Richards; Payne');
  expect(show(player, withoutBareTitles(player.text, player.names))).toEqual(['King']);
});

test('the photographer of a picture credit is found, whatever stands before', () => {
  const given = read('Ida Moen at the quay. TOM BERG/AFP via Getty Images');
  expect(show(given, withCredits(given.text, given.names))).toEqual(['TOM BERG']);
});

test('a slash beside other words is no credit', () => {
  const given = read('The line from Oslo/Bergen and a/AP test.');
  expect(withCredits(given.text, [])).toEqual([]);
  expect(withCredits(read('The Oslo/Bergen line').text, [])).toEqual([]);
});

test.each([
  ['[Gen Z] votes.', true],
  ['Hundreds of [Gen Zers] came.', true],
  ['A [Gen X] band played.', true],
  ['[Gen Falk] spoke.', false],
  ['[Ines Falk] of the Z group spoke.', false],
])('whether %s names an age: %s', (marked, expected) => {
  const { text, names } = read(marked);
  expect(names.map((name) => isGeneration(text, name))).toEqual([expected]);
});
