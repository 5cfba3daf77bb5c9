// Texts that are no article, read by the taggers that ship: nothing absurd is marked in them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { recognise, type Taggers } from './recognise.ts';
import { readTagger } from './tagger.ts';

const readFile = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../../public/models', name));
const en = readTagger(readFile('en.model'));
const taggers: Taggers = { en, 'en-caseless': readTagger(readFile('en-caseless.model'), en.lexicon) };

test.each([
  ['emoji', '🎉🎉 😀 👩‍👩‍👧 🚢🌊\n🏝️'.repeat(20)],
  ['marks that turn the direction of writing', '\u202e\u2066 \u200f\u202d\u2069\u061c'.repeat(50)],
  ['halves of characters', '\ud83d \udc4d\ud800\n'.repeat(50)],
  ['code', 'function add(a, b) {\n  return a + b;\n}\nconst total = add(1, 2);\nif (total > 3) log(total);\n'],
  ['a table of scores', 'P W D L F A Pts\n1 38 27 6 5 84 31 87\n2 38 25 8 5 79 40 83\nHT 1-0 FT 2-1 AET 3-2\n'],
  [
    'a list of prices',
    '12.40 +0.35 2.9%\n103.75 -1.20 -1.1%\nOpen High Low Close Volume\n41.20 42.05 40.90 1,204,300\n',
  ],
  [
    'a poem',
    'The tide comes in, the tide goes out,\nand nobody asks the moon what for;\nwe mend the net, we turn about,\nwe leave the lantern by the door.\n',
  ],
  ['the furniture of a page', 'Loading\nRead more\nShare\nSign up\nAdvertisement\n'],
  ['calls in capitals', 'STOP PRESS. READ MORE. SIGN UP NOW. BREAKING NEWS. LOADING. SHARE THIS STORY.'],
])('nothing is marked in %s', (_, text) => {
  const { mentions } = recognise({ text, links: [] }, taggers);
  expect(mentions.map(({ start, end }) => text.slice(start, end))).toEqual([]);
});

test('a sentence in capitals has its names', () => {
  const text = 'THE MAYOR OF BERLIN SAID ON MONDAY THAT ANGELA MERKEL WOULD SPEAK IN PARIS NEXT WEEK';
  const { mentions } = recognise({ text, links: [] }, taggers);
  const found = mentions.map(({ start, end, type }) => `${type} ${text.slice(start, end)}`);
  expect(found).toEqual(['Place BERLIN', 'Person ANGELA MERKEL', 'Place PARIS']);
});

test('of a text in several languages only the words of known ones are read', () => {
  const text =
    'Officials in London said on Monday that Angela Merkel would come to the talks, which are to begin there in a week. Министр сказал, что это не так, и уехал домой. ' +
    'The minister said he had agreed with Angela Merkel before the talks. 市長は返事をしなかった。';
  const { mentions } = recognise({ text, links: [] }, taggers);
  const found = mentions.map(({ start, end, type }) => `${type} ${text.slice(start, end)}`);
  expect(found).toEqual(['Place London', 'Person Angela Merkel', 'Person Angela Merkel']);
});
