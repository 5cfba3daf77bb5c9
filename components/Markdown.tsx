// A note's Markdown as elements. The parser (marked) gives tokens, and each known one becomes an element of ours: no
// HTML is made of a note at any moment, so nothing in it can run or load. What is HTML in it is shown as it was typed.
import type { MarkedToken, Token } from 'marked';
import { type ComponentChildren, Fragment } from 'preact';
import { useMemo } from 'preact/hooks';
import './Markdown.css';
import { parseMarkdown } from './parse-markdown.ts';
import { safeAddress } from './safe-address.ts';

export function Markdown({ text }: { text: string }) {
  const tokens = useMemo(() => parseMarkdown(text), [text]);
  if (tokens === undefined) return <div class="markdown plain">{text}</div>;
  return <div class="markdown">{children(tokens)}</div>;
}

function children(tokens: readonly Token[]): ComponentChildren {
  // The parser's types leave room for tokens of extensions; it has none here.
  return tokens.map((token, index) => <Fragment key={index}>{element(token as MarkedToken)}</Fragment>);
}

function element(token: MarkedToken): ComponentChildren {
  switch (token.type) {
    case 'paragraph':
      return <p>{children(token.tokens)}</p>;
    // Not a heading: a note is a part of the page that it is shown in, and has no place in its outline.
    case 'heading':
      return <p class="markdown-heading">{children(token.tokens)}</p>;
    case 'text':
      return token.tokens === undefined ? token.text : children(token.tokens);
    case 'escape':
      return token.text;
    case 'strong':
      return <strong>{children(token.tokens)}</strong>;
    case 'em':
      return <em>{children(token.tokens)}</em>;
    case 'del':
      return <del>{children(token.tokens)}</del>;
    case 'codespan':
      return <code>{token.text}</code>;
    case 'code':
      return (
        <pre>
          <code>{token.text}</code>
        </pre>
      );
    case 'br':
      return <br />;
    case 'hr':
      return <hr />;
    case 'blockquote':
      return <blockquote>{children(token.tokens)}</blockquote>;
    case 'list':
      return token.ordered ? (
        <ol {...(typeof token.start === 'number' ? { start: token.start } : {})}>{items(token.items)}</ol>
      ) : (
        <ul>{items(token.items)}</ul>
      );
    case 'checkbox':
      return <span class="markdown-box">{token.checked ? '☑' : '☐'} </span>;
    case 'link':
      return <Link address={token.href}>{children(token.tokens)}</Link>;
    // A picture would be asked for from a server: it is named, and opened by who wants to see it.
    case 'image':
      return <Link address={token.href}>{token.text || token.href}</Link>;
    case 'table':
      return <Table header={token.header} rows={token.rows} />;
    case 'space':
    case 'def':
      return null;
    default:
      return token.raw;
  }
}

function items(list: readonly { tokens: readonly Token[] }[]): ComponentChildren {
  return list.map((item, index) => <li key={index}>{children(item.tokens)}</li>);
}

function Link({ address, children }: { address: string; children: ComponentChildren }) {
  const href = safeAddress(address);
  if (href === undefined) return <>{children}</>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" title={href}>
      {children}
    </a>
  );
}

type Cell = { tokens: readonly Token[] };

function Table({ header, rows }: { header: readonly Cell[]; rows: readonly (readonly Cell[])[] }) {
  return (
    <table>
      <thead>
        <tr>
          {header.map((cell, index) => (
            <th key={index}>{children(cell.tokens)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {row.map((cell, place) => (
              <td key={place}>{children(cell.tokens)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
