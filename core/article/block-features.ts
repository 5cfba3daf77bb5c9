// What tells the article's own blocks from captions, teasers and boxes in between, as numbers: how it looks as text,
// where it stands among the others, what its boxes are called and hold.
import type { Steps } from '../slices.ts';
import type { BoxMeasures, SeenBlock, SeenBlocks } from './block-boxes.ts';
import { boxTraitNames } from './box-traits.ts';

export interface BlockContext {
  description: string;
  /** What JSON-LD says that the article's words are; empty when it does not. */
  articleBody: string;
  /** Which of the blocks is the headline; -1 when none is. */
  headline: number;
}

export const blockFeatureNames: readonly string[] = [
  ...['length', 'linkShare', 'words', 'sentence', 'capital', 'digitShare', 'upperShare', 'credit', 'teaser'],
  ...['inDescription', 'inJsonLd', 'repeats', 'heading', 'paragraph', 'division', 'cell'],
  ...['kindLong', 'kindCount', 'kindMean', 'kindLinks', 'boxLong', 'boxLevel', 'ownLong'],
  ...['parentLinks', 'parentText', 'parentBlocks', 'parentLong', 'outerLinks', 'outerLong', 'outerBlocks'],
  ...['outmostLinks', 'outmostLong', 'inMain', 'mainLevel', 'fromMain', 'toMain', 'toLast', 'position'],
  ...['fromHeadline', 'longBefore', 'untilLong', 'longShare', 'allLong', 'longBlocks'],
  ...['third before', 'before', 'after', 'afterLinks', 'afterSame', 'second after', 'third after'],
  ...boxTraitNames,
];

interface KindMeasures {
  count: number;
  text: number;
  linked: number;
  long: number;
}

const noBox: BoxMeasures = { text: 0, linked: 0, long: 0, blocks: 0, ownLong: 0 };
const farAway = 40;

/** Features of each block, in the order of `blockFeatureNames`. */
export function* blockFeatures(seen: SeenBlocks, context: BlockContext): Steps<number[][]> {
  const { blocks, boxes, allLong, main } = seen;
  const kinds = measureKinds(blocks);
  const occurrences = new Map<string, number>();
  for (const { block } of blocks) occurrences.set(block.text, (occurrences.get(block.text) ?? 0) + 1);
  const isLong = blocks.map((each) => each.isLong);
  const untilLong = distances([...isLong].reverse()).reverse();
  const mainLevel = blocks.map(({ boxes: around }) => (main === undefined ? -1 : around.indexOf(main)));
  const longInMain = isLong.map((long, index) => long && (mainLevel[index] ?? -1) >= 0);
  const last = isLong.lastIndexOf(true);
  const firstInMain = longInMain.indexOf(true);
  const lastInMain = longInMain.lastIndexOf(true);
  const lastOrEnd = last < 0 ? blocks.length - 1 : last;
  const description = context.description.toLowerCase();
  const articleBody = lettersOf(context.articleBody.replace(/<[^>]*>|&#?\w+;/g, ' '));
  const longBlocks = isLong.filter(Boolean).length;
  const clip = (value: number): number => Math.max(-farAway, Math.min(farAway, value));
  const boxOf = (element: Element | undefined): BoxMeasures => (element && boxes.get(element)) ?? noBox;
  let longBefore = 0;

  const featuresOf = (each: SeenBlock, index: number): number[] => {
    const { block, length, linkShare, kind, traits } = each;
    const { text, element } = block;
    const tag = element.localName;
    const alike = kinds.get(kind) ?? { count: 1, text: length, linked: 0, long: 0 };
    const [own, parent, outer, outmost] = [0, 1, 2, 3].map((level) => boxOf(each.boxes[level]));
    const linksIn = (box: BoxMeasures = noBox): number => box.linked / (box.text + 1);
    const longIn = (box: BoxMeasures = noBox): number => box.long / allLong;
    const level = mainLevel[index] ?? -1;
    const lengthAt = (place: number): number => blocks[place]?.length ?? 0;
    return [
      length,
      linkShare,
      text.split(' ').length,
      Number(/[.!?…。！？؟।]["'”’»)\]]*$/.test(text)),
      Number(/^["'“‘«„(]*\p{Lu}/u.test(text)),
      countOf(text, /\d/g) / text.length,
      countOf(text, /\p{Lu}/gu) / text.length,
      Number(creditWords.test(text)),
      Number(teaserWords.test(text)),
      Number(length > 20 && isOpening(text.toLowerCase(), description)),
      likenessTo(articleBody, text),
      (occurrences.get(text) ?? 1) - 1,
      /^h[1-6]$/.test(tag) ? Number(tag[1]) : 0,
      Number(tag === 'p'),
      Number(tag === 'div' || tag === 'span'),
      Number(/^(?:t[dh]|d[td])$/.test(tag)),
      alike.long / allLong,
      alike.count,
      alike.text / alike.count,
      alike.linked / (alike.text + 1),
      (parent?.ownLong ?? 0) / allLong,
      levelOf(each, boxes, allLong),
      longIn(own),
      linksIn(parent),
      Math.min(20_000, parent?.text ?? 0),
      Math.min(200, parent?.blocks ?? 0),
      longIn(parent),
      linksIn(outer),
      longIn(outer),
      Math.min(200, outer?.blocks ?? 0),
      linksIn(outmost),
      longIn(outmost),
      Number(level >= 0),
      level < 0 ? 16 : Math.min(15, level),
      clip(index - (firstInMain < 0 ? Math.max(0, isLong.indexOf(true)) : firstInMain)),
      clip((lastInMain < 0 ? lastOrEnd : lastInMain) - index),
      clip(lastOrEnd - index),
      index / blocks.length,
      context.headline < 0 ? farAway + 10 : clip(index - context.headline),
      longBefore / allLong,
      untilLong[index] ?? farAway,
      length / allLong,
      allLong,
      longBlocks,
      lengthAt(index - 3),
      lengthAt(index - 1),
      lengthAt(index + 1),
      blocks[index + 1]?.linkShare ?? 0,
      Number(blocks[index + 1]?.kind === kind),
      lengthAt(index + 2),
      lengthAt(index + 3),
      ...traits,
    ];
  };

  const features: number[][] = [];
  for (const [index, each] of blocks.entries()) {
    features.push(featuresOf(each, index));
    if (each.isLong) longBefore += each.length;
    yield;
  }
  return features;
}

const creditWords =
  /©|\(c\)|getty|reuters|\bafp\b|\bap\b|\bepa\b|photo|foto|bild:|image|courtesy|shutterstock|alamy|imago/i;
const teaserWords =
  /^(?:read|see|more|related|watch|also|lire|lesen|mehr|leer|ver|leggi|czytaj|читайте|share|follow|sign up|subscribe|advert|loading|continue)\b/i;

function measureKinds(blocks: readonly SeenBlock[]): ReadonlyMap<string, KindMeasures> {
  const kinds = new Map<string, KindMeasures>();
  for (const { kind, length, linkShare, isLong } of blocks) {
    const measures = kinds.get(kind) ?? { count: 0, text: 0, linked: 0, long: 0 };
    kinds.set(kind, measures);
    measures.count++;
    measures.text += length;
    measures.linked += linkShare * length;
    if (isLong) measures.long += length;
  }
  return kinds;
}

/** Whether the page describes itself by the words that the block opens with. */
function isOpening(lower: string, description: string): boolean {
  if (description.length <= 20) return false;
  return description.startsWith(lower.slice(0, 40)) || lower.startsWith(description.slice(0, 40));
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** 1: JSON-LD has these words, 0.5: it has their beginning, -1: it has others, 0: it tells too little. */
function likenessTo(articleBody: string, text: string): number {
  if (articleBody.length <= 400) return 0;
  const letters = lettersOf(text);
  if (letters.length >= 12 && articleBody.includes(letters)) return 1;
  return letters.length >= 40 && articleBody.includes(letters.slice(0, 40)) ? 0.5 : -1;
}

/** How many levels up stands the first box that holds a good part of the long text as direct blocks; 6 when none does. */
function levelOf({ boxes: around }: SeenBlock, boxes: ReadonlyMap<Element, BoxMeasures>, allLong: number): number {
  const level = around.slice(1, 7).findIndex((each) => (boxes.get(each)?.ownLong ?? 0) > allLong * 0.25);
  return level < 0 ? 6 : level;
}

/** How many blocks ago the last marked one was. */
function distances(marks: readonly boolean[]): number[] {
  let distance = 30;
  return marks.map((mark) => {
    const answer = distance;
    distance = mark ? 1 : Math.min(30, distance + 1);
    return answer;
  });
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
