import { expect, test } from 'vitest';
import { contract } from './contract.ts';

/** "Rio/B-LOC de/I-LOC": tokens with their label, or without one. */
const read = (marked: string) =>
  marked.split(' ').map((each) => {
    const [token = '', label = 'O'] = each.split('/');
    return { token, label };
  });

test.each([
  ['fala de o mar e de a terra', 'fala do mar e da terra'],
  ['Em a rua a as vezes', 'Na rua às vezes'],
  ['por os dois , em uma casa', 'pelos dois , numa casa'],
  ['Foz/B-LOC de/I-LOC o/I-LOC Arelho/I-LOC', 'Foz/B-LOC do/I-LOC Arelho/I-LOC'],
  ['de O/B-ORG Planeta/I-ORG', 'de O/B-ORG Planeta/I-ORG'],
  ['em o/B-PER outro', 'em o/B-PER outro'],
  ['de quem', 'de quem'],
])('%s', (parted, written) => {
  expect(contract(read(parted))).toEqual(read(written));
});
