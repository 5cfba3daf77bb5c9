// Shows in our own page which words a search has found: with highlights, so that no view has to know of it.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { matchesIn, type Term } from '../../notes/search/search.ts';

/** Nodes with longer text are left alone, UTF-16 units. */
const longest = 20_000;

/** @param within where the found words stand, in elements of this selector; looked through after each drawing */
export function useHits(within: () => ParentNode | null, selector: string, terms: readonly Term[]): void {
  const shown = useRef(false);
  useLayoutEffect(() => {
    if (!('highlights' in CSS)) return;
    if (terms.length === 0) {
      if (shown.current) CSS.highlights.delete('hit');
      shown.current = false;
      return;
    }
    const hits = new Highlight();
    for (const element of within()?.querySelectorAll(selector) ?? []) {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) addHits(hits, node as Text, terms);
    }
    CSS.highlights.set('hit', hits);
    shown.current = true;
  });
}

function addHits(hits: Highlight, node: Text, terms: readonly Term[]): void {
  if (node.length > longest) return;
  for (const { start, end } of matchesIn(node.data, terms)) {
    const range = new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end });
    hits.add(range);
  }
}
