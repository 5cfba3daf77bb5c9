// The boxes that the blocks of a page stand in, and what each of them holds: how much text, how much of it is running
// text, how much is links. And the box that holds most of the running text: the article's, as a rule.
import type { Steps } from '../slices.ts';
import { type Block, visibleParent } from './blocks.ts';
import { type BoxTraits, createTraitReader, isHidden } from './box-traits.ts';
import { readingLength } from './measure-text.ts';

/** A block with what is known of it at sight. */
export interface SeenBlock {
  block: Block;
  /** Letters in an alphabetic script, see `readingLength`. */
  length: number;
  linkShare: number;
  /** Looks like a paragraph of an article: long, not of links, shown. */
  isLong: boolean;
  traits: BoxTraits;
  /** Tag and class of the block and of the box around it: blocks of one kind look alike. */
  kind: string;
  /** The elements around it, itself first. */
  boxes: readonly Element[];
}

export interface BoxMeasures {
  text: number;
  linked: number;
  long: number;
  blocks: number;
  /** Of `long`, what stands in it directly, not in a box inside of it. */
  ownLong: number;
}

export interface SeenBlocks {
  blocks: readonly SeenBlock[];
  boxes: ReadonlyMap<Element, BoxMeasures>;
  /** All text that looks like an article's paragraphs, and one letter more. */
  allLong: number;
  /** The innermost box that holds most of it. */
  main: Element | undefined;
}

const longLength = 100;
const mostOfLong = 0.6;

export function* seeBlocks(all: readonly Block[]): Steps<SeenBlocks> {
  const traitsOf = createTraitReader();
  const blocks: SeenBlock[] = [];
  const boxes = new Map<Element, BoxMeasures>();
  let allLong = 1;
  for (const block of all) {
    const seen = see(block, traitsOf(block.element));
    blocks.push(seen);
    const long = seen.isLong ? seen.length : 0;
    allLong += long;
    for (const [level, element] of seen.boxes.entries()) {
      const box = boxes.get(element) ?? { text: 0, linked: 0, long: 0, blocks: 0, ownLong: 0 };
      boxes.set(element, box);
      box.text += seen.length;
      box.linked += seen.linkShare * seen.length;
      box.long += long;
      box.blocks++;
      if (level === 1) box.ownLong += long;
    }
    yield;
  }
  return { blocks, boxes, allLong, main: innermost(blocks, boxes, allLong) };
}

function see(block: Block, traits: BoxTraits): SeenBlock {
  const { element, text, linked } = block;
  const length = readingLength(text);
  const linkShare = linked / text.length;
  const boxes: Element[] = [];
  for (let at: Element | undefined = element; at !== undefined; at = visibleParent(at)) boxes.push(at);
  return {
    block,
    length,
    linkShare,
    isLong: length >= longLength && linkShare < 0.5 && !isHidden(traits),
    traits,
    kind: `${nameOf(element)} in ${nameOf(boxes[1])}`,
    boxes,
  };
}

function nameOf(element: Element | undefined): string {
  return element === undefined ? '' : `${element.localName}.${(element.getAttribute('class') ?? '').slice(0, 120)}`;
}

function innermost(
  blocks: readonly SeenBlock[],
  boxes: ReadonlyMap<Element, BoxMeasures>,
  allLong: number,
): Element | undefined {
  const holdsMost = (element: Element): boolean => (boxes.get(element)?.long ?? 0) >= mostOfLong * allLong;
  let main: Element | undefined;
  let depth = 0;
  for (const { boxes: around } of blocks) {
    const level = around.findIndex(holdsMost);
    if (level < 0 || around.length - level <= depth) continue;
    main = around[level];
    depth = around.length - level;
  }
  return main;
}
