// Hypothesis: the file that its client exports and imports (annotations-exporter.tsx, import-annotations.ts of
// hypothesis/client), and what its API answers. What it has no field for stands under `pressmark`.
import { type Annotation, entityOf, noteOf, tagsOf } from '../../core/annotation.ts';
import { articleFields } from './article-fields.ts';
import type { Writer } from './formats.ts';
import { fieldOf, isObject, type JsonObject, listOf } from './json-values.ts';
import type { Found } from './read-note.ts';

const user = 'acct:reader@pressmark.invalid';

export function hypothesisWriter(now: Date): Writer {
  let total = 0;
  return {
    begin() {
      const head = { export_date: now.toISOString(), export_userid: user, client_version: 'Pressmark' };
      return `${JSON.stringify(head).slice(0, -1)},\n"annotations":[`;
    },
    write({ article, annotations }) {
      const about = articleFields(article);
      return annotations.map((each) => `${total++ === 0 ? '' : ','}\n${JSON.stringify(itemOf(each, about))}`).join('');
    },
    end: () => '\n]}\n',
  };
}

function itemOf(annotation: Annotation, article: ReturnType<typeof articleFields>) {
  const { id, created, modified, colour, target } = annotation;
  const entity = entityOf(annotation);
  const evidence = target.selector.find((each) => each.type === 'PressmarkEvidence');
  const selector = target.selector.filter((each) => each !== evidence);
  return {
    id,
    created,
    updated: modified,
    user,
    user_info: { display_name: null },
    uri: target.source,
    text: noteOf(annotation),
    tags: tagsOf(annotation),
    group: '__world__',
    permissions: { read: [user], update: [user], delete: [user] },
    target: [{ source: target.source, ...(selector.length === 0 ? {} : { selector }) }],
    document: { title: [article.title] },
    links: {},
    flagged: false,
    hidden: false,
    pressmark: {
      id,
      article,
      ...(colour === undefined ? {} : { colour }),
      ...(entity === undefined ? {} : { entity }),
      ...(evidence === undefined ? {} : { evidence }),
    },
  };
}

export function isHypothesis(entry: JsonObject): boolean {
  return typeof entry.uri === 'string' && (Array.isArray(entry.target) || typeof entry.text === 'string');
}

export function findInHypothesis(entry: JsonObject): Found[] {
  const own = fieldOf(entry, 'pressmark');
  const article = fieldOf(own, 'article');
  const entity = fieldOf(own, 'entity');
  const selectors = listOf(entry.target).flatMap((target) => listOf(fieldOf(target, 'selector')).filter(isObject));
  const quote = selectors.find((selector) => selector.type === 'TextQuoteSelector');
  const position = selectors.find((selector) => selector.type === 'TextPositionSelector');
  return [
    {
      id: fieldOf(own, 'id'),
      ...(typeof entry.id === 'string' ? { name: `hypothesis:${entry.id}` } : {}),
      url: entry.uri,
      title: listOf(fieldOf(entry.document, 'title'))[0],
      ...(isObject(article) ? { article } : {}),
      created: entry.created,
      modified: entry.updated,
      quote: fieldOf(quote, 'exact'),
      prefix: fieldOf(quote, 'prefix'),
      suffix: fieldOf(quote, 'suffix'),
      position,
      evidence: fieldOf(own, 'evidence'),
      note: entry.text,
      tags: listOf(entry.tags),
      colour: own === undefined ? 'yellow' : fieldOf(own, 'colour'),
      ...(isObject(entity) ? { entity: { name: entity.name, type: entity.type } } : {}),
    },
  ];
}
