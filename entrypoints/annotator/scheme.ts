// Whether the article's words stand on a light or a dark ground.
import { pageScheme } from '../../core/painting/page-scheme.ts';
import type { Scheme } from '../../core/painting/palette.ts';
import type { TextMap } from '../../core/text/text-map.ts';

/** Asked in the middle of the article: its head may stand on a picture. */
export function schemeOf(document: Document, text: TextMap | undefined): Scheme {
  const pieces = text?.pieces ?? [];
  const middle = pieces[pieces.length >> 1]?.node.parentElement;
  return pageScheme(middle ?? document.body ?? document.documentElement);
}
