// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { selectedRange } from './selection.ts';

const ours = document.createElement('div');

beforeEach(() => {
  document.body.innerHTML = `<p id="words">Maria Silva said so.</p><p id="empty">   </p>
    <div contenteditable="true"><p id="typed">Typed words</p></div>
    <div role="textbox"><p id="box">Typed words</p></div>`;
  document.body.append(ours);
  ours.textContent = 'Our own words';
});

function select(element: Element | null): void {
  const text = element?.firstChild;
  if (!(text instanceof Text)) throw new Error('No text');
  document.getSelection()?.setBaseAndExtent(text, 0, text, text.length);
}

test('finds the words of the page that are selected, as a range of its own', () => {
  select(document.querySelector('#words'));
  const range = selectedRange(document, ours);
  document.getSelection()?.removeAllRanges();
  expect(range?.toString()).toBe('Maria Silva said so.');
});

test.each([
  ['white space alone', '#empty'],
  ['a field that is part of the page', '#typed'],
  ['what a page calls a text box', '#box'],
])('finds nothing in %s', (_name, where) => {
  select(document.querySelector(where));
  expect(selectedRange(document, ours)).toBeUndefined();
});

test('finds nothing in our own elements', () => {
  select(ours);
  expect(selectedRange(document, ours)).toBeUndefined();
});

test('finds nothing where nothing is selected', () => {
  document.getSelection()?.removeAllRanges();
  expect(selectedRange(document, ours)).toBeUndefined();
});
