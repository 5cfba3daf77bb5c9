// Pages of React and Preact that render themselves anew, insert, remove and hydrate under two hundred highlights: does
// the page still say what it should, does it complain, and do the highlights stand on their words?
import { hydrate, h as preactElement, render } from 'preact';
import { createElement as reactElement } from 'react';
import { flushSync } from 'react-dom';
import { type createRoot, hydrateRoot } from 'react-dom/client';
import { anchor } from '../../core/anchoring/anchor.ts';
import { describe } from '../../core/anchoring/describe.ts';
import type { Selector } from '../../core/annotation.ts';
import { readPageText } from '../../core/text/page-text.ts';
import { startPainter } from './painting-in-page.ts';

export interface Rerendered {
  framework: string;
  step: string;
  /** Whether the page says what it should. */
  isRight: boolean;
  highlights: number;
  /** Highlights that stand on their words afterwards. */
  standing: number;
  complaints: readonly string[];
}

type Show = (paragraphs: readonly string[]) => void;

const highlightCount = 200;

export function measureFrameworks(): Rerendered[] {
  return ['react', 'preact'].flatMap((framework) => measureFramework(framework));
}

function measureFramework(framework: string): Rerendered[] {
  const complaints: string[] = [];
  const listen = (event: ErrorEvent) => complaints.push(event.message);
  const { error } = console;
  console.error = (...said: unknown[]) => complaints.push(said.map(String).join(' '));
  addEventListener('error', listen);
  const rows: Rerendered[] = [];
  const painter = startPainter();
  try {
    const root = document.createElement('main');
    document.body.replaceChildren(root);
    let paragraphs = Array.from({ length: 100 }, (_, at) => paragraph(at));
    // As a server would have sent it.
    root.innerHTML = `<article>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article>`;
    const page = readPageText(document);
    const passages = paragraphs.flatMap((text, at): [string, Selector[]][] => {
      const start = page.text.indexOf(text);
      return [4, 30].map((from): [string, Selector[]] => {
        const range = page.rangeAt(start + from, start + from + 18);
        return [`${at}:${range?.toString().trim()}`, (range && describe(range, page)) ?? []];
      });
    });
    const look = (step: string) => {
      const text = readPageText(document);
      const found = passages
        .slice(0, highlightCount)
        .map(([words, selectors]) => ({ words, ...anchor(text, selectors) }));
      painter.paint(
        'highlight-yellow',
        found.map(({ range }) => range).filter((range) => range !== undefined),
      );
      const standing = found.filter(
        ({ words, range }) => range !== undefined && words.endsWith(`:${range.toString()}`),
      );
      const said = [...root.querySelectorAll('p')].map(({ textContent }) => textContent);
      rows.push({
        framework,
        step,
        isRight: JSON.stringify(said) === JSON.stringify(paragraphs),
        highlights: found.length,
        standing: standing.length,
        complaints: complaints.splice(0),
      });
    };
    look('as the server sent it');
    const show = framework === 'react' ? withReact(root, paragraphs) : withPreact(root, paragraphs);
    look('hydrated');
    show(paragraphs);
    look('rendered again');
    paragraphs = [
      ...paragraphs.slice(0, 3),
      'An inserted paragraph of words that nobody has marked.',
      ...paragraphs.slice(3),
    ];
    show(paragraphs);
    look('inserted');
    paragraphs = paragraphs.map((text, at) => (at % 2 === 0 ? `${text} And so on.` : text));
    show(paragraphs);
    look('text changed');
    paragraphs = [...paragraphs.slice(50), ...paragraphs.slice(0, 50)];
    show(paragraphs);
    look('order changed');
    show([]);
    show(paragraphs);
    look('taken out and put back');
  } finally {
    painter.stop();
    removeEventListener('error', listen);
    console.error = error;
  }
  return rows;
}

function withReact(root: Element, first: readonly string[]): Show {
  const view = (paragraphs: readonly string[]) =>
    reactElement('article', null, ...paragraphs.map((text) => reactElement('p', { key: keyOf(text) }, text)));
  let hydrated: ReturnType<typeof createRoot> | undefined;
  flushSync(() => {
    hydrated = hydrateRoot(root, view(first));
  });
  return (paragraphs) => flushSync(() => hydrated?.render(view(paragraphs)));
}

function withPreact(root: Element, first: readonly string[]): Show {
  const view = (paragraphs: readonly string[]) =>
    preactElement('article', null, ...paragraphs.map((text) => preactElement('p', { key: keyOf(text) }, text)));
  hydrate(view(first), root);
  return (paragraphs) => render(view(paragraphs), root);
}

function keyOf(text: string): string {
  return text.slice(0, 12);
}

function paragraph(at: number): string {
  return `No. ${1000 + at}: the ferry of the ${at + 1}th morning carried flour, letters and ${at * 3 + 2} goats to the island.`;
}
