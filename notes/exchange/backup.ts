// Our own backup: JSON Lines, one record a line, every field of it. The first line says what the file is, the last how
// much there should be, so that a file that was cut off is known. Records of kinds that are added later stand in lines
// of their own; a reader passes over what it does not know.
import type { StoredAnnotation, StoredArticle } from '../database.ts';
import type { Settings } from '../settings.ts';
import { textFields } from './article-fields.ts';
import type { Refusal } from './entries.ts';
import { evidenceIn } from './evidence.ts';
import type { Writer } from './formats.ts';
import { fieldOf, isObject, type JsonObject } from './json-values.ts';
import { dateIn, isOwnId, numberIn, webAddress } from './read-note.ts';

/** Raised when a reader of before would misread a file; what is only added needs no new number. */
export const backupVersion = 1;

/** A row of a further table, which is taken over when its key is not there yet. */
export interface OtherRow {
  table: string;
  row: JsonObject;
}

export interface BackupRest {
  settings?: Settings;
  others: readonly OtherRow[];
}

export type BackupLine =
  | { article: StoredArticle }
  | { annotation: StoredAnnotation }
  | { settings: JsonObject }
  | { other: OtherRow }
  | { end: number };

export function backupWriter(now: Date, { settings, others }: BackupRest): Writer {
  let lines = 0;
  const line = (record: object): string => {
    lines++;
    return `${JSON.stringify(record)}\n`;
  };
  // An article that is joined to another comes after it.
  const joined: string[] = [];
  return {
    begin: () =>
      line({ pressmark: 'backup', version: backupVersion, created: now.toISOString() }) +
      (settings === undefined ? '' : line({ settings })) +
      others.map((other) => line({ other })).join(''),
    write({ article, annotations }) {
      const own = line({ article }) + annotations.map((annotation) => line({ annotation })).join('');
      if (article.joined === undefined) return own;
      joined.push(own);
      return '';
    },
    end: () => `${joined.join('')}${JSON.stringify({ end: lines })}\n`,
  };
}

export function isBackupHead(entry: JsonObject): boolean {
  return entry.pressmark === 'backup';
}

/** Undefined for a line of a kind that is not known. */
export function readBackupLine(entry: JsonObject): BackupLine | { refused: Refusal } | undefined {
  if (isObject(entry.annotation)) {
    const annotation = annotationIn(entry.annotation);
    return annotation === undefined ? { refused: 'unreadable' } : { annotation };
  }
  if (isObject(entry.article)) {
    const article = articleIn(entry.article);
    return article === undefined ? { refused: 'unreadable' } : { article };
  }
  if (isObject(entry.settings)) return { settings: entry.settings };
  if (isObject(entry.other)) {
    const { table, row } = entry.other;
    return typeof table === 'string' && isObject(row) ? { other: { table, row } } : { refused: 'unreadable' };
  }
  return typeof entry.end === 'number' ? { end: entry.end } : undefined;
}

/** The record as it is, once all that we look at is as it must be. */
function annotationIn(row: JsonObject): StoredAnnotation | undefined {
  const isRight =
    isOwnId(row.id) &&
    row.type === 'Annotation' &&
    (row.motivation === 'highlighting' || row.motivation === 'commenting') &&
    isDate(row.created) &&
    isDate(row.modified) &&
    typeof row.articleId === 'string' &&
    numberIn(row.deleted) !== undefined &&
    Array.isArray(row.body) &&
    row.body.every(isBody) &&
    webAddress(fieldOf(row.target, 'source')) !== undefined &&
    isSelectors(fieldOf(row.target, 'selector'));
  return isRight ? (withoutTraps(row) as unknown as StoredAnnotation) : undefined;
}

function articleIn(row: JsonObject): StoredArticle | undefined {
  const { addresses } = row;
  const isRight =
    typeof row.id === 'string' &&
    typeof row.title === 'string' &&
    webAddress(row.url) !== undefined &&
    (row.canonicalUrl === undefined || webAddress(row.canonicalUrl) !== undefined) &&
    [...textFields, 'dir', 'textHash'].every((key) => isTextOrNone(row[key])) &&
    Array.isArray(addresses) &&
    addresses.every((address) => typeof address === 'string');
  return isRight ? (withoutTraps(row) as unknown as StoredArticle) : undefined;
}

function isBody(body: unknown): boolean {
  return (
    isObject(body) &&
    typeof body.purpose === 'string' &&
    typeof body.value === 'string' &&
    (body.purpose !== 'identifying' || typeof body.entityType === 'string')
  );
}

function isSelectors(selectors: unknown): boolean {
  return Array.isArray(selectors) && selectors.every(isSelector);
}

function isSelector(selector: unknown): boolean {
  const { type, exact, prefix, suffix, start, end } = isObject(selector) ? selector : {};
  if (type === 'TextQuoteSelector') return [exact, prefix, suffix].every((text) => typeof text === 'string');
  if (type === 'PressmarkEvidence') return evidenceIn(selector) !== undefined;
  return type === 'TextPositionSelector' && numberIn(start) !== undefined && numberIn(end) !== undefined;
}

function isDate(value: unknown): boolean {
  return typeof value === 'string' && dateIn(value) !== undefined;
}

function isTextOrNone(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}

/** A copy without names that mean something else in an object. */
function withoutTraps(row: JsonObject): JsonObject {
  const { constructor: _constructor, ...rest } = row;
  return Object.fromEntries(Object.entries(rest).filter(([key]) => key !== '__proto__'));
}
