// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import type { Mention } from '../../core/entities/mention.ts';
import { paintWith } from './paint.ts';
import { type PlacedMention, type Reading, standOf } from './reading.ts';

function placed(words: string, type: Mention['type'], entity: number): PlacedMention {
  const text = document.body.appendChild(document.createElement('p')).appendChild(document.createTextNode(words));
  const range = document.createRange();
  range.selectNodeContents(text);
  return { mention: { start: 0, end: words.length, type, score: 1, reason: 'test', entity }, ...standOf(range) };
}

const reading: Reading = {
  metadata: { url: 'https://news.example/', title: 'News' },
  text: undefined,
  annotations: [],
  recognition: undefined,
  recognised: 0,
  mentions: [placed('Maria Silva', 'Person', 0), placed('Silva', 'Person', 0), placed('Lisbon', 'Place', 1)],
  settings: {
    marksShown: true,
    kindsOff: [],
    firstOnly: false,
    toolbarShown: true,
    appearance: 'auto',
    colourNames: {},
  },
  filter: {},
  focus: undefined,
  flash: undefined,
};

function start() {
  const painted = vi.fn();
  return { paint: paintWith({ paint: painted }), painted };
}

test('paints each kind in its own layer, in one go', () => {
  const { paint, painted } = start();
  paint(reading);
  expect(painted.mock.calls.map(([layer, ranges]) => [layer, ranges.map(String)])).toEqual([
    ['person', ['Maria Silva', 'Silva']],
    ['place', ['Lisbon']],
  ]);
});

test('touches only what differs when a name is looked at', () => {
  const { paint, painted } = start();
  paint(reading);
  painted.mockClear();
  paint({ ...reading, focus: 0 });
  expect(painted.mock.calls.map(([layer]) => layer)).toEqual(['focus']);
});

test('leaves out the kinds that the reader does not want marked', () => {
  const { paint, painted } = start();
  paint({ ...reading, settings: { ...reading.settings, kindsOff: ['Person'] } });
  expect(painted.mock.calls.map(([layer]) => layer)).toEqual(['place']);
});

const named = {
  mentions: [],
  entities: [
    { name: 'Maria Silva', type: 'Person' as const },
    { name: 'Lisbon', type: 'Place' as const },
  ],
  coverage: 'all' as const,
};

test('marks the first mention alone where the reader wants it, and all of a name that is looked at', () => {
  const { paint, painted } = start();
  paint({ ...reading, settings: { ...reading.settings, firstOnly: true }, focus: 0 });
  expect(painted.mock.calls.map(([layer, ranges]) => [layer, ranges.map(String)])).toEqual([
    ['person', ['Maria Silva']],
    ['place', ['Lisbon']],
    ['focus', ['Maria Silva', 'Silva']],
  ]);
});

test('marks one kind or one name alone while the reader looks for it, also where marks are off', () => {
  const { paint, painted } = start();
  const off = { ...reading, recognition: named, settings: { ...reading.settings, marksShown: false } };
  paint({ ...off, filter: { type: 'Place' } });
  paint({ ...off, filter: { name: { name: 'Maria Silva', type: 'Person' } } });
  expect(painted.mock.calls.map(([layer, ranges]) => [layer, ranges.map(String)])).toEqual([
    ['place', ['Lisbon']],
    ['place', []],
    ['person', ['Maria Silva', 'Silva']],
  ]);
});

test('takes everything off when the page is left', () => {
  const { paint, painted } = start();
  paint({ ...reading, focus: 1 });
  painted.mockClear();
  paint(undefined);
  expect(painted.mock.calls).toEqual([
    ['person', []],
    ['place', []],
    ['focus', []],
  ]);
});
