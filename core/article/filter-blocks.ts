// Which blocks of the page are the article's own words: a trained model decides, but never for what is by its very tag
// or words no part of a text.
import type { Steps } from '../slices.ts';
import { blockModel } from './block.model.ts';
import type { Candidate } from './block-features.ts';
import { type Block, isInlineCaption, visibleParent } from './blocks.ts';
import { predict } from './boosted-trees.ts';

/** Found by cross-validation: a missing paragraph costs more than a caption. */
const leastScore = 0.4;

const foreign = 'figcaption,button,footer,[hidden]';
const placeholder = /^(?:loading|load error|advertisement|continue reading|read more)\b.{0,3}$/i;
const credit = /^(?:©|\(c\)|via\b)/i;

/** The blocks of the article among the candidates; `features` are `blockFeatures` of them. */
export function* filterBlocks(
  candidates: readonly Candidate[],
  features: readonly (readonly number[])[],
): Steps<Block[]> {
  const asking = new Map<Element, boolean>();
  const own: Block[] = [];
  for (const [index, { block }] of candidates.entries()) {
    if (!isForeign(block, asking) && predict(blockModel, features[index] ?? []) >= leastScore) own.push(block);
    yield;
  }
  return own;
}

/** Whether the page shows a block at all. */
export function isShown({ element }: Block): boolean {
  return !('checkVisibility' in element) || element.checkVisibility();
}

/** @param asking what is known of boxes that ask for an address: all their blocks ask the same */
function isForeign({ element, text, linked }: Block, asking: Map<Element, boolean>): boolean {
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  // A paragraph that is one link leads elsewhere.
  if (linked > text.length * 0.9 && /^(?:p|div)$/.test(element.localName)) return true;
  // So does one that names a link: "Read more: ...", in every language.
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
