// @vitest-environment happy-dom
// Layout is the browser's: here the caret and the letters' boxes are told, the rest is ours.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { indexRanges } from './range-index.ts';

let pointed: { offsetNode: Node; offset: number } | null = null;
const box = { left: 0, right: 100, top: 0, bottom: 20 };

/** Points at a letter; its text's boxes lie from 0/0 to 100/20 px. */
function pointAt(selector: string, offset: number): void {
  const node = document.querySelector(selector)?.firstChild;
  if (!node) throw new Error(`no text in ${selector}`);
  pointed = { offsetNode: node, offset };
}

function rangeOver(start: [string, number], end: [string, number]): Range {
  const range = document.createRange();
  range.setStart(document.querySelector(start[0])?.firstChild ?? document, start[1]);
  range.setEnd(document.querySelector(end[0])?.firstChild ?? document, end[1]);
  return range;
}

beforeEach(() => {
  document.body.innerHTML = '<p id="one">first words</p><p id="two">second words</p><p id="three">third words</p>';
  Object.defineProperty(document, 'caretPositionFromPoint', { configurable: true, value: () => pointed });
  vi.spyOn(Range.prototype, 'getClientRects').mockImplementation(() =>
    Object.assign([new DOMRect(box.left, box.top, box.right, box.bottom)], { item: () => null }),
  );
});

afterEach(() => {
  vi.restoreAllMocks();
  Reflect.deleteProperty(document, 'caretPositionFromPoint');
});

describe('the index of ranges', () => {
  it('answers all that lies under the point, the shortest first', () => {
    const whole = document.createRange();
    whole.selectNodeContents(document.body);
    const index = indexRanges(document, [
      { range: whole, value: 'page' },
      { range: rangeOver(['#one', 6], ['#three', 5]), value: 'three blocks' },
      { range: rangeOver(['#two', 0], ['#two', 6]), value: 'word' },
      { range: rangeOver(['#three', 0], ['#three', 5]), value: 'elsewhere' },
    ]);
    pointAt('#two', 3);
    expect(index.at(10, 10)).toEqual(['word', 'three blocks', 'page']);
    pointAt('#two', 9);
    expect(index.at(10, 10)).toEqual(['three blocks', 'page']);
    pointAt('#one', 2);
    expect(index.at(10, 10)).toEqual(['page']);
  });

  it('answers nothing beside the letters, though the nearest caret is in their text', () => {
    const index = indexRanges(document, [{ range: rangeOver(['#one', 6], ['#one', 11]), value: 'end of line' }]);
    pointAt('#one', 11);
    expect(index.at(90, 10)).toEqual(['end of line']);
    expect(index.at(180, 10)).toEqual([]);
    expect(index.at(90, 60)).toEqual([]);
  });

  it('answers nothing where no text is, and nothing of text that was cut meanwhile', () => {
    const index = indexRanges(document, [{ range: rangeOver(['#one', 6], ['#one', 11]), value: 'words' }]);
    pointed = null;
    expect(index.at(10, 10)).toEqual([]);
    pointAt('#one', 3);
    const text = document.querySelector('#one')?.firstChild;
    if (text) text.nodeValue = 'firs';
    expect(index.at(10, 10)).toEqual([]);
  });

  it('leaves out the text before and after elements that a range begins or ends between', () => {
    const range = document.createRange();
    range.setStart(document.body, 1);
    range.setEnd(document.body, 2);
    const index = indexRanges(document, [{ range, value: 'second' }]);
    for (const [selector, expected] of [
      ['#one', []],
      ['#two', ['second']],
      ['#three', []],
    ] as const) {
      pointAt(selector, 2);
      expect(index.at(10, 10)).toEqual(expected);
    }
  });
});
