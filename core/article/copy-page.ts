// A copy of the page for the extractor to take apart, and the way back from its text to the live page. The copy holds
// what open shadow roots show: their content stands in place of the host's, slotted children in place of their slot.
// Emphasis and the like is left out and its words joined with those beside it: the extractor decides on blocks.
import type { Steps } from '../slices.ts';

/** A text node of the copy and the live ones whose words it holds. */
export interface TextRun {
  words: string;
  nodes: Text[];
  /** Number of the element that it was copied into. */
  box: number;
}

export interface PageCopy {
  document: Document;
  runOf: Map<Node, TextRun>;
  /** For each number that stands in a copy's `numberAttribute`, the number of the element around it; 0 is the root. */
  boxes: number[];
  /** The live text nodes and line breaks (<br>), in the order of reading. */
  reading: (Text | Element)[];
}

export const numberAttribute = 'data-pressmark';

/** What is no text to a reader; the extractor counts frames and videos, so these stay, but empty. */
const leftOut = new Set(['script', 'style', 'noscript', 'template', 'svg', 'canvas', 'select', 'textarea']);
const emptied = new Set(['iframe', 'object', 'embed', 'video', 'audio']);
const emphasis = new Set(['b', 'strong', 'i', 'em', 'u', 's', 'small', 'mark', 'sub', 'sup', 'cite', 'q', 'abbr']);

/** So much of a page is read, UTF-16 units and nodes: what a long novel has. No names are looked for further down. */
const mostText = 1_000_000;
const mostNodes = 400_000;

export function* copyPage(page: Document): Steps<PageCopy> {
  const copy: PageCopy = {
    document: page.implementation.createHTMLDocument(page.title),
    runOf: new Map(),
    boxes: [0],
    reading: [],
  };
  const root = copy.document.documentElement;
  root.replaceChildren();
  copyAttributes(page.documentElement, root);
  let run: TextRun = { words: '', nodes: [], box: 0 };
  let runTarget: Node = root;
  const closeRun = (): void => {
    if (run.nodes.length === 0) return;
    run.words = run.nodes.map((node) => node.data).join('');
    const text = copy.document.createTextNode(run.words);
    copy.runOf.set(text, run);
    runTarget.appendChild(text);
    run = { words: '', nodes: [], box: 0 };
  };
  // Copied without recursion, so that no page can be too deep.
  const open: Open[] = [];
  openChildren(open, page.documentElement, root, 0);
  let text = 0;
  let nodes = 0;
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    const { live, target, box } = entry;
    if (isText(live)) {
      text += live.data.length;
      copy.reading.push(live);
      if (runTarget !== target) closeRun();
      runTarget = target;
      run.box = box;
      run.nodes.push(live);
    } else if (isElement(live) && !leftOut.has(live.localName)) {
      if (emphasis.has(live.localName) && !live.hasAttributes()) openChildren(open, live, target, box);
      else {
        closeRun();
        const made = copy.document.createElement(/^[a-z][\w-]*$/.test(live.localName) ? live.localName : 'span');
        copyAttributes(live, made);
        const number = copy.boxes.push(box) - 1;
        made.setAttribute(numberAttribute, String(number));
        target.appendChild(made);
        if (live.localName === 'br') copy.reading.push(live);
        if (!emptied.has(live.localName)) openChildren(open, live, made, number);
      }
    }
    if (text >= mostText || ++nodes >= mostNodes) break;
    if (nodes % 16 === 0) yield;
  }
  closeRun();
  if (copy.document.body === null) root.appendChild(copy.document.createElement('body'));
  return copy;
}

/** A live node that is still to be copied, and where to. */
interface Open {
  live: Node;
  target: Node;
  box: number;
}

/** Puts the children that a reader sees on the stack, the last one first. */
function openChildren(open: Open[], live: Element, target: Node, box: number): void {
  const assigned = isSlot(live) ? live.assignedNodes() : [];
  const children = assigned.length > 0 ? assigned : childrenOf(live.shadowRoot ?? live);
  for (let index = children.length - 1; index >= 0; index--) {
    const child = children[index];
    if (child !== undefined) open.push({ live: child, target, box });
  }
}

/** A form's field named "childNodes" would stand in for the property. */
function childrenOf(node: Node): NodeListOf<ChildNode> {
  return Reflect.get(Node.prototype, 'childNodes', node);
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
