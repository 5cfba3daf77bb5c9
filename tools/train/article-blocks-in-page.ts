// What training runs inside a page: every block with the features that the shipped code gives it.
import { readArticleParts } from '../../core/article/article-parts.ts';
import { createForeignTest } from '../../core/article/filter-blocks.ts';
import type { LookedAt } from '../../core/article/second-look.ts';
import { atOnce } from '../../core/slices.ts';

export interface BlockExample {
  text: string;
  features: readonly number[];
  place: LookedAt;
  /** The headline, or by its tag or words no part of a text: not the models' to decide. */
  decided: boolean;
}

export async function blockExamples(): Promise<BlockExample[]> {
  const { blocks, headline, features, places } = atOnce(readArticleParts(document));
  const isForeign = createForeignTest();
  return blocks.map((block, index) => ({
    text: block.text,
    features: features[index] ?? [],
    place: places[index] ?? { length: 0, kind: 0, box: 0, outerBox: 0 },
    decided: block === headline || isForeign(block),
  }));
}
