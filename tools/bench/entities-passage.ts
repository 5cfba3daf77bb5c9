// A passage of HTML -> the recogniser's input, without a browser: enough for the short passages of the benchmark.
import type { RecogniseInput } from '../../core/entities/mention.ts';
import { recognise, type Taggers } from '../../core/entities/recognise.ts';

/** One line of handles.jsonl. */
export function answerPassage(line: string, taggers: Taggers): object {
  const { id, html }: { id: string; html: string } = JSON.parse(line);
  const { mentions, entities } = recognise(readPassage(html), taggers);
  const named = mentions.flatMap(({ entity }) => entities[entity] ?? []);
  return {
    id,
    handles: named
      .filter(({ type }) => type === 'Handle')
      .map(({ name, platform, profileUrl, owner }) => ({
        text: name,
        platform: platform ?? 'unknown',
        url: profileUrl ?? null,
        owner: owner ?? null,
      })),
    hashtags: named.filter(({ type }) => type === 'Hashtag').map(({ name }) => name),
  };
}

const blocks = /^(?:p|div|li|ul|ol|h\d|figure|figcaption|blockquote|section|pre|br)$/u;
const codes = /^(?:code|pre|kbd|samp)$/u;
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  mdash: '—',
  ndash: '–',
  oslash: 'ø',
  yacute: 'ý',
  pound: '£',
};

function readPassage(html: string): RecogniseInput {
  let text = '';
  const links: { start: number; end: number; href: string }[] = [];
  const code: { start: number; end: number }[] = [];
  const open: { name: string; start: number; href: string }[] = [];
  for (const [part] of html.matchAll(/<[^>]*>|[^<]+/gu)) {
    const tag = /^<(\/?)(\w+)([^>]*)>$/u.exec(part);
    if (tag === null) {
      text += decode(part);
      continue;
    }
    const [, closing = '', name = '', rest = ''] = tag;
    if (blocks.test(name) && text !== '' && !text.endsWith('\n')) text += '\n';
    if (closing === '') {
      open.push({ name, start: text.length, href: decode(/href="([^"]*)"/u.exec(rest)?.[1] ?? '') });
      continue;
    }
    const last = open.findLastIndex((each) => each.name === name);
    const [element] = last < 0 ? [] : open.splice(last, 1);
    if (element === undefined) continue;
    if (name === 'a') links.push({ start: element.start, end: text.length, href: element.href });
    if (codes.test(name)) code.push({ start: element.start, end: text.length });
  }
  return { text, links, code };
}

function decode(text: string): string {
  return text.replace(/&(?:#(\d+)|(\w+));/gu, (whole, number: string | undefined, name: string | undefined) =>
    number === undefined ? (entities[name ?? ''] ?? whole) : String.fromCodePoint(Number(number)),
  );
}
