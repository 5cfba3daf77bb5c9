// Is this page an article? Runs on every page, so it must cost next to nothing: no copy, no layout, no styles.
import { inSlices, type Steps } from '../slices.ts';
import { predict } from './boosted-trees.ts';
import { spotterModel } from './spotter.model.ts';
import { featureAt, spotterFeatures } from './spotter-features.ts';

export interface Spotting {
  article: boolean;
  /** Probability, 0 to 1. */
  score: number;
}

/** Where a wrong yes and a wrong no weigh right: marks on a page that is no article annoy more than a missed article. */
const leastScore = 0.7;

/**
 * Whether the page at `url` is an article; XML, images, plain text and pages without a body never are. Works in slices,
 * so that no page, however large, waits for it.
 */
export async function spotArticle(document: Document, url: URL): Promise<Spotting> {
  return inSlices(spotInSteps(document, url));
}

function* spotInSteps(document: Document, url: URL): Steps<Spotting> {
  if (!/html/.test(document.contentType) || document.body?.localName !== 'body') return { article: false, score: 0 };
  const features = yield* spotterFeatures(document, url);
  const score = Math.max(predict(spotterModel, features), saysSo(features) ? leastScore : 0);
  return { article: score >= leastScore, score };
}

/** A page that calls itself a news article and holds running text in one place; plain pages are rare in training. */
function saysSo(features: readonly number[]): boolean {
  const value = (at: number) => features[at] ?? 0;
  const isText = value(featureAt.longText) > 500 && value(featureAt.fullestShare) > 0.5;
  return isText && value(featureAt.ldNews) === 1 && value(featureAt.depth) > 0;
}
