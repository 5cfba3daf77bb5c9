// What the benchmark runs inside a page: the shipped code, timed.
import { readArticle } from '../../core/article/read-article.ts';
import { spotArticle } from '../../core/article/spot-article.ts';

export interface Spotted {
  article: boolean;
  score: number;
  /** Milliseconds of the first run, when nothing is warm. */
  time: number;
}

export function spot(): Spotted {
  const start = performance.now();
  const { article, score } = spotArticle(document, new URL(location.href));
  return { article, score, time: performance.now() - start };
}

export interface Read {
  text: string;
  title: string;
  authors: string[];
  date?: string;
  time: number;
  /** Whether the page is, byte for byte, what it was. */
  untouched: boolean;
}

export async function read(): Promise<Read> {
  const before = document.documentElement.outerHTML;
  const start = performance.now();
  const article = await readArticle(document);
  const time = performance.now() - start;
  const date = article?.metadata.publishedTime;
  return {
    // The truth has bodies without headlines.
    text: article?.text.text.slice(article.bodyStart) ?? '',
    title: article?.metadata.title ?? '',
    authors: article?.metadata.byline === undefined ? [] : [article.metadata.byline],
    ...(date === undefined ? {} : { date }),
    time,
    untouched: before === document.documentElement.outerHTML,
  };
}
