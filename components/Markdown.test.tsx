// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { Markdown } from './Markdown.tsx';
import { mount } from './mounting.ts';
import { wordsOfMarkdown } from './parse-markdown.ts';

const shown = (text: string): Element => mount(<Markdown text={text} />).querySelector('.markdown') as Element;

it('shows what a note is made of', () => {
  const root = shown('# Head\n\nSome **bold**, *slanted* and ~~old~~ words\nand a line\n\n- one\n- [x] two\n\n> said');
  expect(root.querySelector('.markdown-heading')?.textContent).toBe('Head');
  expect(root.querySelector('strong')?.textContent).toBe('bold');
  expect(root.querySelector('em')?.textContent).toBe('slanted');
  expect(root.querySelector('br')).not.toBeNull();
  expect([...root.querySelectorAll('li')].map((item) => item.textContent)).toEqual(['one', '☑ two']);
  expect(root.querySelector('blockquote')?.textContent).toBe('said');
});

it('opens links apart, and knows a bare address', () => {
  const link = shown('see https://courier.example/a?b=1&c=2').querySelector('a');
  expect(link?.getAttribute('href')).toBe('https://courier.example/a?b=1&c=2');
  expect(link?.rel).toBe('noopener noreferrer');
  expect(link?.target).toBe('_blank');
});

it.each([
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java\tscript:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x](vbscript:msgbox)',
  '[x](file:///etc/passwd)',
  '[x](library.html)',
  '<javascript:alert(1)>',
  '![x](javascript:alert(1))',
])('makes no link of %s', (text) => {
  const root = shown(text);
  expect(root.querySelector('a, img, script')).toBeNull();
  expect(root.textContent).not.toBe('');
});

it('shows HTML as it was typed', () => {
  const root = shown('<img src=x onerror=alert(1)> and <b>this</b>\n\n<script>alert(1)</script>');
  expect(root.querySelector('img, b, script')).toBeNull();
  expect(root.textContent).toContain('<img src=x onerror=alert(1)>');
  expect(root.textContent).toContain('<script>alert(1)</script>');
});

it('names a picture and does not load it', () => {
  const root = shown('![the quay](https://courier.example/quay.png)');
  expect(root.querySelector('img')).toBeNull();
  expect(root.querySelector('a')?.textContent).toBe('the quay');
});

it.each([
  ['quotes', '> '.repeat(5000)],
  ['lists', Array.from({ length: 400 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n')],
  ['emphasis', '*a '.repeat(6000)],
  ['brackets', '['.repeat(19_000)],
  ['length', 'word '.repeat(100_000)],
])('shows a note that is made to be too much, by its %s', (_, text) => {
  expect(shown(`${text} end`).textContent).toContain('end');
});

it('gives its bare words where there is little room', () => {
  expect(wordsOfMarkdown('# Head\n\nSome **bold** [link](https://courier.example)\nand\n\n- one\n- `two`')).toBe(
    'Head Some bold link and one · two',
  );
});
