// Markdown to tokens, within limits: notes come out of imported files too, and may be made to take for ever.
import { Lexer, type Token } from 'marked';

/** UTF-16 units: a longer note is shown as it was typed. */
const longest = 20_000;
/** Quotes and lists one in the other. */
const deepest = 30;

/** The tokens of a note; undefined when it is too long or too deep to be read as Markdown. */
export function parseMarkdown(text: string): readonly Token[] | undefined {
  if (text.length > longest || isDeep(text)) return undefined;
  try {
    return new Lexer({ gfm: true, breaks: true }).lex(text);
  } catch {
    return undefined;
  }
}

/** The deepest that a line can lead is told by what it begins with; spans are bounded by the length. */
function isDeep(text: string): boolean {
  return text.split('\n').some((line) => {
    const opening = /^[\s>*+\-\d.)]*/.exec(line)?.[0] ?? '';
    return opening.replace(/\s{1,3}/g, '').length > deepest * 2 && !/^\s*[-*]+\s*$/.test(line);
  });
}

/** The words of a note without what makes them Markdown, for where there is room for a line or two. */
export function wordsOfMarkdown(text: string): string {
  const tokens = parseMarkdown(text.slice(0, longest));
  return (tokens === undefined ? text : tokens.map(wordsOfToken).join(' ')).replace(/\s+/g, ' ').trim();
}

function wordsOfToken(token: Token): string {
  if (token.type === 'list') return token.items.map(wordsOfToken).join(' · ');
  if (token.type === 'br' || token.type === 'checkbox') return ' ';
  if (token.type === 'table') return token.raw;
  if ('tokens' in token && token.tokens !== undefined) return token.tokens.map(wordsOfToken).join('');
  return 'text' in token ? String(token.text) : '';
}
