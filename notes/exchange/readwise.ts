// Readwise: the file that it takes (readwise.io/import_bulk), and the one that it gives out.
import { noteOf, quoteOf, tagsOf } from '../../core/annotation.ts';
import { csvRow, fromCell } from './csv.ts';
import type { Writer } from './formats.ts';
import { nearColour } from './near-colour.ts';
import type { Found } from './read-note.ts';

const columns = ['Highlight', 'Title', 'Author', 'URL', 'Note', 'Location', 'Date'];

/** Tags that stand before a note: `.one .two words`. */
const inlineTags = /^(?:\.[^\s.][^\s]*(?:\s+|$))+/;

export function readwiseWriter(): Writer {
  return {
    begin: () => csvRow(columns),
    write: ({ article, annotations }) =>
      annotations
        .map((annotation, index) => {
          const quote = quoteOf(annotation);
          const note = noteOf(annotation);
          // A tag there ends at a space.
          const tags = tagsOf(annotation).map((tag) => `.${tag.replace(/\s+/g, '-')}`);
          // A highlight is required: a note on the page is its own.
          const words = [tags.join(' '), quote === '' ? '' : note].filter((text) => text !== '').join('\n');
          return csvRow([
            quote === '' ? note || article.title : quote,
            article.title,
            article.byline ?? '',
            annotation.target.source,
            words,
            String(index + 1),
            annotation.created.slice(0, 19).replace('T', ' '),
          ]);
        })
        .join(''),
    end: () => '',
  };
}

/** What the columns of a file are called, in small letters, and where they stand. */
export type Columns = ReadonlyMap<string, number>;

export function isReadwise(header: Columns): boolean {
  return header.has('highlight');
}

/** Undefined for what the reader discarded there. */
export function findInReadwise(row: readonly string[], header: Columns): Found | undefined {
  const cell = (...names: readonly string[]) => {
    const at = names.map((name) => header.get(name)).find((index) => index !== undefined);
    return at === undefined ? '' : fromCell(row[at] ?? '');
  };
  const written = cell('note');
  const before = inlineTags.exec(written)?.[0] ?? '';
  const tags = [
    ...before.split(/\s+/).filter((tag) => tag !== ''),
    ...cell('tags').split(','),
    ...cell('document tags').split(','),
  ].map((tag) => tag.trim().replace(/^\./, ''));
  if (tags.includes('discard')) return undefined;
  const author = cell('author', 'book author');
  const colour = cell('color', 'colour');
  return {
    url: cell('url', 'source url'),
    article: { title: cell('title', 'book title'), ...(author === '' ? {} : { byline: author }) },
    created: cell('date', 'highlighted at') || undefined,
    quote: cell('highlight'),
    note: written.slice(before.length),
    tags: tags.filter((tag) => tag !== ''),
    colour: nearColour(colour),
  };
}
