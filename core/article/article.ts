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
  /** Likewise. */
  modifiedTime?: string;
  /** The part of the newspaper that it stands in, in the page's words. */
  section?: string;
  /** BCP 47, as the page says. */
  lang?: string;
  dir?: 'ltr' | 'rtl';
}

/** Where the page says it: JSON-LD, a meta element, the markup that readers see, or the address bar. */
export type MetadataSource = 'json-ld' | 'meta' | 'page' | 'address';

/** For each thing that is known, where it came from. */
export type MetadataSources = { readonly [Key in keyof ArticleMetadata]?: MetadataSource };
