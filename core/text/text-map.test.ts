// @vitest-environment happy-dom
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { TextMapBuilder } from './text-map.ts';

/** A paragraph for each list of words, each word in a text node of its own, a break between paragraphs. */
function build(paragraphs: readonly (readonly string[])[]) {
  document.body.innerHTML = '';
  const builder = new TextMapBuilder();
  const nodes: Text[] = [];
  for (const words of paragraphs) {
    const paragraph = document.body.appendChild(document.createElement('p'));
    if (builder.length > 0) builder.addBreak('\n');
    for (const word of words) {
      const node = paragraph.appendChild(document.createTextNode(word));
      nodes.push(node);
      builder.addNode(node);
    }
  }
  return { map: builder.build(), nodes };
}

function nodeOf(nodes: readonly Text[], index: number): Text {
  const node = nodes[index];
  if (node === undefined) throw new Error(`no text node ${index}`);
  return node;
}

const word = fc.string({ minLength: 1, maxLength: 6 });
const pages = fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('a text map', () => {
  it('gives for any stretch a range that begins and ends where the stretch does, and holds its text', () => {
    fc.assert(
      fc.property(pages, fc.nat(), fc.nat(), (paragraphs, one, other) => {
        const { map } = build(paragraphs);
        const start = Math.min(one, other) % map.text.length;
        const end = Math.min(map.text.length, start + 1 + (Math.max(one, other) % 12));
        const range = map.rangeAt(start, end);
        const stretch = map.text.slice(start, end);
        const breaks = breakOffsets(paragraphs);
        const isOnlyBreak = end - start === 1 && breaks.has(start);
        if (isOnlyBreak) return range === undefined;
        if (range === undefined) return false;
        const from = map.offsetAt(range.startContainer, range.startOffset);
        const to = map.offsetAt(range.endContainer, range.endOffset);
        const isStart = from === (breaks.has(start) ? start + 1 : start);
        const isEnd = to === (breaks.has(end - 1) ? end - 1 : end);
        const words = [...stretch].length === 0 ? '' : without(breaks, map.text, start, end);
        return isStart && isEnd && range.toString() === words;
      }),
    );
  });

  it('has no range for an empty stretch, a stretch of breaks, or one past the end', () => {
    const { map } = build([['one'], ['two']]);
    expect(map.rangeAt(1, 1)).toBeUndefined();
    expect(map.rangeAt(3, 4)).toBeUndefined();
    expect(map.rangeAt(7, 9)).toBeUndefined();
    expect(map.rangeAt(4, 2)).toBeUndefined();
  });

  it('leaves a break at either end out of the range', () => {
    const { map } = build([['one'], ['two'], ['three']]);
    expect(map.rangeAt(3, 8)?.toString()).toBe('two');
  });

  it('spans blocks', () => {
    const { map, nodes } = build([['one ', 'more'], ['two']]);
    const range = map.rangeAt(4, 11);
    expect([range?.startContainer, range?.startOffset]).toEqual([nodes[1], 0]);
    expect([range?.endContainer, range?.endOffset]).toEqual([nodes[2], 2]);
  });

  it('takes a point between elements for the start of the next text', () => {
    const { map } = build([['one ', 'more'], ['two']]);
    const [first, second] = document.body.children;
    if (first === undefined || second === undefined) throw new Error('the page was not built');
    expect(map.offsetAt(document.body, 0)).toBe(0);
    expect(map.offsetAt(first, 1)).toBe(4);
    expect(map.offsetAt(first, 2)).toBe(9);
    expect(map.offsetAt(document.body, 1)).toBe(9);
    expect(map.offsetAt(second, 0)).toBe(9);
    expect(map.offsetAt(document.body, 2)).toBe(12);
  });

  it('knows nothing of points in text that it did not read, or that has left the page', () => {
    const { map } = build([['one']]);
    expect(map.offsetAt(document.createTextNode('other'), 0)).toBeUndefined();
    expect(map.offsetAt(document.createElement('p'), 0)).toBeUndefined();
  });

  it('has no range for text that has left the page or was cut short', () => {
    const { map, nodes } = build([['one'], ['two']]);
    nodeOf(nodes, 0).remove();
    expect(map.rangeAt(0, 2)).toBeUndefined();
    expect(map.rangeAt(4, 7)?.toString()).toBe('two');
    nodeOf(nodes, 1).data = 't';
    expect(map.rangeAt(4, 7)).toBeUndefined();
  });

  it('still places points when a part of its text has left the page', () => {
    const { map, nodes } = build([['one'], ['two'], ['three']]);
    nodeOf(nodes, 1).parentElement?.remove();
    expect(map.offsetAt(document.body, 1)).toBe(8);
  });

  it('takes a part of a text node', () => {
    const node = document.body.appendChild(document.createTextNode('one two three'));
    const builder = new TextMapBuilder();
    builder.addNode(node, 4, 7);
    const map = builder.build();
    expect(map.text).toBe('two');
    expect(map.offsetAt(node, 0)).toBe(0);
    expect(map.offsetAt(node, 5)).toBe(1);
    expect(map.offsetAt(node, 13)).toBe(3);
    expect(map.rangeAt(0, 3)?.toString()).toBe('two');
  });

  it('places points in a shadow tree after the host begins and before its own children', () => {
    document.body.innerHTML = '<p>before</p><div id="host">child</div><p>after</p>';
    const host = document.querySelector('#host');
    const root = host?.attachShadow({ mode: 'open' });
    if (!host || !root) throw new Error('the page was not built');
    root.innerHTML = '<p>in</p><p>side</p>';
    const builder = new TextMapBuilder();
    const nodes = [document.body.children[0], root.children[0], root.children[1], host, document.body.children[2]];
    for (const node of nodes) {
      const text = node?.firstChild;
      if (text instanceof Text) builder.addNode(text);
    }
    const map = builder.build();
    expect(map.text).toBe('beforeinsidechildafter');
    expect(map.offsetAt(root, 0)).toBe(6);
    expect(map.offsetAt(root, 1)).toBe(8);
    expect(map.offsetAt(root, 2)).toBe(12);
    expect(map.offsetAt(host, 0)).toBe(6);
    expect(map.offsetAt(host, 1)).toBe(17);
    expect(map.offsetAt(document.body, 1)).toBe(6);
    expect(map.offsetAt(document.body, 2)).toBe(17);
    expect(map.rangeAt(6, 12)?.toString()).toBe('inside');
    expect(map.rangeAt(2, 8)).toBeUndefined();
  });
});

function breakOffsets(paragraphs: readonly (readonly string[])[]): Set<number> {
  const offsets = new Set<number>();
  let length = 0;
  for (const words of paragraphs) {
    if (length > 0) offsets.add(length++);
    length += words.join('').length;
  }
  return offsets;
}

function without(breaks: ReadonlySet<number>, text: string, start: number, end: number): string {
  let words = '';
  for (let offset = start; offset < end; offset++) if (!breaks.has(offset)) words += text.charAt(offset);
  return words;
}
