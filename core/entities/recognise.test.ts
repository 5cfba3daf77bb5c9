import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RecogniseInput, Recognition } from './mention.ts';
import { recognise } from './recognise.ts';
import { readTagger } from './tagger.ts';
import { tokenise } from './tokens.ts';

const tagger = readTagger(readFileSync(join(import.meta.dirname, '../../public/models/en.model')));

const story = `Martin Keller used Twitter to invite French President Claire Dumont for a chat

Martin Keller at a launch in Berlin. PETER NOVAK/AFP via Getty Images

Siemens CEO Martin Keller on Saturday invited French President Claire Dumont to join him for a talk in Brussels.

“@Elysee_FR would you like to join me for a conversation?” Keller wrote on Twitter.

In a follow-up tweet, Keller wrote: “было бы большой честью поговорить с вами в Москве.” That means: “It would be a great honor to talk to you.”

Loading...

Load Error

Read more: Ten ways in which Gen Zers change the office

The European Union said it would watch the talks. Analysts told Reuters that the EU had little to gain from them, and Keller’s company declined to comment. Dumont has not answered Keller’s message.

Continue Reading`;

function namesOf({ mentions, entities }: Recognition): string[] {
  return entities.map(
    ({ name, type }, index) => `${type} ${name} ${mentions.filter(({ entity }) => entity === index).length}`,
  );
}

test('the people, organisations, places and handles of a story are found and grouped', () => {
  const found = namesOf(recognise({ text: story, links: [] }, tagger));
  expect(found).toEqual(
    expect.arrayContaining([
      'Person Martin Keller 7',
      'Person Claire Dumont 3',
      'Organization Twitter 2',
      'Organization European Union 2',
      'Organization Reuters 1',
      'Place Berlin 1',
      'Handle @Elysee_FR 1',
    ]),
  );
});

test('lines of the page, plain groups of people and words in another script are no names', () => {
  const { mentions } = recognise({ text: story, links: [] }, tagger);
  const marked = mentions.map(({ start, end }) => story.slice(start, end)).join('|');
  expect(marked).not.toMatch(/Load|Read|Gen|Zers|Continue|Saturday|French|CEO|President|\p{sc=Cyrillic}/u);
});

test('every mention tells why it is there and how sure it is', () => {
  for (const { reason, score } of recognise({ text: story, links: [] }, tagger).mentions) {
    expect(reason).not.toBe('');
    expect(score).toBeGreaterThanOrEqual(0.5);
    expect(score).toBeLessThanOrEqual(1);
  }
});

test('without a tagger only handles and hashtags are found', () => {
  const { entities, coverage } = recognise({ text: `${story} #summit`, links: [] }, undefined);
  expect(coverage).toBe('handles-only');
  expect(entities.map(({ name }) => name)).toEqual(['@Elysee_FR', '#summit']);
});

test.each([
  [
    'German',
    'Der Präsident traf am Montag in Berlin die Kanzlerin und sprach mit ihr über die Lage in der Stadt, die nicht einfach ist. @stadtnetz meldete sich nicht.',
  ],
  [
    'French',
    'Le président a rencontré lundi à Paris la ministre des Finances et les députés de la région, qui ne sont pas venus pour une visite. @mairie est sur place.',
  ],
  [
    'Russian',
    'Президент встретился в понедельник в Москве с министром финансов и обсудил с ним положение. @gorod молчит.',
  ],
])('a text in %s has handles only', (_, text) => {
  const { entities, coverage } = recognise({ text, links: [], lang: 'en' }, tagger);
  expect(coverage).toBe('handles-only');
  expect(entities).toHaveLength(1);
});

test('an empty text has nothing', () => {
  expect(recognise({ text: '', links: [] }, tagger).mentions).toEqual([]);
});

const pieces = fc.oneof(
  fc.constantFrom(
    'Rin Tamm',
    'the',
    'said',
    '@quay_bus',
    '#tide',
    'U.S.',
    '\n\n',
    '. ',
    '“',
    '”',
    'Tamm’s',
    'LONDON',
    'Москва',
    'r/tides',
    'of',
    'on X',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const texts = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(' '));

test('mentions of any text never overlap, begin and end at tokens, and name their entity', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const input: RecogniseInput = { text, links: [{ start: 0, end: text.length, href: 'https://x.com/quay_bus' }] };
      const { mentions, entities } = recognise(input, tagger);
      const tokens = tokenise(text);
      const starts = new Set(tokens.map((token) => token.start));
      const ends = new Set(tokens.map((token) => token.end));
      let place = 0;
      for (const mention of mentions) {
        expect(mention.start).toBeGreaterThanOrEqual(place);
        expect(mention.end).toBeGreaterThan(mention.start);
        if (mention.type !== 'Handle') {
          expect(starts.has(mention.start)).toBe(true);
          expect(ends.has(mention.end)).toBe(true);
        }
        expect(entities[mention.entity]?.type).toBe(mention.type);
        place = mention.end;
      }
      expect(place).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['one token', 'A'.repeat(1_000_000)],
  ['capitalised words', 'Rin Tamm of Ellery '.repeat(4_000)],
  ['handles', '@quay_bus '.repeat(50_000)],
  ['lone surrogates', '\ud800'.repeat(50_000)],
  ['different names', Array.from({ length: 5_000 }, (_, index) => `Mr Name${index} Tamm said`).join('. ')],
])('a very long text of %s is read', (_, text) => {
  const { mentions } = recognise({ text, links: [], lang: 'en' }, tagger);
  expect(mentions.every(({ end }) => end <= text.length)).toBe(true);
});
