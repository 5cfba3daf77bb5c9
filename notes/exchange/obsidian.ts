// Markdown for Obsidian: one file for each article, with its properties, and each passage as a quotation with the note
// below it and a link back to the passage.
import { entityOf, noteOf, quoteOf, tagsOf } from '../../core/annotation.ts';
import type { Shelf } from './formats.ts';
import { fragmentLink } from './fragment-link.ts';

/** The text of an article's file. `now` is when it is written. */
export function obsidianNote({ article, annotations }: Shelf, now: Date): string {
  const tags = [...new Set(annotations.flatMap(tagsOf).map(obsidianTag))].filter((tag) => tag !== '');
  const properties = [
    property('title', article.title),
    property('source', article.url),
    property('author', article.byline),
    property('site', article.siteName),
    property('published', article.publishedTime),
    property('created', annotations[0]?.created.slice(0, 10)),
    property('exported', now.toISOString().slice(0, 10)),
    tags.length === 0 ? '' : `tags:\n${tags.map((tag) => `  - ${yamlText(tag)}\n`).join('')}`,
  ];
  const title = article.title === '' ? article.url : article.title;
  const blocks = annotations.map((annotation) => {
    const entity = entityOf(annotation);
    const quote = quoteOf(annotation);
    const link = fragmentLink(annotation);
    const marks = [
      ...(annotation.colour === undefined || quote === '' ? [] : [annotation.colour]),
      ...(entity === undefined ? [] : [asText(entity.name)]),
      ...tagsOf(annotation).flatMap((tag) => (obsidianTag(tag) === '' ? [] : [`#${obsidianTag(tag)}`])),
    ];
    const foot = [/^https?:/.test(link) ? `[↗](<${link.replaceAll('>', '%3E')}>)` : '', ...marks].filter(
      (each) => each !== '',
    );
    return [
      ...(quote === '' ? [] : [asText(quote).replace(/^/gm, '> ')]),
      ...(noteOf(annotation) === '' ? [] : [noteOf(annotation)]),
      `${foot.join(' · ')} ^${annotation.id}`.trimStart(),
    ].join('\n\n');
  });
  return `---\n${properties.join('')}---\n\n# ${asText(title.replace(/\s+/g, ' '))}\n\n${blocks.join('\n\n')}\n`;
}

/** Names for files that every system takes, each once. */
export function fileNames(): (title: string) => string {
  const used = new Map<string, number>();
  return (title) => {
    const bare =
      title
        // What Windows and Obsidian's links do not take.
        .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\\/:*?"<>|#^[\]]/gu, ' ')
        .replace(/\s+/g, ' ')
        .replace(/^[\s.]+/, '')
        .slice(0, 100)
        .toWellFormed()
        .replace(/[\s.]+$/, '') || 'Article';
    const name = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(bare) ? `${bare}_` : bare;
    const key = name.normalize('NFC').toLowerCase();
    const count = (used.get(key) ?? 0) + 1;
    used.set(key, count);
    return `${count === 1 ? name : `${name} (${count})`}.md`;
  };
}

function property(name: string, value: string | undefined): string {
  return value === undefined || value === '' ? '' : `${name}: ${yamlText(value)}\n`;
}

/** A JSON string is a YAML one; the two breaks that only YAML knows, and DEL, are written as escapes. */
function yamlText(value: string): string {
  return JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, (letter) => {
    return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** Obsidian's tags have letters, digits and `_-/`, and are not numbers alone. */
function obsidianTag(tag: string): string {
  const word = tag
    .trim()
    .replace(/\s+/g, '-')
    .replace(/[^\p{L}\p{M}\p{N}\p{Emoji_Presentation}_/-]/gu, '');
  return /^\d+$/.test(word) ? `${word}_` : word;
}

/** Shown as it is: Markdown's and Obsidian's own signs stand for themselves. */
function asText(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~^$]|==|%%/g, '\\$&');
}
