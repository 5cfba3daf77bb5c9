// What the spotter looks at: address, metadata and the page's text, as numbers. The same code runs when the model is
// trained, so that training and use cannot drift apart.
import type { Steps } from '../slices.ts';
import { measureText, readingLength } from './measure-text.ts';
import { countStructuredTypes } from './structured-types.ts';

/** Names of the features, in the order of `spotterFeatures`; for training reports only. */
export const spotterFeatureNames = [
  ...['depth', 'slugWords', 'slugLength', 'date', 'id', 'page', 'query', 'section', 'talk', 'newsWord', 'host'],
  ...['ldNews', 'ldArticle', 'ldSale', 'ldList', 'ldTalk'],
  ...['ogArticle', 'ogOther', 'published', 'author', 'newsMeta', 'description', 'canonicalRoot', 'feedLinks'],
  ...['plain', 'linked', 'linkShare', 'longBlocks', 'longText', 'meanLong', 'sentences', 'fullest', 'fullestShare'],
  ...['inParagraphs', 'inArticle', 'inLists', 'prices', 'nodes', 'longPerNode'],
  ...['links', 'linksPerText', 'h1', 'headings', 'headingsPerText', 'articles', 'times', 'inputs', 'password'],
  ...['textareas', 'code', 'lists', 'tables', 'figures', 'images', 'buttons', 'titleInH1', 'h1Words', 'byline'],
  ...['comments', 'headingLinks', 'body', 'datetime', 'titleLength', 'share'],
] as const;

/** Where some features stand, so that the names need not ship. */
export const featureAt = { depth: 0, ldNews: 11, longText: 28, fullestShare: 32 } as const;

/** One number for each of `spotterFeatureNames`. */
export function* spotterFeatures(document: Document, url: URL): Steps<number[]> {
  const root = document.body;
  const count = (selector: string) => document.querySelectorAll(selector).length;
  const contents = readMeta(document);
  const meta = (name: string) => contents.get(name) ?? '';
  const tagged = (tag: string) => document.getElementsByTagName(tag).length;

  const text = yield* measureText(document, root);
  const heading = document.querySelector('h1')?.textContent?.trim() ?? '';
  const title = meta('og:title') || document.title;
  const ogType = meta('og:type').toLowerCase();
  const canonical = document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? '';
  const headings = tagged('h2') + tagged('h3') + tagged('h4');
  const links = tagged('a');

  const features = [...addressFeatures(url), ...countStructuredTypes(document)];
  yield;
  // One by one: on a page of a hundred thousand elements each count takes its time.
  for (const feature of [
    () => Number(/article/.test(ogType)),
    () => Number(ogType !== '' && !/article/.test(ogType)),
    () => Number((meta('article:published_time') || meta('datePublished') || meta('date') || meta('pubdate')) !== ''),
    () => Number((meta('author') || meta('article:author') || meta('parsely-author')) !== ''),
    () => Number((meta('news_keywords') || meta('article:section') || meta('parsely-pub-date')) !== ''),
    () => readingLength(meta('og:description') || meta('description')),
    () => Number(/^(?:https?:\/\/[^/]*)?\/?$/.test(canonical) && canonical !== ''),
    () => count('link[type*=rss],link[type*=atom]'),
    () => text.plain,
    () => text.linked,
    () => text.linked / (text.plain + text.linked + 1),
    () => text.longBlocks,
    () => text.longText,
    () => text.longText / (text.longBlocks + 1),
    () => text.sentences / (text.longText + 1),
    () => text.fullestBox,
    () => text.fullestBox / (text.longText + 1),
    () => text.inParagraphs / (text.longText + 1),
    () => text.inArticle / (text.longText + 1),
    () => text.inLists / (text.longText + 1),
    () => text.prices,
    () => text.nodes,
    () => text.longText / (text.nodes + 1),
    () => links,
    () => links / (text.longText / 100 + 1),
    () => tagged('h1'),
    () => headings,
    () => headings / (text.longText / 500 + 1),
    () => tagged('article'),
    () => tagged('time'),
    () => count('input:not([type=hidden])'),
    () => count('[type=password]'),
    () => tagged('textarea'),
    () => tagged('pre') + tagged('code'),
    () => tagged('li'),
    () => tagged('table'),
    () => tagged('figure'),
    () => tagged('img'),
    () => tagged('button'),
    () => Number(readingLength(heading) > 8 && title.toLowerCase().includes(heading.slice(0, 30).toLowerCase())),
    () => readingLength(heading),
    () => count('[class*=byline],[class*=author],[rel=author],[itemprop=author]'),
    () => count('[class*=comment],[id*=comment]'),
    () => count('h2 a,h3 a,h4 a'),
    () =>
      count(
        '[itemprop=articleBody],[class*=article-body],[class*=articleBody],[class*=entry-content],[class*=post-content]',
      ),
    () => count('[itemprop=datePublished],time[datetime]'),
    () => readingLength(title),
    () => count('a[href*="sharer"],a[href*="intent/tweet"],a[href*="share?"],a[href*="wa.me"],a[href*="api.whatsapp"]'),
  ]) {
    features.push(feature());
    yield;
  }
  return features;
}

/** What the page's meta elements say, by name; the first one counts. */
function readMeta(document: Document): ReadonlyMap<string, string> {
  const contents = new Map<string, string>();
  for (const element of document.getElementsByTagName('meta')) {
    for (const name of [element.getAttribute('property'), element.getAttribute('name')]) {
      if (name !== null && !contents.has(name)) contents.set(name, element.getAttribute('content')?.trim() ?? '');
    }
  }
  return contents;
}

function addressFeatures(url: URL): number[] {
  const path = readablePath(url);
  const segments = path.split('/').filter((segment) => segment !== '' && !/^index\.\w+$/.test(segment));
  const slug = segments.reduce((longest, segment) => (segment.length > longest.length ? segment : longest), '');
  return [
    segments.length,
    slug.split(/[-_]/).length,
    slug.length,
    Number(/(?:19|20)\d\d[-/_.]?(?:0?[1-9]|1[0-2])[-/_.]|(?:19|20)\d\d\d{4}/.test(`${path}/`)),
    Number(/\d{5}/.test(path)),
    Number(/\.\w{3,5}$/.test(path)),
    [...url.searchParams].length,
    Number(
      /\/(?:tag|tags|category|topics?|author|search|login|shop|products?|collections?|docs?|wiki|page)\b/.test(path),
    ),
    Number(/forum|thread|showthread|viewtopic|community|discuss|questions/.test(url.hostname + path)),
    Number(/news|article|story|stories|blog|post|nachricht|noticia|actualit/.test(path)),
    Number(/^(?:docs?|help|support|developers?|shop|store|forums?|accounts?|login)\./.test(url.hostname)),
  ];
}

/** The path as a reader sees it; as it stands where its bytes are not UTF-8. */
function readablePath(url: URL): string {
  try {
    return decodeURI(url.pathname);
  } catch {
    return url.pathname;
  }
}
