import fc from 'fast-check';
import { expect, it } from 'vitest';
import { markdownKey, type Selected } from './markdown-keys.ts';

/** "a [b] c": the brackets stand around what is selected. */
function selected(text: string): Selected {
  const start = text.indexOf('[');
  const end = text.indexOf(']') - 1;
  return { value: text.replace('[', '').replace(']', ''), start, end };
}

function pressed(key: string, text: string): string | undefined {
  const result = markdownKey(key, selected(text));
  if (result === undefined) return undefined;
  const { value, start, end } = result;
  return `${value.slice(0, start)}[${value.slice(start, end)}]${value.slice(end)}`;
}

it('makes words bold or italic, and takes it back', () => {
  expect(pressed('b', 'a [word] more')).toBe('a **[word]** more');
  expect(pressed('b', 'a **[word]** more')).toBe('a [word] more');
  expect(pressed('i', 'a [word ]more')).toBe('a *[word]* more');
  expect(pressed('i', 'a **[word]** more')).toBe('a ***[word]*** more');
  expect(pressed('i', 'a ***[word]*** more')).toBe('a **[word]** more');
  expect(pressed('b', 'a ***[word]*** more')).toBe('a *[word]* more');
});

it('puts the cursor between the signs where nothing is selected', () => {
  expect(pressed('b', 'a []')).toBe('a **[]**');
});

it('makes a link of words or of an address, and selects what is still to be written', () => {
  const words = markdownKey('k', { value: 'see here', start: 4, end: 8 });
  expect(words).toMatchObject({ value: 'see [here](https://)', start: 11, end: 19 });
  const address = markdownKey('k', { value: 'see https://a.example/', start: 4, end: 22 });
  expect(address).toMatchObject({ value: 'see [](https://a.example/)', start: 5, end: 5 });
});

it('leaves other keys alone', () => {
  expect(pressed('z', 'a [word]')).toBeUndefined();
});

it('pressed twice leaves the words as they were, whatever they are', () => {
  const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', 'é', '🙂', '_') });
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), fc.constantFrom('b', 'i'), (value, one, other, key) => {
      const [start = 0, end = 0] = [one % (value.length + 1), other % (value.length + 1)].sort((a, b) => a - b);
      const once = markdownKey(key, { value, start, end });
      expect(once && markdownKey(key, once)?.value).toBe(value);
    }),
  );
});
