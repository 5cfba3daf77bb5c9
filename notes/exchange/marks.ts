// "Marks" (cuspymd/text-highlighter): its export. An entry is a page with groups of highlighted text.
import { fieldOf, firstText, type JsonObject, listOf } from './json-values.ts';
import { nearColour } from './near-colour.ts';
import type { Found } from './read-note.ts';

export function isMarks(entry: JsonObject): boolean {
  const highlights = entry.highlights;
  return (
    typeof entry.url === 'string' &&
    Array.isArray(highlights) &&
    highlights.some((highlight) => Array.isArray(fieldOf(highlight, 'spans')))
  );
}

export function findInMarks(page: JsonObject): Found[] {
  return listOf(page.highlights).map((group) => {
    const id = firstText(fieldOf(group, 'groupId'));
    const selectors = fieldOf(group, 'selectors');
    const quote = fieldOf(selectors, 'quote');
    const spans = listOf(fieldOf(group, 'spans')).map((span) => fieldOf(span, 'text'));
    return {
      ...(id === undefined ? {} : { name: `marks:${String(page.url)}:${id}` }),
      url: page.url,
      title: page.title,
      created: fieldOf(group, 'updatedAt') ?? page.lastUpdated,
      quote: firstText(fieldOf(quote, 'exact'), fieldOf(group, 'text')) ?? spans.join(''),
      prefix: fieldOf(quote, 'prefix'),
      suffix: fieldOf(quote, 'suffix'),
      position: fieldOf(selectors, 'textPosition'),
      note: firstText(fieldOf(group, 'note'), fieldOf(group, 'memo')),
      colour: nearColour(fieldOf(group, 'color')),
    };
  });
}
