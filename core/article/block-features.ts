// What tells the article's own blocks from captions, teasers and boxes in between, as numbers: where a block stands
// among the others, what its boxes are called, how much of it is links, how it looks as text.
import type { Steps } from '../slices.ts';
import type { Block } from './blocks.ts';
import { boxTraitNames, createTraitReader } from './box-traits.ts';
import { readingLength } from './measure-text.ts';

/** A block and whether Readability kept it. */
export interface Candidate {
  block: Block;
  kept: boolean;
}

export interface BlockContext {
  title: string;
  byline: string;
  description: string;
}

export const blockFeatureNames = [
  ...['kept', 'length', 'linkShare', 'words', 'sentence', 'colon', 'capital', 'digitShare', 'upperShare', 'credit'],
  ...['teaser', 'date', 'inTitle', 'inByline', 'inDescription', 'repeats', 'contained', 'heading', 'paragraph', 'item'],
  ...['division', 'bold', 'sameKind', 'sameBox', 'boxLevel', 'fromFirst', 'toLast', 'position', 'before', 'after'],
  ...['beforeLinked', 'afterLinked', 'beforeKept', 'afterKept', 'nearKept', 'sinceLong', 'untilLong', 'afterSame'],
  ...['beforeSame', 'longShare', 'inArticle', 'quoted', 'buttons', 'beforeHeading', 'afterHeading'],
  ...boxTraitNames,
] as const;

const longLength = 100;

/** Features of each candidate, in the order of `blockFeatureNames`. */
export function* blockFeatures(candidates: readonly Candidate[], context: BlockContext): Steps<number[][]> {
  const traitsOf = createTraitReader();
  const blocks = candidates.map(({ block, kept }) => ({
    block,
    kept,
    length: readingLength(block.text),
    kind: kindOf(block.element),
    box: block.element.parentElement,
  }));
  const isLong = blocks.map(({ length, block, kept }) => kept && length >= longLength && block.linked < length / 2);
  const longText = new Map<unknown, number>();
  let allLong = 1;
  blocks.forEach(({ length, kind, box }, index) => {
    if (!isLong[index]) return;
    longText.set(kind, (longText.get(kind) ?? 0) + length);
    longText.set(box, (longText.get(box) ?? 0) + length);
    allLong += length;
  });
  const first = isLong.indexOf(true);
  const last = isLong.lastIndexOf(true);
  const occurrences = new Map<string, number>();
  for (const { block } of blocks) occurrences.set(block.text, (occurrences.get(block.text) ?? 0) + 1);
  const title = context.title.toLowerCase();
  const byline = context.byline.toLowerCase();
  const description = context.description.toLowerCase();
  const sinceLong = distances(isLong);
  const untilLong = distances([...isLong].reverse()).reverse();
  const cap = (value: number) => Math.max(-20, Math.min(20, value));

  const featuresOf = ({ block, kept, length, kind, box }: (typeof blocks)[number], index: number): number[] => {
    const before = blocks[index - 1];
    const after = blocks[index + 1];
    const { text, element } = block;
    const lower = text.toLowerCase();
    const tag = element.localName;
    const linkShare = (each: typeof before) => (each === undefined ? 0 : each.block.linked / each.block.text.length);
    const isHeading = (each: typeof before) => Number(/^h[1-6]$/.test(each?.block.element.localName ?? ''));
    const near = blocks.slice(Math.max(0, index - 3), index + 4);
    return [
      Number(kept),
      length,
      linkShare({ block, kept, length, kind, box }),
      text.split(' ').length,
      Number(/[.!?…。！？؟।]["'”’»)\]]*$/.test(text)),
      Number(/[:：]$/.test(text)),
      Number(/^["'“‘«„(]?\p{Lu}/u.test(text)),
      countOf(text, /\d/g) / text.length,
      countOf(text, /\p{Lu}/gu) / text.length,
      Number(
        /©|\(c\)|getty|reuters|\bafp\b|\bap\b|\bepa\b|photo|foto|bild:|image|courtesy|shutterstock|alamy|imago/i.test(
          text,
        ),
      ),
      Number(
        /^(?:read|see|more|related|watch|also|lire|lesen|mehr|leer|ver|leggi|czytaj|читайте|share|follow|sign up|subscribe|advert|loading|continue)\b/i.test(
          text,
        ),
      ),
      Number(/\b(?:19|20)\d\d\b|\d{1,2}[:.]\d\d\b/.test(text) && length < 80),
      Number(length > 5 && (title.includes(lower) || (title !== '' && lower.includes(title)))),
      Number(byline !== '' && length < 200 && lower.includes(byline.slice(0, 30))),
      Number(
        length > 20 &&
          description.length > 20 &&
          (description.startsWith(lower.slice(0, 40)) || lower.startsWith(description.slice(0, 40))),
      ),
      (occurrences.get(text) ?? 1) - 1,
      Number(
        length < 200 &&
          length > 10 &&
          near.some(
            (other) =>
              other.block !== block && other.block.text.length > text.length && other.block.text.includes(text),
          ),
      ),
      /^h[1-6]$/.test(tag) ? Number(tag[1]) : 0,
      Number(tag === 'p'),
      Number(tag === 'li'),
      Number(tag === 'div' || tag === 'span'),
      Number(isBold(block)),
      (longText.get(kind) ?? 0) / allLong,
      (longText.get(box) ?? 0) / allLong,
      levelOf(element, longText, allLong),
      cap(index - first),
      cap(last - index),
      index / blocks.length,
      before?.length ?? 0,
      after?.length ?? 0,
      linkShare(before),
      linkShare(after),
      Number(before?.kept ?? false),
      Number(after?.kept ?? false),
      near.filter((each) => each.kept).length,
      sinceLong[index] ?? 20,
      untilLong[index] ?? 20,
      Number(after?.kind === kind),
      Number(before?.kind === kind),
      length / allLong,
      Number(element.closest('[itemprop=articleBody],article') !== null),
      Number(/^["“„«‘']/.test(text)),
      element.getElementsByTagName('button').length,
      isHeading(before),
      isHeading(after),
      ...traitsOf(element),
    ];
  };
  const features: number[][] = [];
  for (const [index, each] of blocks.entries()) {
    features.push(featuresOf(each, index));
    yield;
  }
  return features;
}

/** Blocks of one kind look the same: same tag, same class names. */
function kindOf(element: Element): string {
  const parent = element.parentElement;
  return `${element.localName}.${element.getAttribute('class') ?? ''}<${parent?.localName}.${parent?.getAttribute('class') ?? ''}`;
}

/** How many levels up stands the first box that holds a good part of the long text as direct blocks; 6 when none does. */
function levelOf(element: Element, longText: ReadonlyMap<unknown, number>, all: number): number {
  let at = element.parentElement;
  for (let level = 0; level < 6 && at !== null; level++, at = at.parentElement) {
    if ((longText.get(at) ?? 0) > all * 0.25) return level;
  }
  return 6;
}

function isBold(block: Block): boolean {
  return block.nodes.every((node) => node.data.trim() === '' || node.parentElement?.closest('b,strong') != null);
}

/** How many blocks ago the last marked one was, at most 20. */
function distances(marks: readonly boolean[]): number[] {
  let distance = 20;
  return marks.map((mark) => {
    const answer = distance;
    distance = mark ? 1 : Math.min(20, distance + 1);
    return answer;
  });
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
