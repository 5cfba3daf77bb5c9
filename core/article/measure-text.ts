// How much running text a page has and where: one pass over its text nodes, without layout, styles or a copy.
import type { Steps } from '../slices.ts';

/** What one pass over a page's words finds. Lengths are in letters of an alphabetic script, see `readingLength`. */
export interface TextMeasures {
  /** All words outside of links. */
  plain: number;
  /** All words inside of links. */
  linked: number;
  /** Blocks as long as a paragraph, and what they hold together. */
  longBlocks: number;
  longText: number;
  /** The part of `longText` that closes with the mark of a sentence. */
  sentences: number;
  /** What the fullest single box holds of `longText`, counted over its own children. */
  fullestBox: number;
  /** Share of the long text inside <p>, <article> or <main>; inside list items; inside code, tables and forms. */
  inParagraphs: number;
  inArticle: number;
  inLists: number;
  /** Texts that look like a price. */
  prices: number;
  /** Text nodes seen. */
  nodes: number;
}

/** What is known by then is known: pages that are longer do not cost more. */
const mostNodes = 10_000;
const mostText = 300_000;
const longLength = 80;
const inline = /^(?:a|abbr|b|bdi|cite|em|font|i|mark|q|s|small|span|strong|sub|sup|u|time)$/;
const unread = /^(?:script|style|noscript|template|textarea|select|option|button|title)$/;

/** Letters that a text would have in an alphabetic script: one Han, kana or Hangul sign says as much as about 2.5. */
export function readingLength(text: string): number {
  const dense = text.match(/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]/g);
  return text.length + (dense?.length ?? 0) * 1.5;
}

export function* measureText(document: Document, root: Element): Steps<TextMeasures> {
  const found: TextMeasures = {
    plain: 0,
    linked: 0,
    longBlocks: 0,
    longText: 0,
    sentences: 0,
    fullestBox: 0,
    inParagraphs: 0,
    inArticle: 0,
    inLists: 0,
    prices: 0,
    nodes: 0,
  };
  const boxes = new Map<Element | null, number>();
  let block: Element | undefined;
  let text = '';
  let length = 0;

  const closeBlock = () => {
    const words = text.trim();
    const length = readingLength(words);
    if (block !== undefined && length >= longLength) {
      found.longBlocks++;
      found.longText += length;
      if (/[.!?…。！？؟।»”"']$/.test(words)) found.sentences += length;
      if (block.localName === 'p') found.inParagraphs += length;
      if (block.closest('article,main,[itemprop=articleBody]') !== null) found.inArticle += length;
      if (block.closest('li,pre,table,form,footer,aside') !== null) found.inLists += length;
      const box = block.localName === 'p' ? block.parentElement : block;
      boxes.set(box, (boxes.get(box) ?? 0) + length);
    }
    text = '';
  };

  const walker = document.createTreeWalker(root, 4 /* SHOW_TEXT */);
  for (
    let node = walker.nextNode();
    node !== null && found.nodes < mostNodes && length < mostText;
    node = walker.nextNode()
  ) {
    const data = node.nodeValue ?? '';
    let element = node.parentElement;
    if (element === null || data.length < 2 || unread.test(element.localName)) continue;
    const words = data.slice(0, 5000).trim();
    if (words === '') continue;
    if (++found.nodes % 64 === 0) yield;
    length += words.length;
    let isLinked = false;
    while (element.parentElement !== null && inline.test(element.localName)) {
      isLinked ||= element.localName === 'a';
      element = element.parentElement;
    }
    if (isLinked || element.parentElement?.localName === 'a') found.linked += words.length;
    else found.plain += words.length;
    if (words.length < 20 && /[$€£₽¥]\s?\d|\d\s?[$€£₽¥]/.test(words)) found.prices++;
    if (element !== block) {
      closeBlock();
      block = element;
    }
    text += data.slice(0, 5000);
  }
  closeBlock();
  found.fullestBox = Math.max(0, ...boxes.values());
  return found;
}
