// A thousand highlights on an article of ten thousand words that we write: on the same page, in a new template, edited.
import { anchor } from '../../core/anchoring/anchor.ts';
import { describe } from '../../core/anchoring/describe.ts';
import { indexSteps } from '../../core/anchoring/page-index.ts';
import type { Selector } from '../../core/annotation.ts';
import { type PageText, readPageText } from '../../core/text/page-text.ts';

export interface Scale {
  words: number;
  highlights: number;
  /** All in ms. */
  describeAll: number;
  changes: Record<string, { all: number; longestStep: number; states: Record<string, number> }>;
}

const wordCount = 10_000;
const highlightCount = 1000;

export function measureScale(): Scale {
  const next = chance(20261122);
  const words = vocabulary(next);
  const paragraphs = write(next, words);
  show(['Home News World Sport', ...paragraphs, 'About us Contact Terms']);
  const page = readPageText(document);
  const lengths = [5, 14, 40, 120, 280];
  const ranges = Array.from({ length: highlightCount }, (_, index) => {
    const start = page.text.indexOf(' ', Math.floor(next() * (page.text.length - 400))) + 1;
    return page.rangeAt(start, page.text.indexOf(' ', start + (lengths[index % lengths.length] ?? 5)));
  });
  const began = performance.now();
  const fresh = readPageText(document);
  const described = ranges.map((range) => (range && describe(range, fresh)) ?? []);
  const describeAll = performance.now() - began;
  const edit = (text: string) =>
    text.replace(/[a-z]+/g, (word) => (next() < 0.06 ? (words[Math.floor(next() * words.length)] ?? word) : word));
  const changes: Scale['changes'] = {};
  changes.same = measure(described);
  show([
    'Another menu of other things',
    'Subscribe',
    ...paragraphs.flatMap((text, index) => (index % 9 === 4 ? [text, 'Advertisement: buy this'] : [text])),
    'Imprint',
  ]);
  changes.template = measure(described);
  show(['Menu', ...paragraphs.map(edit).filter((_, index) => index % 23 !== 3), 'Imprint']);
  changes.edited = measure(described);
  return { words: wordCount, highlights: highlightCount, describeAll, changes };
}

/** The work is put down after each step (see core/slices.ts): the longest one tells how long a task can be. */
function measure(described: readonly (readonly Selector[])[]): Scale['changes'][string] {
  const states: Record<string, number> = {};
  let all = 0;
  let longestStep = 0;
  const step = <Result>(work: () => Result): Result => {
    const began = performance.now();
    const result = work();
    const took = performance.now() - began;
    all += took;
    longestStep = Math.max(longestStep, took);
    return result;
  };
  const page: PageText = step(() => readPageText(document));
  const indexing = indexSteps(page);
  while (step(() => indexing.next()).done !== true);
  for (const selectors of described) {
    const { state } = step(() => anchor(page, selectors));
    states[state] = (states[state] ?? 0) + 1;
  }
  return { all, longestStep, states };
}

function show(paragraphs: readonly string[]): void {
  document.body.replaceChildren(
    ...paragraphs.map((text) => {
      const paragraph = document.createElement('p');
      paragraph.textContent = text;
      return paragraph;
    }),
  );
}

/** Words as a language has them: short ones often, long ones seldom. */
function vocabulary(next: () => number): string[] {
  const syllables = 'ba ce di fo gu ha ki lo mu ne pa ra si to vu we ya zo an er in on st th'.split(' ');
  const word = (length: number) =>
    Array.from({ length }, () => syllables[Math.floor(next() * syllables.length)] ?? 'ba').join('');
  return Array.from({ length: 2500 }, (_, rank) => word(1 + Math.floor(Math.log2(rank + 2) / 3)));
}

function write(next: () => number, words: readonly string[]): string[] {
  // By Zipf's law, roughly.
  const word = () => words[Math.floor(words.length ** next()) - 1] ?? 'ba';
  const sentence = () => `${Array.from({ length: 8 + Math.floor(next() * 18) }, word).join(' ')}.`;
  const paragraphs: string[] = [];
  for (let count = 0; count < wordCount; ) {
    const paragraph = Array.from({ length: 3 }, sentence).join(' ');
    count += paragraph.split(' ').length;
    paragraphs.push(paragraph);
  }
  return paragraphs;
}

/** The same numbers in every run, 0 to 1. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}
