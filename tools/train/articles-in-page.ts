// What training runs inside a page: the shipped code alone.
import { spotterFeatures as inSteps } from '../../core/article/spotter-features.ts';
import { atOnce } from '../../core/slices.ts';

export function spotterFeatures(document: Document, url: URL): number[] {
  return atOnce(inSteps(document, url));
}
