// The half of the anchoring benchmark that runs in the page: places are offsets into `document.body.textContent`.
import { anchor } from '../../core/anchoring/anchor.ts';
import { describe } from '../../core/anchoring/describe.ts';
import type { Selector } from '../../core/annotation.ts';
import { readPageText } from '../../core/text/page-text.ts';
import { contestants } from './anchoring-contestants-in-page.ts';

export { measureScale } from './anchoring-scale-in-page.ts';

export interface Described {
  /** As the one who described it wants it back. */
  selectors: readonly Selector[];
  describeMs: number;
}

export interface Answer {
  start: number | null;
  end: number | null;
  state: string;
  confidence: number;
  anchorMs: number;
}

type Place = readonly [number, number];

/** On one page a contestant may take so long, ms; what is left unanswered by then counts as lost. */
const patience = 20_000;

/** @param who us, or a contestant by its name */
export async function describeAll(who: string, places: readonly Place[]): Promise<Described[]> {
  const page = readPageText(document);
  const body = readBody();
  const contestant = contestants[who];
  const end = performance.now() + patience;
  const all: Described[] = [];
  for (const place of places) {
    const range = body.rangeAt(place);
    const began = performance.now();
    let selectors: readonly Selector[] = [];
    if (contestant === undefined) selectors = describe(range, page) ?? [];
    else if (began < end) {
      const { exact, prefix = '', suffix = '' } = await contestant.describe(range);
      selectors = [{ type: 'TextQuoteSelector', exact, prefix, suffix }];
    }
    all.push({ selectors, describeMs: performance.now() - began });
  }
  return all;
}

export async function anchorAll(who: string, described: readonly (readonly Selector[])[]): Promise<Answer[]> {
  const page = readPageText(document);
  const body = readBody();
  const contestant = contestants[who];
  const end = performance.now() + patience;
  const answers: Answer[] = [];
  for (const selectors of described) {
    const began = performance.now();
    const [quote] = selectors;
    const { range, state, confidence } =
      contestant === undefined
        ? anchor(page, selectors)
        : await foreign(quote?.type === 'TextQuoteSelector' && began < end ? contestant.anchor(quote) : undefined);
    const answer: Answer = { start: null, end: null, state, confidence, anchorMs: performance.now() - began };
    if (range !== undefined) Object.assign(answer, body.placeOf(range));
    answers.push(answer);
  }
  return answers;
}

async function foreign(finding: Promise<Range | undefined> | undefined) {
  // Some throw where they find nothing.
  const range = await finding?.catch(() => undefined);
  return { range, state: range === undefined ? 'gone' : 'found', confidence: range === undefined ? 0 : 1 };
}

/** The page as offsets into its text content; white space at the edges of an answer is trimmed. */
function readBody() {
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
  const text = document.body.textContent;
  return {
    rangeAt([from, to]: Place): Range {
      const range = document.createRange();
      const first = lastStart(starts, from);
      const last = lastStart(starts, to - 1);
      range.setStart(nodes[first] ?? document.body, from - (starts[first] ?? 0));
      range.setEnd(nodes[last] ?? document.body, to - (starts[last] ?? 0));
      return range;
    },
    placeOf(range: Range): { start: number; end: number } {
      const before = document.createRange();
      before.setStart(document.body, 0);
      before.setEnd(range.startContainer, range.startOffset);
      const from = before.toString().length;
      const words = text.slice(from, from + range.toString().length);
      const start = from + words.length - words.trimStart().length;
      return { start, end: start + words.trim().length };
    },
  };
}

/** The last node that begins at or before an offset. */
function lastStart(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
