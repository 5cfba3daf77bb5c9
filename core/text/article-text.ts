// The words of an article: what the recogniser reads and where its mentions are painted.
import type { TextMap } from './text-map.ts';

/** A link inside the article's text; handles take their platform from it. */
export interface TextLink {
  start: number;
  end: number;
  href: string;
}

/** The article's headline and body, blocks parted by an empty line; menus, teasers and credits are not in it. */
export interface ArticleText extends TextMap {
  readonly links: readonly TextLink[];
  /** BCP 47 where the page says it. */
  readonly lang?: string;
}

/** Where whole paragraphs end that are about so long, UTF-16 units. */
export function beginningOf({ text }: ArticleText, length: number): number {
  const end = text.lastIndexOf('\n\n', length);
  return end > length / 2 ? end : length;
}
