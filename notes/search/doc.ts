// What the index knows of one annotation, and whether that answers a query: the meaning of the query language in its
// plainest form. The newest annotations are searched with it; the big index must answer the same (see search.test.ts).
import { type Colour, type EntityType, entityOf, noteOf, positionOf, quoteOf, tagsOf } from '../../core/annotation.ts';
import type { StoredAnnotation, StoredArticle } from '../database.ts';
import { fold } from '../fold.ts';
import type { Clause, Kind, Query } from './query.ts';
import { standsAt, type Term, wordsOf } from './words.ts';

export interface IndexedArticle {
  id: string;
  /** Host name without `www.`. */
  host: string;
  siteName: string;
  title: readonly string[];
}

export interface IndexedDoc {
  id: string;
  article: IndexedArticle;
  /** In ms since 1970. */
  created: number;
  /** Place in the article; 0 for a note on the page. */
  position: number;
  kind: Kind;
  hasNote: boolean;
  colour: Colour | undefined;
  entity: { name: string; type: EntityType } | undefined;
  tags: readonly string[];
  /** Words of the quote, of the note and of the entity: a phrase stands in one of them. */
  texts: readonly (readonly string[])[];
}

export function articleOfIndex(id: string, article: StoredArticle | undefined): IndexedArticle {
  return {
    id,
    host: hostOf(article?.url ?? ''),
    siteName: article?.siteName ?? '',
    title: wordsOf(article?.title ?? ''),
  };
}

/** A record without a time that can be read counts as the oldest. */
export function docOf(annotation: StoredAnnotation, article: IndexedArticle): IndexedDoc {
  const entity = entityOf(annotation);
  const note = noteOf(annotation);
  return {
    id: annotation.id,
    article,
    created: Date.parse(annotation.created) || 0,
    position: positionOf(annotation) + 1,
    kind: entity ? 'entity' : annotation.target.selector.length === 0 ? 'page' : note ? 'note' : 'highlight',
    hasNote: note !== '',
    colour: annotation.colour,
    entity,
    tags: tagsOf(annotation),
    texts: [wordsOf(quoteOf(annotation)), wordsOf(note), wordsOf(entity?.name ?? '')],
  };
}

type SignedClause = Clause & { not: boolean };
export type Groups = readonly (readonly SignedClause[])[];

/** Of these keys an annotation has one value: two filters for one mean either. */
const eitherKeys: ReadonlySet<Clause['key']> = new Set(['site', 'colour', 'kind', 'month']);

/** The clauses as a list of which each item must hold; an item holds when one of its clauses does. */
export function groupsOf(query: Query): Groups {
  const either = new Map<string, SignedClause[]>();
  const groups: SignedClause[][] = [];
  for (const clause of query.clauses) {
    const group = clause.not || !eitherKeys.has(clause.key) ? undefined : either.get(clause.key);
    if (group !== undefined) {
      group.push(clause);
      continue;
    }
    const made = [clause];
    groups.push(made);
    if (!clause.not) either.set(clause.key, made);
  }
  return groups;
}

export function answers(doc: IndexedDoc, groups: Groups): boolean {
  return groups.every((group) => group.some((clause) => holds(doc, clause) !== clause.not));
}

function holds(doc: IndexedDoc, clause: Clause): boolean {
  switch (clause.key) {
    case 'words':
      return [...doc.texts, doc.article.title].some((text) => hasTerm(text, clause.term));
    case 'site':
      return isSite(doc.article, clause.value);
    case 'tag':
      return doc.tags.some((tag) => fold(tag) === clause.value);
    case 'entity':
      return doc.entity !== undefined && isNamed(doc.entity.name, clause.value);
    case 'colour':
      return doc.colour === clause.value;
    case 'kind':
      return doc.kind === clause.value;
    case 'has':
      return hasPart(doc, clause.value);
    case 'before':
      return doc.created < clause.value;
    case 'after':
      return doc.created >= clause.value;
    case 'month':
      return doc.created >= clause.value.from && doc.created < clause.value.to;
  }
}

export function isSite(article: Pick<IndexedArticle, 'host' | 'siteName'>, value: string): boolean {
  return article.host.includes(value) || fold(article.siteName).includes(value);
}

/** The words asked for stand in the name: `entity:keller` finds Maria Keller. */
export function isNamed(name: string, value: string): boolean {
  return ` ${wordsOf(name).join(' ')} `.includes(` ${wordsOf(value).join(' ')} `);
}

function hasPart(doc: IndexedDoc, part: Extract<Clause, { key: 'has' }>['value']): boolean {
  switch (part) {
    case 'note':
      return doc.hasNote;
    case 'tag':
      return doc.tags.length > 0;
    case 'entity':
      return doc.entity !== undefined;
    case 'colour':
      return doc.colour !== undefined;
  }
}

function hasTerm(text: readonly string[], term: Term): boolean {
  const tokens = text.map((word) => ({ word }));
  return tokens.some((_, at) => standsAt(term, tokens, at));
}

function hostOf(url: string): string {
  return (URL.parse(url)?.hostname ?? '').replace(/^www\./, '');
}
