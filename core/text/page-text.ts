// All the text of a page, whatever template it stands in: what anchoring searches.
import { type TextMap, TextMapBuilder } from './text-map.ts';

export type PageText = TextMap;

/** Their text is never shown as text. */
const unread = new Set(
  'script style noscript template textarea select iframe noframes noembed object audio video canvas'.split(' '),
);

/** Elements that start a new line, by name: asking for their style would force the page's layout. */
const blocks = new Set(
  (
    'address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary ' +
    'table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/**
 * Reads every text node of the page in shadow-including tree order, with a line break between blocks. Open shadow roots
 * are read, `skip` (our own host element) is not. One pass, no layout, no recursion: depth cannot exhaust the stack.
 */
export function readPageText(document: Document, skip?: Element): PageText {
  const builder = new TextMapBuilder();
  // Told by borders, written before the next text: so it never stands twice, nor at either end.
  let isBreakDue = false;
  const root = document.body ?? document.documentElement;
  for (let node: Node | null = root; node !== null; ) {
    if (node instanceof Text) {
      if (node.data.length > 0) {
        if (isBreakDue && builder.length > 0) builder.addBreak('\n');
        isBreakDue = false;
        builder.addNode(node);
      }
    } else if (node instanceof Element) {
      isBreakDue ||= blocks.has(node.localName);
      const first: Node | null = node === skip || unread.has(node.localName) ? null : firstInside(node);
      if (first !== null) {
        node = first;
        continue;
      }
    }
    while (node !== null && node !== root) {
      const next: Node | null = node.nextSibling ?? afterShadow(node);
      if (next !== null) {
        node = next;
        break;
      }
      const parent: Node | null = node.parentNode;
      node = parent instanceof ShadowRoot ? parent.host : parent;
      isBreakDue ||= node instanceof Element && blocks.has(node.localName);
    }
    if (node === root) break;
  }
  return builder.build();
}

function firstInside(element: Element): Node | null {
  return element.shadowRoot?.firstChild ?? element.firstChild;
}

/** After the last node of a shadow tree come the children of its host. */
function afterShadow(node: Node): Node | null {
  return node.parentNode instanceof ShadowRoot ? node.parentNode.host.firstChild : null;
}
