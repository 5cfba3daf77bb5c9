import { expect, test } from 'vitest';
import { phraseHash } from './gazetteer.ts';
import { hashString } from './hash.ts';
import { tagTypes } from './labels.ts';
import { prepareText } from './prepared-text.ts';
import { nameElsewhere } from './same-name.ts';

const text = 'An analyst told Quartzer so. Quartzer asked again.';
const knownName = phraseHash([hashString('quartzer')]);

/** Where names stand, when the tagger finds the first "Quartzer" and is so sure of it. */
function found(likelihood: number, kindsOf: (phrase: number) => number): number[] {
  const words = { factsOf: () => ({ fine: 0, coarse: 0, codes: undefined, habit: 0 }) };
  const prepared = prepareText(text, { gazetteer: { kindsOf }, words }, false);
  const first = prepared.tokens.findIndex((token) => token.text === 'Quartzer');
  const type = tagTypes.indexOf('ORG');
  const name = { first, end: first + 1, type, likelihoods: [0, likelihood, 0, 0], reason: 'test' };
  return nameElsewhere(prepared, [name]).map((each) => prepared.tokens[each.first]?.start ?? -1);
}

const unknown = (): number => 0;
const known = (phrase: number): number => (phrase === knownName ? 1 : 0);

test('a name that the tagger is sure of is found again', () => {
  expect(found(0.9, unknown)).toEqual([16, 29]);
});

test('one that it is less sure of is found again only if it is a known name', () => {
  expect(found(0.7, unknown)).toEqual([16]);
  expect(found(0.7, known)).toEqual([16, 29]);
});

test('one that it doubts is not looked for', () => {
  expect(found(0.5, known)).toEqual([16]);
});
