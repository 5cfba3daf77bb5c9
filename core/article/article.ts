// What is known of an article, apart from its words.

/** Readability's names; what the page does not tell is left out. */
export interface ArticleMetadata {
  /** Address as visited, without its fragment. */
  url: string;
  /** The page's own `rel=canonical`, if it names one. */
  canonicalUrl?: string;
  title: string;
  byline?: string;
  siteName?: string;
  /** As the page writes it, ISO 8601 where it does. */
  publishedTime?: string;
  /** BCP 47, as the page says. */
  lang?: string;
  dir?: 'ltr' | 'rtl';
}
