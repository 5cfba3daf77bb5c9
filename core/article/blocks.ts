// The page's text nodes, gathered into blocks: a paragraph, a heading, a caption, a list item.
import type { Steps } from '../slices.ts';

export interface Block {
  /** The nearest element that is not inline. */
  element: Element;
  nodes: Text[];
  /** White space collapsed. */
  text: string;
  /** How many characters of it stand in links. */
  linked: number;
}

const inline =
  /^(?:a|abbr|acronym|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|ins|kbd|label|mark|q|rp|rt|ruby|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr)$/;

const captionName = /(?:^|[\s_-])(?:caption|credits?|attribution|copyright)(?:$|[\s_-])/i;

/** Whether an element that stands in a line of text is the caption or the credit of a picture beside it. */
export function isInlineCaption(element: Element): boolean {
  if (!inline.test(element.localName) || !captionName.test(element.getAttribute('class') ?? '')) return false;
  return visibleParent(element)?.querySelector('img,picture,video') != null;
}

/** Gathers text nodes into blocks; two line breaks in a row part a block as a paragraph would. */
export function* gatherBlocks(reading: readonly (Text | Element)[]): Steps<Block[]> {
  const blocks: Block[] = [];
  let block: Block | undefined;
  let breaks = 0;
  for (const [index, node] of reading.entries()) {
    if (index % 16 === 0) yield;
    if (node.nodeType !== 3 || !('data' in node)) {
      breaks++;
      continue;
    }
    if (node.data.trim() === '') {
      // A space between two inline elements parts words.
      if (block !== undefined && block.element === blockElementOf(node)) block.nodes.push(node);
      continue;
    }
    const element = blockElementOf(node);
    if (element === undefined) continue;
    if (block === undefined || block.element !== element || breaks > 1) {
      block = { element, nodes: [], text: '', linked: 0 };
      blocks.push(block);
    }
    breaks = 0;
    block.nodes.push(node);
    if (isLinked(node, element)) block.linked += collapse(node.data).length;
  }
  for (const each of blocks) {
    each.text = collapse(each.nodes.map((node) => node.data).join(''));
    yield;
  }
  return blocks.filter((each) => each.text !== '');
}

/** The parent in what the reader sees: a shadow root's content belongs to its host. */
export function visibleParent(node: Node): Element | undefined {
  // A form's field named "parentNode" would stand in for the property, and lead in circles.
  const parent: unknown = Reflect.get(Node.prototype, 'parentNode', node);
  if (isElement(parent)) return parent;
  return isObject(parent) && 'host' in parent && isElement(parent.host) ? parent.host : undefined;
}

function blockElementOf(node: Text): Element | undefined {
  let element = visibleParent(node);
  // Some portals put the picture with its caption into the paragraph: a block of its own all the same.
  let caption: Element | undefined;
  while (element !== undefined && inline.test(element.localName)) {
    if (isInlineCaption(element)) caption = element;
    const parent = visibleParent(element);
    if (parent === undefined) break;
    element = parent;
  }
  return caption ?? element;
}

function isLinked(node: Text, block: Element): boolean {
  for (let at = visibleParent(node); at !== undefined; at = visibleParent(at)) {
    if (at.localName === 'a' && at.hasAttribute('href')) return true;
    if (at === block) return at.parentElement?.localName === 'a';
  }
  return false;
}

function isElement(value: unknown): value is Element {
  return isObject(value) && 'nodeType' in value && value.nodeType === 1;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
