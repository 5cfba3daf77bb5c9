// For the tests: the rules of the Web Annotation Data Model (https://www.w3.org/TR/annotation-model/) for what we write,
// by section, read out of the Recommendation and not out of our code.
import { isObject, type JsonObject } from './json-values.ts';

const motivations = new Set(
  (
    'assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating ' +
    'questioning replying tagging'
  ).split(' '),
);

/** Every broken rule; empty for a collection that keeps them all. */
export function checkW3c(document: unknown): string[] {
  const broken: string[] = [];
  const rule = (holds: boolean, name: string): void => {
    if (!holds) broken.push(name);
  };
  if (!isObject(document)) return ['The document is an object'];

  // 5.1 Annotation Collection
  const contexts = Array.isArray(document['@context']) ? document['@context'] : [document['@context']];
  rule(contexts.includes('http://www.w3.org/ns/anno.jsonld'), '5.1 The context has anno.jsonld');
  rule(isIri(document.id), '5.1 A collection has one IRI');
  rule(document.type === 'AnnotationCollection', '5.1 A collection has its class');
  rule(document.total === undefined || isCount(document.total), '5.1 The total is a count');
  const page = document.first;
  rule(isIri(document.last), '5.1 The last page is an IRI');
  if (!isObject(page)) return [...broken, '5.1 The first page is there'];

  // 5.2 Annotation Page
  rule(isIri(page.id), '5.2 A page has one IRI');
  rule(page.type === 'AnnotationPage', '5.2 A page has its class');
  rule(page.partOf === document.id, '5.2 A page is part of its collection');
  rule(isCount(page.startIndex), '5.2 The start is a count');
  const items = Array.isArray(page.items) ? page.items : undefined;
  rule(items !== undefined && items.length === document.total, '5.2 A page has its items');
  rule(page.id === document.last, '5.2 The only page is the last');

  const ids = new Set<unknown>();
  for (const item of items ?? []) {
    if (isObject(item)) checkAnnotation(item, rule);
    else rule(false, '3.1 An annotation is an object');
    ids.add(isObject(item) ? item.id : undefined);
  }
  rule(ids.size === (items ?? []).length, '3.1 No two annotations share an IRI');
  return broken;
}

type Rule = (holds: boolean, name: string) => void;

// 3.1 Annotations, 3.3.1 Lifecycle, 3.3.5 Motivation
function checkAnnotation(item: JsonObject, rule: Rule): void {
  rule(isIri(item.id), '3.1 An annotation has one IRI');
  rule(item.type === 'Annotation', '3.1 An annotation has its class');
  rule(typeof item.motivation === 'string' && motivations.has(item.motivation), '3.3.5 A motivation of the model');
  rule(isDateTime(item.created) && isDateTime(item.modified), '3.3.1 Times are xsd:dateTime with a zone');
  const bodies = Array.isArray(item.body) ? item.body : [item.body];
  for (const body of bodies) checkBody(body, rule);
  rule(isObject(item.target), '3.1 An annotation has a target');
  if (isObject(item.target)) checkTarget(item.target, item, rule);
}

// 3.2.4 Embedded Textual Body, 3.3.5 Purpose
function checkBody(body: unknown, rule: Rule): void {
  if (!isObject(body)) {
    rule(false, '3.2.4 A body is an object');
    return;
  }
  rule(body.type === 'TextualBody', '3.2.4 A textual body has its class');
  rule(typeof body.value === 'string', '3.2.4 A textual body has one value');
  rule(body.format === undefined || /^[a-z]+\/[\w.+-]+$/.test(String(body.format)), '3.2.2 A format is a media type');
  rule(typeof body.purpose === 'string' && motivations.has(body.purpose), '3.3.5 A purpose is a motivation');
}

// 4 Specific Resources, 4.2 Selectors, 4.4 Styles
function checkTarget(target: JsonObject, item: JsonObject, rule: Rule): void {
  rule(target.type === undefined || target.type === 'SpecificResource', '4 A specific resource has its class');
  rule(isIri(target.source), '4 A specific resource has one source');
  const selectors = Array.isArray(target.selector) ? target.selector : [];
  rule(target.selector === undefined || selectors.length > 0, '4.2 A selector is there or not named');
  const exact = selectors.find((each) => isObject(each) && each.type === 'TextQuoteSelector')?.exact;
  for (const selector of selectors) {
    if (!isObject(selector)) rule(false, '4.2 A selector is an object');
    else if (selector.type === 'TextQuoteSelector') {
      rule(typeof selector.exact === 'string', '4.2.4 A quote has one exact');
      const beside = [selector.prefix, selector.suffix];
      rule(
        beside.every((text) => text === undefined || typeof text === 'string'),
        '4.2.4 What stands beside a quote is text',
      );
    } else if (selector.type === 'TextPositionSelector') {
      rule(isCount(selector.start) && isCount(selector.end), '4.2.5 A position has a start and an end, not negative');
      const length = Number(selector.end) - Number(selector.start);
      rule(length === [...String(exact)].length, '4.2.5 A position is counted in code points');
    } else rule(false, '4.2 A selector of the model');
  }
  if (target.styleClass === undefined) return;
  const sheet = item.stylesheet;
  rule(typeof target.styleClass === 'string', '4.4 A style class is a name');
  rule(isObject(sheet) && sheet.type === 'CssStylesheet', '4.4 A style sheet has its class');
  rule(
    isObject(sheet) && String(sheet.value).includes(`.${String(target.styleClass)}{`),
    '4.4 A style sheet has the style class',
  );
}

function isIri(value: unknown): boolean {
  return typeof value === 'string' && URL.canParse(value);
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

/** xsd:dateTime of the years 1 to 9999, with the zone that the model asks for. */
function isDateTime(value: unknown): boolean {
  return typeof value === 'string' && /^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value);
}
