// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { atOnce } from '../slices.ts';
import { copyPage, type PageCopy } from './copy-page.ts';

function copyOf(html: string): PageCopy {
  document.body.innerHTML = html;
  return atOnce(copyPage(document));
}

function wordsOf({ runOf }: PageCopy): string[] {
  return [...runOf.values()].map(({ words }) => words);
}

it('joins words parted by emphasis, and knows the live nodes that each of them came from', () => {
  const copy = copyOf('<p>The <i>ferry</i> <b>to <em>Tallow</em></b> Bay</p>');
  expect(copy.document.body.innerHTML).not.toMatch(/<[ib]>|<em>/);
  expect(wordsOf(copy)).toEqual(['The ferry to Tallow Bay']);
  const [run] = copy.runOf.values();
  expect(run?.nodes.map((node) => node.data)).toEqual(['The ', 'ferry', ' ', 'to ', 'Tallow', ' Bay']);
  expect(run?.nodes.every((node) => document.body.contains(node))).toBe(true);
});

it('keeps links, breaks, and emphasis that the page has given a name', () => {
  const copy = copyOf('<p>The <a href="/ferry">ferry</a><br>to <b class="credit">Tallow</b> Bay</p>');
  expect(wordsOf(copy)).toEqual(['The ', 'ferry', 'to ', 'Tallow', ' Bay']);
  expect(copy.document.querySelectorAll('a[href], br, b.credit').length).toBe(3);
});

it('tells in which boxes each element was', () => {
  const { document: page, boxes } = copyOf('<div><p><a href="/x">x</a></p></div><p>y</p>');
  const numberOf = (selector: string) => Number(page.querySelector(selector)?.getAttribute('data-pressmark'));
  expect(boxes[numberOf('a')]).toBe(numberOf('div > p'));
  expect(boxes[numberOf('div > p')]).toBe(numberOf('div'));
  expect(boxes[numberOf('body > p')]).toBe(numberOf('body'));
});

it('reads what a page has of text up to a bound, in the order of the page', () => {
  const letters = 'word '.repeat(20_000);
  const copy = copyOf(`<p>${letters}</p>`.repeat(30));
  const read = wordsOf(copy).reduce((sum, words) => sum + words.length, 0);
  expect(read).toBeGreaterThanOrEqual(1_000_000);
  expect(read).toBeLessThan(1_200_000);
  expect(copy.reading[0]).toBe(document.querySelector('p')?.firstChild);
});

it('leaves the page as it was', () => {
  const html = '<p onclick="x()">The <i>ferry</i></p><form><input name="childNodes"><p>in a form</p></form>';
  const copy = copyOf(html);
  expect(document.body.innerHTML).toBe(html);
  expect(copy.document.body.innerHTML).not.toContain('onclick');
});
