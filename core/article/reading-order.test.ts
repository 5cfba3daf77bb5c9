// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { atOnce } from '../slices.ts';
import { readingOrder } from './reading-order.ts';

function read(html: string): string[] {
  document.body.innerHTML = html;
  return atOnce(readingOrder(document))
    .map((node) => ('data' in node ? node.data : '/'))
    .filter((words) => words.trim() !== '');
}

it('reads words and line breaks in the order of the page', () => {
  expect(read('<p>The <i>ferry</i><br>to <b>Tallow</b></p><p>Bay</p>')).toEqual([
    ...['The ', 'ferry', '/', 'to ', 'Tallow', 'Bay'],
  ]);
});

it('leaves out what no reader reads', () => {
  expect(read('<style>p{}</style><p>Bay</p><select><option>A</option></select><video>No video</video>')).toEqual([
    'Bay',
  ]);
});

it('reads shadow roots in place of their hosts', () => {
  document.body.innerHTML = '<p>One</p><x-box>hidden</x-box><p>Three</p>';
  const root = document.querySelector('x-box')?.attachShadow({ mode: 'open' });
  if (root) root.innerHTML = '<p>Two</p>';
  const words = atOnce(readingOrder(document)).map((node) => node.textContent);
  expect(words.filter((each) => each?.trim())).toEqual(['One', 'Two', 'Three']);
});

it('reads what a page has of text up to a bound', () => {
  const letters = 'word '.repeat(20_000);
  const words = read(`<p>${letters}</p>`.repeat(30)).reduce((sum, each) => sum + each.length, 0);
  expect(words).toBeGreaterThanOrEqual(1_000_000);
  expect(words).toBeLessThan(1_200_000);
});

it('is not led astray by a form field named like a property, and leaves the page as it was', () => {
  const html = '<p onclick="x()">The <i>ferry</i></p><form><input name="childNodes"><p>in a form</p></form>';
  expect(read(html)).toEqual(['The ', 'ferry', 'in a form']);
  expect(document.body.innerHTML).toBe(html);
});
