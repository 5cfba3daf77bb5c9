// The article among a page's JSON-LD (https://schema.org/Article), wherever it stands: alone, in an array, in `@graph`,
// or as the main entity of something else. What is broken or not an article is passed over.

export type Thing = { readonly [key: string]: unknown };

const articleType = /(?:Article|BlogPosting|Posting|Report)$/;

/** The first article that the page's JSON-LD tells of. */
export function readJsonLdArticle(document: Document): Thing | undefined {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const article = findArticle(parse(script.textContent ?? ''), 4);
    if (article !== undefined) return article;
  }
  return undefined;
}

function parse(json: string): unknown {
  // Some pages wrap it as if it stood in XHTML, some leave line breaks inside of strings.
  const bare = json.replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, '').replace(/\s+/g, ' ');
  try {
    return JSON.parse(bare);
  } catch {
    return undefined;
  }
}

function findArticle(value: unknown, depth: number): Thing | undefined {
  if (depth === 0 || typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) {
    for (const each of value) {
      const article = findArticle(each, depth - 1);
      if (article !== undefined) return article;
    }
    return undefined;
  }
  const thing: Thing = { ...value };
  const types = [thing['@type']].flat();
  if (types.some((type) => typeof type === 'string' && articleType.test(type))) return thing;
  return findArticle(thing['@graph'], depth - 1) ?? findArticle(thing.mainEntity, depth - 1);
}
