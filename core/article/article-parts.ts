// Everything that reading an article decides on, short of the decision: the page's blocks, which of them may be the
// article's, and what tells them apart.
import type { Steps } from '../slices.ts';
import type { ArticleMetadata, MetadataSources } from './article.ts';
import { readDescription, readMetadata } from './article-metadata.ts';
import { blockFeatures, type Candidate } from './block-features.ts';
import { type Block, gatherBlocks } from './blocks.ts';
import { findCandidates } from './candidates.ts';
import { copyPage } from './copy-page.ts';
import { extractText } from './extract-text.ts';
import { findHeadline } from './find-headline.ts';

export interface ArticleParts {
  metadata: ArticleMetadata;
  sources: MetadataSources;
  /** All blocks of the page. */
  all: readonly Block[];
  headline: Block | undefined;
  candidates: readonly Candidate[];
  features: readonly number[][];
}

export function* readArticleParts(document: Document): Steps<ArticleParts> {
  const { metadata, sources } = readMetadata(document);
  yield;
  const copy = yield* copyPage(document);
  const kept = extractText(copy);
  yield;
  const all = yield* gatherBlocks(copy.reading);
  const headline = findHeadline(all, metadata.title);
  const candidates = findCandidates(all, kept, headline);
  const { title, byline = '' } = metadata;
  return {
    metadata,
    sources,
    all,
    headline,
    candidates,
    features: yield* blockFeatures(candidates, { title, byline, description: readDescription(document) }),
  };
}
