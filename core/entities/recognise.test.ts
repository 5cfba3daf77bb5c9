import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RecogniseInput, Recognition } from './mention.ts';
import { recognise, recogniseInSteps, type Taggers } from './recognise.ts';
import { readTagger } from './tagger.ts';
import { tokenise } from './tokens.ts';

const readFile = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../../public/models', name));
const en = readTagger(readFile('en.model'));
const taggers: Taggers = {
  en,
  'en-caseless': readTagger(readFile('en-caseless.model'), en.lexicon),
  pt: readTagger(readFile('pt.model'), en.lexicon),
};

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
  const found = namesOf(recognise({ text: story, links: [] }, taggers));
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
  const { mentions } = recognise({ text: story, links: [] }, taggers);
  const marked = mentions.map(({ start, end }) => story.slice(start, end)).join('|');
  expect(marked).not.toMatch(/Load|Read|Gen|Zers|Continue|Saturday|French|CEO|President|\p{sc=Cyrillic}/u);
});

test('every mention tells why it is there and how sure it is', () => {
  for (const { reason, score } of recognise({ text: story, links: [] }, taggers).mentions) {
    expect(reason).not.toBe('');
    expect(score).toBeGreaterThanOrEqual(0.5);
    expect(score).toBeLessThanOrEqual(1);
  }
});

test('without a tagger only handles and hashtags are found', () => {
  const { entities, coverage } = recognise({ text: `${story} #summit`, links: [] }, {});
  expect(coverage).toBe('handles-only');
  expect(entities.map(({ name }) => name)).toEqual(['@Elysee_FR', '#summit']);
});

test.each([
  [
    'German',
    'Der Präsident traf am Montag in Brüssel die Kanzlerin und sprach mit ihr über die Lage in der Stadt, die nicht einfach ist. @stadtnetz meldete sich nicht.',
  ],
  [
    'French',
    'Le président a rencontré lundi à la mairie la ministre des Finances et les députés de la région, qui ne sont pas venus pour une visite. @mairie est sur place.',
  ],
  [
    'Russian',
    'Президент встретился в понедельник в Москве с министром финансов и обсудил с ним положение. @gorod молчит.',
  ],
])('a text in %s is not read by the tagger', (_, text) => {
  const { entities, coverage } = recognise({ text, links: [], lang: 'en' }, taggers);
  expect(coverage).toBe('known-names');
  expect(entities).toHaveLength(1);
});

test('in another language well-known names are marked, and words that only look like one are not', () => {
  const text =
    'Der Präsident sprach am Montag mit Angela Merkel und dem Chef von Microsoft über die Lage in Frankfurt und das Essen, die nicht einfach ist.';
  const { entities } = recognise({ text, links: [] }, taggers);
  expect(entities.map(({ name, type }) => `${type} ${name}`)).toEqual(
    expect.arrayContaining(['Person Angela Merkel', 'Organization Microsoft']),
  );
  expect(entities.map(({ name }) => name)).not.toContain('Essen');
});

test('a Portuguese text is read by its own tagger', () => {
  const text =
    'O presidente da Câmara de Lisboa, Tomás Queiroga, disse ontem que não vai demitir-se. Queiroga falou com os jornalistas em Coimbra, onde está também a ministra da Saúde.';
  const { entities, coverage } = recognise({ text, links: [] }, taggers);
  expect(coverage).toBe('all');
  expect(entities.map(({ name, type }) => `${type} ${name}`)).toEqual(
    expect.arrayContaining(['Person Tomás Queiroga', 'Place Coimbra']),
  );
});

const plainNews =
  'The prime minister of Norway met Angela Merkel in Berlin on Monday, and they talked about the trade with China. A spokesman of Microsoft said that the company would not comment on it.';

test.each([
  ['small letters', plainNews.toLowerCase()],
  ['capitals', plainNews.toUpperCase()],
  ['a capital on every word', plainNews.replace(/\b\p{Ll}/gu, (letter) => letter.toUpperCase())],
])('names are found in a text written in %s', (_, text) => {
  const { entities, coverage } = recognise({ text, links: [] }, taggers);
  expect(coverage).toBe('all');
  expect(entities.map(({ name, type }) => `${type} ${name.toLowerCase()}`)).toEqual(
    expect.arrayContaining(['Place norway', 'Person angela merkel', 'Place berlin', 'Place china']),
  );
});

test.each([
  ['emoji', '😀 🎉🎉 👩‍👩‍👧 🇩🇪 '.repeat(50)],
  ['bidi controls', '\u202Ethe\u202C \u2066of\u2069 and\u200F to '.repeat(50)],
  ['a table of scores', 'P W D L Pts\n1 14 9 3 2 30\n2 14 8 4 2 28\n3 14 7 4 3 25\n'.repeat(20)],
  ['code', 'const value = list.map((each) => each.size + 1);\nif (value > 3) { return value; }\n'.repeat(20)],
])('a text of %s has no names', (_, text) => {
  expect(recognise({ text, links: [] }, taggers).mentions).toEqual([]);
});

test('the answer is the same however the work is cut into pieces', () => {
  const input: RecogniseInput = { text: story, links: [] };
  const steps = recogniseInSteps(input, taggers);
  let pieces = 0;
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      expect(step.value).toEqual(recognise(input, taggers));
      break;
    }
    pieces++;
    // Another text in between, as another tab would ask.
    if (pieces % 3 === 0) recognise({ text: 'Rin Tamm met Ellery Voss in Oslo.', links: [] }, taggers);
  }
  expect(pieces).toBeGreaterThan(5);
});

test('an empty text has nothing', () => {
  expect(recognise({ text: '', links: [] }, taggers).mentions).toEqual([]);
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
      const { mentions, entities } = recognise(input, taggers);
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
  ['two million letters', 'The mayor of Oslo said that. '.repeat(70_000)],
  ['different names', Array.from({ length: 5_000 }, (_, index) => `Mr Name${index} Tamm said`).join('. ')],
])('a very long text of %s is read', (_, text) => {
  const { mentions } = recognise({ text, links: [], lang: 'en' }, taggers);
  expect(mentions.every(({ end }) => end <= text.length)).toBe(true);
});
