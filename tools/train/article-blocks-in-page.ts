// What training runs inside a page: every candidate block with the features that the shipped code gives it.
import { readArticleParts } from '../../core/article/article-parts.ts';
import { atOnce } from '../../core/slices.ts';

export interface BlockExample {
  text: string;
  features: readonly number[];
}

export async function blockExamples(): Promise<BlockExample[]> {
  const { candidates, features } = atOnce(readArticleParts(document));
  return candidates.map(({ block }, index) => ({ text: block.text, features: features[index] ?? [] }));
}
