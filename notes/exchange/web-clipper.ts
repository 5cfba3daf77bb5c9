// Obsidian Web Clipper: the file of its highlights page. An entry is a page with all its highlights.
import { textOfHtml } from './html-text.ts';
import { fieldOf, firstText, isObject, type JsonObject, listOf } from './json-values.ts';
import type { Found } from './read-note.ts';

export function isWebClipper(entry: JsonObject): boolean {
  return typeof entry.url === 'string' && Array.isArray(entry.highlights) && !entry.highlights.some(hasSpans);
}

function hasSpans(highlight: unknown): boolean {
  return Array.isArray(fieldOf(highlight, 'spans'));
}

/** `data` says more than `highlights`; older files lack it, the oldest have its fields in `highlights`. */
export function findInWebClipper(page: JsonObject): Found[] {
  const data = listOf(page.data).filter(isObject);
  const highlights = data.length > 0 ? data : listOf(page.highlights);
  return highlights.map((highlight) => {
    const id = firstText(fieldOf(highlight, 'id'));
    const beside = fieldOf(highlight, 'textQuote');
    const written = fieldOf(highlight, 'timestamp') ?? (id === undefined ? undefined : Number(id));
    return {
      url: page.url,
      title: page.title,
      created: written,
      quote: textOfHtml(firstText(fieldOf(highlight, 'content'), fieldOf(highlight, 'text'))),
      prefix: fieldOf(beside, 'prefix'),
      suffix: fieldOf(beside, 'suffix'),
      note: listOf(fieldOf(highlight, 'notes'))
        .filter((note) => typeof note === 'string')
        .join('\n\n'),
      colour: 'yellow',
    };
  });
}
