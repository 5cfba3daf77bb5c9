// What the benchmark runs inside a page: the shipped code, timed, and after it Mozilla's Readability on the same page.
import { isProbablyReaderable, Readability } from '@mozilla/readability';
import { gatherBlocks } from '../../core/article/blocks.ts';
import { readArticle } from '../../core/article/read-article.ts';
import { spotArticle } from '../../core/article/spot-article.ts';
import { atOnce } from '../../core/slices.ts';
import type { ArticleText } from '../../core/text/article-text.ts';

export interface Spotted {
  article: boolean;
  score: number;
  /** Milliseconds of the first run, when nothing is warm. */
  time: number;
  /** What isProbablyReaderable says. */
  readerable: boolean;
}

export async function spot(): Promise<Spotted> {
  const start = performance.now();
  const { article, score } = await spotArticle(document, new URL(location.href));
  const time = performance.now() - start;
  return { article, score, time, readerable: isProbablyReaderable(document) };
}

export interface Read {
  text: string;
  title: string;
  authors: string[];
  date?: string;
  time: number;
  /** Characters of the text, white space aside, and how many of them stand where the map says in the live page. */
  characters: number;
  mapped: number;
  /** Changes of the page's DOM while it was read. */
  mutations: number;
  /** Whether the page is, byte for byte, what it was. */
  untouched: boolean;
  /** The text by Readability alone. */
  readability: string;
}

export async function read(): Promise<Read> {
  const before = document.documentElement.outerHTML;
  const observer = new MutationObserver(() => {});
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const start = performance.now();
  const article = await readArticle(document);
  const time = performance.now() - start;
  const mutations = observer.takeRecords().length;
  observer.disconnect();
  const untouched = before === document.documentElement.outerHTML;
  const date = article?.metadata.publishedTime;
  return {
    // The truth has bodies without headlines.
    text: article?.text.text.slice(article.bodyStart) ?? '',
    title: article?.metadata.title ?? '',
    authors: article?.metadata.byline === undefined ? [] : [article.metadata.byline],
    ...(date === undefined ? {} : { date }),
    time,
    characters: lengthOf(article?.text.text ?? ''),
    mapped: article === undefined ? 0 : mappedIn(article.text),
    mutations,
    untouched,
    readability: readPlainly(),
  };
}

function mappedIn({ text, pieces }: ArticleText): number {
  const standing = pieces.filter(({ node, nodeStart, start, length }) => {
    return node.isConnected && node.data.slice(nodeStart, nodeStart + length) === text.slice(start, start + length);
  });
  return standing.reduce((sum, { start, length }) => sum + lengthOf(text.slice(start, start + length)), 0);
}

function lengthOf(text: string): number {
  return text.replace(/\s/g, '').length;
}

/** Blocks on lines of their own, so that no words run together where Readability's own text has them do so. */
function readPlainly(): string {
  const copy = document.implementation.createHTMLDocument(document.title);
  copy.replaceChild(copy.importNode(document.documentElement, true), copy.documentElement);
  const content = new Readability<Node>(copy, { serializer: (node) => node }).parse()?.content;
  if (content === undefined || content === null) return '';
  const walker = copy.createTreeWalker(content, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const reading: (Text | Element)[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text || (node instanceof Element && node.localName === 'br')) reading.push(node);
  }
  return atOnce(gatherBlocks(reading))
    .map((block) => block.text)
    .join('\n');
}
