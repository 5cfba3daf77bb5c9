// A copy of the page for the extractor to take apart, and the way back from its text to the live page. The copy holds
// what open shadow roots show: their content stands in place of the host's, slotted children in place of their slot.

export interface PageCopy {
  document: Document;
  /** The live text node that a text node of the copy was made from. */
  liveText: Map<Node, Text>;
  /** The live elements by the number that stands in the copies' `numberAttribute`. */
  liveElements: Element[];
  /** The live text nodes and line breaks (<br>), in the order of reading. */
  reading: (Text | Element)[];
}

export const numberAttribute = 'data-pressmark';

/** What is no text to a reader; the extractor counts frames and videos, so these stay, but empty. */
const leftOut = new Set(['script', 'style', 'noscript', 'template', 'svg', 'canvas', 'select', 'textarea']);
const emptied = new Set(['iframe', 'object', 'embed', 'video', 'audio']);

/** Copies the page in slices: `pause` is asked now and then, and may let other tasks run. Rejects when it does. */
export async function copyPage(page: Document, pause: () => Promise<void>): Promise<PageCopy> {
  const copy: PageCopy = {
    document: page.implementation.createHTMLDocument(page.title),
    liveText: new Map(),
    liveElements: [],
    reading: [],
  };
  const root = copy.document.documentElement;
  root.replaceChildren();
  copyAttributes(page.documentElement, root);
  // Copied without recursion, so that no page can be too deep.
  const open: { live: Node; target: Node }[] = childrenOf(page.documentElement, root);
  for (let entry = open.pop(), seen = 0; entry !== undefined; entry = open.pop()) {
    if (++seen % 2000 === 0) await pause();
    const { live, target } = entry;
    if (isText(live)) {
      const text = copy.document.createTextNode(live.data);
      copy.liveText.set(text, live);
      copy.reading.push(live);
      target.appendChild(text);
    } else if (isElement(live) && !leftOut.has(live.localName)) {
      const made = copy.document.createElement(/^[a-z][\w-]*$/.test(live.localName) ? live.localName : 'span');
      copyAttributes(live, made);
      made.setAttribute(numberAttribute, String(copy.liveElements.length));
      copy.liveElements.push(live);
      target.appendChild(made);
      if (live.localName === 'br') copy.reading.push(live);
      if (!emptied.has(live.localName)) for (const child of childrenOf(live, made)) open.push(child);
    }
  }
  if (copy.document.body === null) root.appendChild(copy.document.createElement('body'));
  return copy;
}

/** The children that a reader sees, last first, as a stack wants them. */
function childrenOf(live: Element, target: Node): { live: Node; target: Node }[] {
  const assigned = isSlot(live) ? live.assignedNodes() : [];
  const children = assigned.length > 0 ? assigned : Array.from((live.shadowRoot ?? live).childNodes);
  return children.map((child) => ({ live: child, target })).reverse();
}

function copyAttributes(from: Element, to: Element): void {
  for (const { name, value } of Array.from(from.attributes)) {
    // HTML's parser takes names that the DOM throws at.
    if (/^[a-z_][\w.:-]*$/i.test(name) && !name.startsWith('on')) to.setAttribute(name, value);
  }
}

function isSlot(element: Element): element is HTMLSlotElement {
  return element.localName === 'slot' && 'assignedNodes' in element;
}

function isText(node: Node): node is Text {
  return node.nodeType === 3;
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}
