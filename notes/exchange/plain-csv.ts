// A table for spreadsheets: one row a note, with what a reader sorts and filters by.
import { entityOf, noteOf, quoteOf, tagsOf } from '../../core/annotation.ts';
import { csvRow, fromCell } from './csv.ts';
import type { Writer } from './formats.ts';
import { fragmentLink } from './fragment-link.ts';
import type { Found } from './read-note.ts';
import type { Columns } from './readwise.ts';

const columns = [
  'quote',
  'note',
  'tags',
  'colour',
  'title',
  'author',
  'site',
  'published',
  'address',
  'link',
  'about',
  'kind',
  'created',
  'changed',
  'id',
];

/** Spreadsheets take a file for UTF-8 only when it says so. */
const mark = '\ufeff';

export function plainCsvWriter(): Writer {
  return {
    begin: () => mark + csvRow(columns),
    write: ({ article, annotations }) =>
      annotations
        .map((annotation) => {
          const entity = entityOf(annotation);
          return csvRow([
            quoteOf(annotation),
            noteOf(annotation),
            tagsOf(annotation).join('; '),
            annotation.colour ?? '',
            article.title,
            article.byline ?? '',
            article.siteName ?? '',
            article.publishedTime ?? '',
            annotation.target.source,
            fragmentLink(annotation),
            entity?.name ?? '',
            entity?.type ?? '',
            annotation.created,
            annotation.modified,
            annotation.id,
          ]);
        })
        .join(''),
    end: () => '',
  };
}

export function isPlainCsv(header: Columns): boolean {
  return header.has('quote') && header.has('address');
}

export function findInPlainCsv(row: readonly string[], header: Columns): Found {
  const cell = (name: string) => {
    const at = header.get(name);
    const text = at === undefined ? '' : fromCell(row[at] ?? '');
    return text === '' ? undefined : text;
  };
  return {
    id: cell('id'),
    url: cell('address'),
    article: {
      title: cell('title'),
      byline: cell('author'),
      siteName: cell('site'),
      publishedTime: cell('published'),
    },
    created: cell('created'),
    modified: cell('changed'),
    quote: cell('quote'),
    note: cell('note'),
    tags: cell('tags')?.split(';') ?? [],
    colour: cell('colour'),
    entity: { name: cell('about'), type: cell('kind') },
  };
}
