// Everything that reading an article decides on, short of the decision: the page's blocks, and what tells the article's
// own from the others.
import type { Steps } from '../slices.ts';
import type { ArticleMetadata, MetadataSources } from './article.ts';
import { readArticleBody, readDescription, readMetadata } from './article-metadata.ts';
import { seeBlocks } from './block-boxes.ts';
import { blockFeatures } from './block-features.ts';
import { type Block, gatherBlocks } from './blocks.ts';
import { findHeadline } from './find-headline.ts';
import { readingOrder } from './reading-order.ts';
import type { LookedAt } from './second-look.ts';

export interface ArticleParts {
  metadata: ArticleMetadata;
  sources: MetadataSources;
  /** All blocks of the page. */
  blocks: readonly Block[];
  headline: Block | undefined;
  /** Of each block, for the first look and for the second. */
  features: readonly number[][];
  places: readonly LookedAt[];
}

export function* readArticleParts(document: Document): Steps<ArticleParts> {
  const { metadata, sources } = readMetadata(document);
  yield;
  const reading = yield* readingOrder(document);
  const blocks = yield* gatherBlocks(reading);
  const headline = findHeadline(blocks, metadata.title);
  const seen = yield* seeBlocks(blocks);
  const features = yield* blockFeatures(seen, {
    description: readDescription(document),
    articleBody: readArticleBody(document),
    headline: headline === undefined ? -1 : blocks.indexOf(headline),
  });
  const numberOf = numbering();
  const places = seen.blocks.map(({ length, kind, boxes }) => ({
    length,
    kind: numberOf(kind),
    box: numberOf(boxes[1]),
    outerBox: numberOf(boxes[2]),
  }));
  return { metadata, sources, blocks, headline, features, places };
}

/** A number for each thing, the same for the same. */
function numbering(): (thing: unknown) => number {
  const numbers = new Map<unknown, number>();
  return (thing) => {
    const number = numbers.get(thing) ?? numbers.size;
    numbers.set(thing, number);
    return number;
  };
}
