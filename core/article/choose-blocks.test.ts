import { expect, it } from 'vitest';
import { chooseBlocks } from './choose-blocks.ts';

const at = (box: number, outerBox: number) => ({ length: 100, kind: 0, box, outerBox });
const body = at(1, 0);
const inQuote = at(2, 1);
const elsewhere = at(3, 0);
const none = [false, false, false];

it('takes blocks with a good score', () => {
  expect(chooseBlocks([0.9, 0.1, 0.6], [body, body, body], none)).toEqual([true, false, true]);
});

it('takes a doubtful one between two that are the article’s, in their box or one level deeper', () => {
  expect(chooseBlocks([0.9, 0.35, 0.9], [body, inQuote, body], none)).toEqual([true, true, true]);
  expect(chooseBlocks([0.9, 0.35, 0.9], [body, elsewhere, body], none)).toEqual([true, false, true]);
  expect(chooseBlocks([0.9, 0.35, 0.1], [body, inQuote, body], none)).toEqual([true, false, false]);
});

it('takes none that is decided on already', () => {
  expect(chooseBlocks([0.9, 0.9, 0.9], [body, body, body], [false, true, false])).toEqual([true, false, true]);
});
