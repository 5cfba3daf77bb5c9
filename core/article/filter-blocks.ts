// Which blocks of the page are the article's own words: two trained models decide, the second with the answers of the
// first, but never for what is by its very tag or words no part of a text.
import type { Steps } from '../slices.ts';
import type { ArticleParts } from './article-parts.ts';
import { blockModel, secondModel } from './block.model.ts';
import { type Block, isInlineCaption, visibleParent } from './blocks.ts';
import { predict } from './boosted-trees.ts';
import { chooseBlocks } from './choose-blocks.ts';
import { secondLook } from './second-look.ts';

const foreign = 'figcaption,button';
const placeholder = /^(?:loading|load error|advertisement|continue reading|read more)\b.{0,3}$/i;
const credit = /^(?:©|\(c\)|via\b)/i;

/** The blocks of the article, without its headline. */
export function* filterBlocks({ blocks, headline, features, places }: ArticleParts): Steps<Block[]> {
  const first: number[] = [];
  for (const each of features) {
    first.push(predict(blockModel, each));
    yield;
  }
  const more = secondLook(places, first);
  yield;
  const isForeign = createForeignTest();
  const second: number[] = [];
  const decided: boolean[] = [];
  for (const [index, block] of blocks.entries()) {
    second.push(predict(secondModel, [...(features[index] ?? []), ...(more[index] ?? [])]));
    decided.push(block === headline || isForeign(block));
    yield;
  }
  const isOwn = chooseBlocks(second, places, decided);
  return blocks.filter((_, index) => isOwn[index]);
}

/** Whether the page shows a block at all. */
export function isShown({ element }: Block): boolean {
  return !('checkVisibility' in element) || element.checkVisibility();
}

/** Tells whether a block is by its tag or its words no part of a text. */
export function createForeignTest(): (block: Block) => boolean {
  // Boxes that ask for an address: all their blocks ask the same.
  const asking = new Map<Element, boolean>();
  return (block) => isForeign(block, asking);
}

function isForeign({ element, text, linked }: Block, asking: Map<Element, boolean>): boolean {
  // A line that names a link leads elsewhere: "Read more: ...", in every language.
  if (linked > text.length * 0.6 && /^[^:：]{2,24}[:：]/.test(text)) return true;
  const box = visibleParent(element);
  if (box !== undefined) {
    const asks = asking.get(box) ?? asksForAddress(box);
    asking.set(box, asks);
    if (asks) return true;
  }
  if (isInlineCaption(element)) return true;
  if (placeholder.test(text) || (credit.test(text) && text.length < 150)) return true;
  for (let at: Element | undefined = element; at !== undefined; at = visibleParent(at)) {
    if (/^(?:body|main|article)$/.test(at.localName)) return false;
    if (at.matches(foreign)) return true;
  }
  return false;
}

/** A small box with a field for an e-mail address is a newsletter's, in every language. */
function asksForAddress(box: Element): boolean {
  return box.querySelector('input[type=email]') !== null && (box.textContent ?? '').length < 500;
}
