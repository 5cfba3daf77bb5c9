// W3C Web Annotation: a collection with one page, as JSON-LD (https://www.w3.org/TR/annotation-model/). What the model
// has no word for stands under names of our own, which the context declares: others pass over it, we read it back.
import { type Annotation, type Body, type Colour, colours, type Selector } from '../../core/annotation.ts';
import { articleFields } from './article-fields.ts';
import type { Writer } from './formats.ts';
import { textOfHtml } from './html-text.ts';
import { fieldOf, firstText, isObject, type JsonObject, listOf } from './json-values.ts';
import type { Found } from './read-note.ts';

export const annotationContext = 'http://www.w3.org/ns/anno.jsonld';
const ownIds = 'urn:uuid:';

/** How a highlight looks to a reader of the file that knows style sheets. */
const looks: Readonly<Record<Colour, string>> = {
  yellow: '#fbe38b',
  green: '#b5e3bd',
  blue: '#b8d6f8',
  pink: '#f6bfd9',
  purple: '#d8c8f6',
};

export function w3cWriter(collectionId: string, now: Date): Writer {
  const id = `${ownIds}${collectionId}`;
  let total = 0;
  return {
    begin() {
      const head = {
        '@context': [annotationContext, { pressmark: 'urn:pressmark:' }],
        id,
        type: 'AnnotationCollection',
        label: 'Pressmark',
        created: now.toISOString(),
      };
      const page = { id: `${id}#page`, type: 'AnnotationPage', partOf: id, startIndex: 0 };
      return `${JSON.stringify(head).slice(0, -1)},\n"first":${JSON.stringify(page).slice(0, -1)},"items":[`;
    },
    write({ article, annotations }) {
      const about = articleFields(article);
      return annotations.map((each) => `${total++ === 0 ? '' : ','}\n${JSON.stringify(itemOf(each, about))}`).join('');
    },
    end: () => `\n]},\n"last":"${id}#page","total":${total}}\n`,
  };
}

function itemOf(annotation: Annotation, article: ReturnType<typeof articleFields>) {
  const { id, type, motivation, created, modified, colour, body, target } = annotation;
  const selector = selectorsOf(target.selector);
  const evidence = target.selector.find((each) => each.type === 'PressmarkEvidence');
  return {
    id: `${ownIds}${id}`,
    type,
    motivation,
    created,
    modified,
    body: body.map(bodyOf),
    target: {
      type: 'SpecificResource',
      source: target.source,
      ...(selector.length === 0 ? {} : { selector }),
      ...(colour === undefined ? {} : { styleClass: `pressmark-${colour}` }),
      'pressmark:article': article,
      ...(evidence === undefined ? {} : { 'pressmark:evidence': evidence }),
    },
    ...(colour === undefined
      ? {}
      : { stylesheet: { type: 'CssStylesheet', value: `.pressmark-${colour}{background:${looks[colour]}}` } }),
  };
}

function bodyOf(body: Body) {
  if (body.purpose !== 'identifying') return body;
  const { entityType, ...rest } = body;
  return { ...rest, 'pressmark:entityType': entityType };
}

/** The model counts positions in code points, we count in UTF-16 units. */
function selectorsOf(selectors: readonly Selector[]) {
  const exact = selectors.find((each) => each.type === 'TextQuoteSelector')?.exact ?? '';
  return selectors.flatMap((selector) => {
    if (selector.type === 'PressmarkEvidence') return [];
    if (selector.type === 'TextQuoteSelector') return selector;
    const { type, start, end, pairsBefore = 0 } = selector;
    const pairs = exact.length - codePoints(exact);
    return {
      type,
      start: start - pairsBefore,
      end: end - pairsBefore - pairs,
      ...(pairsBefore === 0 ? {} : { 'pressmark:pairsBefore': pairsBefore }),
    };
  });
}

/** A W3C annotation, on its own or out of a collection. */
export function isW3c(entry: JsonObject): boolean {
  return listOf(entry.type).includes('Annotation') && entry.target !== undefined;
}

/** One find for each target. */
export function findInW3c(entry: JsonObject): Found[] {
  const name = firstText(entry.id);
  const isOurs = name?.startsWith(ownIds) === true;
  const bodies = listOf(entry.body).filter(isObject);
  const identifying = bodies.find((body) => fieldOf(body, 'pressmark:entityType') !== undefined);
  return listOf(entry.target).map((target, index) => {
    const source = fieldOf(target, 'source');
    const article = fieldOf(target, 'pressmark:article');
    const { quote, position } = findSelectors(target);
    const exact = fieldOf(quote, 'exact');
    const styleClass = firstText(fieldOf(target, 'styleClass')) ?? '';
    const colour = colours.find((each) => styleClass === `pressmark-${each}`);
    return {
      ...(isOurs ? { id: name.slice(ownIds.length) } : {}),
      ...(name === undefined ? {} : { name: index === 0 ? name : `${name}#${index}` }),
      url: firstText(target, source, fieldOf(source, 'id'), fieldOf(target, 'id')),
      ...(isObject(article) ? { article } : {}),
      created: entry.created,
      modified: entry.modified,
      quote: exact,
      prefix: fieldOf(quote, 'prefix'),
      suffix: fieldOf(quote, 'suffix'),
      ...(typeof exact === 'string' && position !== undefined ? { position: positionIn(position, exact) } : {}),
      evidence: fieldOf(target, 'pressmark:evidence'),
      note: noteIn(entry, bodies),
      tags: bodies.filter((body) => purposesOf(body, entry).includes('tagging')).map((body) => body.value),
      colour: isOurs ? colour : (colour ?? 'yellow'),
      ...(identifying === undefined
        ? {}
        : { entity: { name: identifying.value, type: fieldOf(identifying, 'pressmark:entityType') } }),
    };
  });
}

/** Selectors may stand in one another: what is refined last says it best. */
function findSelectors(target: unknown): { quote?: JsonObject; position?: JsonObject } {
  const found: { quote?: JsonObject; position?: JsonObject } = {};
  let selectors = listOf(fieldOf(target, 'selector'));
  for (let depth = 0; depth < 5 && selectors.length > 0; depth++) {
    for (const selector of selectors.filter(isObject)) {
      if (selector.type === 'TextQuoteSelector') found.quote = selector;
      if (selector.type === 'TextPositionSelector') found.position = selector;
    }
    selectors = selectors.flatMap((selector) => listOf(fieldOf(selector, 'refinedBy')));
  }
  return found;
}

/** Without the page's text its pairs of surrogates cannot be counted: where others wrote it, it stays a near guess. */
function positionIn(position: JsonObject, exact: string): { start: unknown; end: unknown; pairsBefore: unknown } {
  const pairsBefore = fieldOf(position, 'pressmark:pairsBefore');
  const start = Number(position.start) + Number(pairsBefore ?? 0);
  return { start, end: start + exact.length, pairsBefore };
}

function noteIn(entry: JsonObject, bodies: readonly JsonObject[]): string | undefined {
  const texts = bodies
    .filter((body) => !purposesOf(body, entry).some((purpose) => purpose === 'tagging' || purpose === 'identifying'))
    .map((body) => (body.format === 'text/html' ? textOfHtml(body.value) : body.value));
  const words = [entry.bodyValue, ...texts].filter((text) => typeof text === 'string' && text !== '');
  return words.length === 0 ? undefined : words.join('\n\n');
}

/** A body without a purpose has the annotation's motivation for one. */
function purposesOf(body: JsonObject, entry: JsonObject): readonly unknown[] {
  return listOf(body.purpose ?? entry.motivation);
}

function codePoints(text: string): number {
  let count = 0;
  for (const _point of text) count++;
  return count;
}
