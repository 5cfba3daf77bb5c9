import { expect, test } from 'vitest';
import { groupMentions } from './grouping.ts';
import { tagTypes } from './labels.ts';

/** "PER Rin Tamm" or, less sure, "PER.6 Tamm". */
function groups(...mentions: string[]): string[] {
  const parsed = mentions.map((mention) => {
    const [, tag = '', likelihood = '', surface = ''] = /^([A-Z]+)(\.\d+)? (.*)$/u.exec(mention) ?? [];
    const likely = likelihood === '' ? 1 : Number(likelihood);
    return {
      surface,
      likelihoods: tagTypes.map((type) => (type === tag ? likely : (1 - likely) / (tagTypes.length - 1))),
    };
  });
  return groupMentions(parsed).map(({ name, type, members }) => `${tagTypes[type]} ${name} ${members.join(',')}`);
}

test.each([
  ['a surname joins the full name', ['PER Rin Tamm', 'PER Tamm', 'PER Tamm'], ['PER Rin Tamm 0,1,2']],
  ['a first name joins it', ['PER Rin Tamm', 'PER Rin'], ['PER Rin Tamm 0,1']],
  ['the short form may come first', ['PER Tamm', 'PER Rin Tamm'], ['PER Rin Tamm 0,1']],
  [
    'a surname that two share stays apart',
    ['PER Rin Tamm', 'PER Ola Tamm', 'PER Tamm'],
    ['PER Rin Tamm 0', 'PER Ola Tamm 1', 'PER Tamm 2'],
  ],
  [
    'middle initials and Jr. part no one',
    ['PER Rin J. Tamm Jr.', 'PER Rin Tamm', 'PER Tamm'],
    ['PER Rin J. Tamm Jr. 0,1,2'],
  ],
  ['capitals of a credit part no one', ['PER RIN TAMM', 'PER Rin Tamm'], ['PER Rin Tamm 0,1']],
  ['an acronym joins its name', ['ORG Harbour Safety Board', 'ORG HSB'], ['ORG Harbour Safety Board 0,1']],
  ['an acronym skips small words', ['ORG Bank of Port Ellery', 'ORG BPE'], ['ORG Bank of Port Ellery 0,1']],
  ['the European Union is the EU', ['ORG EU', 'ORG European Union'], ['ORG European Union 0,1']],
  ['the U.S. is the United States', ['LOC U.S.', 'LOC United States', 'LOC US'], ['LOC United States 0,1,2']],
  ['a company is the same without its ending', ['ORG Tessel Corp.', 'ORG Tessel'], ['ORG Tessel Corp. 0,1']],
  ['a city does not join a person', ['PER Denzel Lincoln', 'LOC Lincoln'], ['PER Denzel Lincoln 0', 'LOC Lincoln 1']],
  ['apostrophes of both kinds are one', ['PER Jo O’Neill', "PER Jo O'Neill"], ['PER Jo O’Neill 0,1']],
])('%s', (_, mentions, expected) => {
  expect(groups(...mentions)).toEqual(expected);
});

test('a group has one type: the likeliest over all its mentions', () => {
  expect(groups('ORG.5 Rin Tamm', 'PER.9 Rin Tamm', 'PER Tamm', 'ORG.4 Tamm')).toEqual(['PER Rin Tamm 0,1,2,3']);
});

test('many names of one surname are still grouped', () => {
  const names = Array.from({ length: 5000 }, (_, index) => `PER First${index} Tamm`);
  expect(groups(...names, 'PER Tamm')).toHaveLength(5001);
});
