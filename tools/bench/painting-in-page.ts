// The half of the painting benchmark that runs in a page: a thousand ranges on an article of ten thousand words.
import { colours } from '../../core/annotation.ts';
import { createPainter, type Painter } from '../../core/painting/painter.ts';
import { indexRanges } from '../../core/painting/range-index.ts';
import { readPageText } from '../../core/text/page-text.ts';

export interface Painted {
  ranges: number;
  /** Of the calls that paint, and until the frame after them, ms. */
  paintMs: number;
  frameMs: number;
  nodesAdded: number;
  /** Elements whose computed style is another one. */
  stylesChanged: number;
  /** Asking what lies under the pointer, ms, 95 of 100. */
  pointerMs: number;
  pointerFound: number;
}

const rangeCount = 1000;
const wordCount = 10_000;

/** Rules that are handed to the page as the extension's own are: in no element. */
export function startPainter(): Painter {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return createPainter({ document, setStyles: (css) => sheet.replaceSync(css) });
}

export async function measurePainting(): Promise<Painted> {
  const words = 'the ferry left the harbour before the tide turned and nobody on the quay knew why it had'.split(' ');
  for (let paragraph = 0; paragraph < wordCount / 100; paragraph++) {
    const element = document.body.appendChild(document.createElement('p'));
    for (let line = 0; line < 5; line++) {
      const text = Array.from({ length: 20 }, (_, at) => words[(paragraph + line * 7 + at) % words.length]).join(' ');
      if (line % 2 === 1) element.appendChild(document.createElement('b')).textContent = text;
      else element.append(text);
      element.append(' ');
    }
  }
  const page = readPageText(document);
  const step = Math.floor(page.text.length / rangeCount);
  const ranges = Array.from({ length: rangeCount }, (_, at) =>
    page.rangeAt(at * step, at * step + 10 + (at % 40)),
  ).filter((range) => range !== undefined);
  const painter = startPainter();
  const before = { nodes: countNodes(), styles: allStyles() };
  await frame();
  const began = performance.now();
  for (const [index, colour] of colours.entries()) {
    painter.paint(
      `highlight-${colour}`,
      ranges.filter((_, at) => at % colours.length === index),
    );
  }
  const paintMs = performance.now() - began;
  await frame();
  await frame();
  const frameMs = performance.now() - began;
  const after = { nodes: countNodes(), styles: allStyles() };
  const { pointerMs, pointerFound } = measurePointer(ranges);
  painter.stop();
  return {
    ranges: ranges.length,
    paintMs,
    frameMs,
    nodesAdded: after.nodes - before.nodes,
    stylesChanged: after.styles.filter((style, at) => style !== before.styles[at]).length,
    pointerMs,
    pointerFound,
  };
}

function measurePointer(ranges: readonly Range[]): { pointerMs: number; pointerFound: number } {
  const index = indexRanges(
    document,
    ranges.map((range) => ({ range, value: range })),
  );
  const times: number[] = [];
  let pointerFound = 0;
  for (let round = 0; round < 400; round++) {
    const began = performance.now();
    if (index.at(20 + ((round * 37) % 700), 20 + ((round * 53) % 500)).length > 0) pointerFound++;
    times.push(performance.now() - began);
  }
  times.sort((one, other) => one - other);
  return { pointerMs: times[Math.floor(times.length * 0.95)] ?? 0, pointerFound };
}

function countNodes(): number {
  const walker = document.createTreeWalker(document);
  let count = 0;
  while (walker.nextNode() !== null) count++;
  return count;
}

function allStyles(): string[] {
  return [...document.querySelectorAll('*')].map((element) => {
    const style = getComputedStyle(element);
    return Array.from(style, (name) => `${name}:${style.getPropertyValue(name)}`).join(';');
  });
}

function frame(): Promise<void> {
  return new Promise((next) => requestAnimationFrame(() => next()));
}
