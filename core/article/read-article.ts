// Reads an article from its page: what it is, and its own words mapped to the live text nodes they stand in.
import { inSlices, type Steps } from '../slices.ts';
import type { ArticleText } from '../text/article-text.ts';
import type { ArticleMetadata, MetadataSources } from './article.ts';
import { readArticleParts } from './article-parts.ts';
import type { Block } from './blocks.ts';
import { composeText } from './compose-text.ts';
import { filterBlocks, isShown } from './filter-blocks.ts';

export interface Article {
  metadata: ArticleMetadata;
  /** Where the page says it. */
  sources: MetadataSources;
  text: ArticleText;
  /** Where the body starts in the text, after the headline and the break that follows it. */
  bodyStart: number;
}

/** Undefined when the page has no text at all. Works in slices, never changes the live DOM. */
export async function readArticle(document: Document, signal?: AbortSignal): Promise<Article | undefined> {
  return inSlices(readInSteps(document), signal);
}

function* readInSteps(document: Document): Steps<Article | undefined> {
  if (document.body === null) return undefined;
  const parts = yield* readArticleParts(document);
  const { metadata, sources, headline } = parts;
  const own = yield* filterBlocks(parts);
  // Where no article is found, the reader who asked for this page still gets its words.
  const body = own.length > 0 ? own : parts.blocks.filter(isShown);
  const blocks = withHeadline(body, headline);
  if (blocks.length === 0) return undefined;
  const text = yield* composeText(blocks, metadata.lang);
  const bodyStart = headline !== undefined && blocks[0] === headline ? headline.text.length + 2 : 0;
  return { metadata, sources, text, bodyStart: Math.min(bodyStart, text.text.length) };
}

/** The headline goes first unless the page has it further down, where document order must hold. */
function withHeadline(body: readonly Block[], headline: Block | undefined): readonly Block[] {
  if (headline === undefined || body.includes(headline)) return body;
  const after = body.findIndex((block) => follows(block.element, headline.element));
  return after < 0 ? [...body, headline] : [...body.slice(0, after), headline, ...body.slice(after)];
}

function follows(node: Node, other: Node): boolean {
  return (other.compareDocumentPosition(node) & 4) /* DOCUMENT_POSITION_FOLLOWING */ !== 0;
}
