// The half of the anchoring benchmark that runs in the page: places are offsets into `document.body.textContent`.

import { anchor } from '../../core/anchoring/anchor.ts';
import { describe } from '../../core/anchoring/describe.ts';
import type { Selector } from '../../core/annotation.ts';
import { readPageText } from '../../core/text/page-text.ts';

export interface Described {
  selectors: Selector[];
  describeMs: number;
}

export interface Answer {
  start: number | null;
  end: number | null;
  state: string;
  confidence: number;
  anchorMs: number;
}

export function describeAll(places: readonly (readonly [number, number])[]): Described[] {
  const page = readPageText(document);
  const { nodes, starts } = readBody();
  return places.map(([from, to]) => {
    const range = document.createRange();
    const first = nodeAt(starts, from);
    const last = nodeAt(starts, to - 1);
    range.setStart(nodes[first] ?? document.body, from - (starts[first] ?? 0));
    range.setEnd(nodes[last] ?? document.body, to - (starts[last] ?? 0));
    const began = performance.now();
    const selectors = describe(range, page) ?? [];
    return { selectors, describeMs: performance.now() - began };
  });
}

export function anchorAll(described: readonly (readonly Selector[])[]): Answer[] {
  const page = readPageText(document);
  const { text, nodes, starts } = readBody();
  const numbers = new Map(nodes.map((node, index): [Node, number] => [node, index]));
  const offsetOf = (node: Node, offset: number) => (starts[numbers.get(node) ?? -1] ?? Number.NaN) + offset;
  return described.map((selectors) => {
    const began = performance.now();
    const { range, state, confidence } = anchor(page, selectors);
    const answer: Answer = { start: null, end: null, state, confidence, anchorMs: performance.now() - began };
    if (range !== undefined) {
      const from = offsetOf(range.startContainer, range.startOffset);
      const words = text.slice(from, offsetOf(range.endContainer, range.endOffset));
      answer.start = from + words.length - words.trimStart().length;
      answer.end = answer.start + words.trim().length;
    }
    return answer;
  });
}

function readBody(): { text: string; nodes: Text[]; starts: number[] } {
  const nodes: Text[] = [];
  const starts: number[] = [];
  let length = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    nodes.push(node);
    starts.push(length);
    length += node.data.length;
  }
  return { text: document.body.textContent, nodes, starts };
}

/** The last node that begins at or before an offset. */
function nodeAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
