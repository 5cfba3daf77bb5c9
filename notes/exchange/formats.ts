// What an export format is: pure functions over records, so that a file is written as it is read from the database,
// article by article, and is never held as a whole.
import type { ExportFormat } from '../../core/export-format.ts';
import type { StoredAnnotation, StoredArticle } from '../database.ts';

/** An article with its annotations, in reading order. */
export interface Shelf {
  article: StoredArticle;
  annotations: readonly StoredAnnotation[];
}

/** Writes one file. Made anew for each, so that it may count. */
export interface Writer {
  begin(): string;
  /** One article; an empty string when it has nothing for this format. */
  write(shelf: Shelf): string;
  end(): string;
}

export interface FileKind {
  extension: string;
  mime: string;
}

export const fileKinds: Readonly<Record<ExportFormat, FileKind>> = {
  backup: { extension: 'jsonl', mime: 'application/x-ndjson' },
  w3c: { extension: 'jsonld', mime: 'application/ld+json' },
  hypothesis: { extension: 'json', mime: 'application/json' },
  obsidian: { extension: 'zip', mime: 'application/zip' },
  readwise: { extension: 'csv', mime: 'text/csv' },
  csv: { extension: 'csv', mime: 'text/csv' },
  html: { extension: 'html', mime: 'text/html' },
};
