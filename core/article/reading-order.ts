// The page's text nodes and line breaks as a reader meets them: what open shadow roots show stands in place of the
// host's content, slotted children in place of their slot.
import type { Steps } from '../slices.ts';

/** What is no text to a reader, or stands in for what a browser cannot show. */
const leftOut = new Set([
  ...['script', 'style', 'noscript', 'template', 'svg', 'canvas', 'select', 'textarea'],
  ...['iframe', 'object', 'embed', 'video', 'audio'],
]);

/** So much of a page is read, UTF-16 units and nodes: what a long novel has. No names are looked for further down. */
const mostText = 1_000_000;
const mostNodes = 400_000;

export function* readingOrder(page: Document): Steps<(Text | Element)[]> {
  const reading: (Text | Element)[] = [];
  // Without recursion, so that no page can be too deep.
  const open: Node[] = [];
  openChildren(open, page.documentElement);
  let text = 0;
  let nodes = 0;
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isText(node)) {
      text += node.data.length;
      reading.push(node);
    } else if (isElement(node) && !leftOut.has(node.localName)) {
      if (node.localName === 'br') reading.push(node);
      openChildren(open, node);
    }
    if (text >= mostText || ++nodes >= mostNodes) break;
    if (nodes % 64 === 0) yield;
  }
  return reading;
}

/** Puts the children that a reader sees on the stack, the last one first. */
function openChildren(open: Node[], element: Element): void {
  const assigned = isSlot(element) ? element.assignedNodes() : [];
  const children = assigned.length > 0 ? assigned : childrenOf(element.shadowRoot ?? element);
  for (let index = children.length - 1; index >= 0; index--) {
    const child = children[index];
    if (child !== undefined) open.push(child);
  }
}

/** A form's field named "childNodes" would stand in for the property. */
function childrenOf(node: Node): NodeListOf<ChildNode> {
  return Reflect.get(Node.prototype, 'childNodes', node);
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
