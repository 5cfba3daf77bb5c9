// Which of the page's text nodes belong to the article, as Mozilla's Readability sees it. It takes a copy of the page
// apart; what it keeps is found again in the live page by node, or by the nearest numbered element where Readability
// has rebuilt the copy from its own HTML (its second try).
import { Readability } from '@mozilla/readability';
import { numberAttribute, type PageCopy } from './copy-page.ts';

/** The live text nodes of the article; none when Readability finds none. Takes the copy apart; one uninterrupted task. */
export function extractText(copy: PageCopy): Set<Text> {
  const kept = new Set<Text>();
  const parsed = new Readability<Node>(copy.document, {
    serializer: (node) => node,
    disableJSONLD: true,
    keepClasses: true,
  }).parse();
  if (!parsed?.content) return kept;
  const walker = copy.document.createTreeWalker(parsed.content, 4 /* SHOW_TEXT */);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const live = copy.liveText.get(node) ?? lookAround(node, copy, kept);
    if (live !== undefined) kept.add(live);
  }
  return kept;
}

/** The live text with the same words below the live counterpart of the nearest numbered element, not yet taken. */
function lookAround(node: Node, copy: PageCopy, taken: ReadonlySet<Text>): Text | undefined {
  const words = node.nodeValue ?? '';
  if (words.trim() === '') return undefined;
  const number = node.parentElement?.closest(`[${numberAttribute}]`)?.getAttribute(numberAttribute);
  const element = copy.liveElements[Number(number ?? -1)];
  if (element === undefined) return undefined;
  return findText(element.shadowRoot ?? element, words, taken);
}

function findText(root: Node, words: string, taken: ReadonlySet<Text>): Text | undefined {
  for (const child of root.childNodes) {
    if (isText(child) && child.data === words && !taken.has(child)) return child;
  }
  const walker = (root.ownerDocument ?? document).createTreeWalker(root, 4 /* SHOW_TEXT */);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (isText(node) && node.data === words && !taken.has(node)) return node;
  }
  return undefined;
}

function isText(node: Node): node is Text {
  return node.nodeType === 3;
}
