// From blocks to the article's text: white space collapsed, blocks parted by an empty line, links noted.
import type { Steps } from '../slices.ts';
import type { ArticleText, TextLink } from '../text/article-text.ts';
import { TextMapBuilder } from '../text/text-map.ts';
import { type Block, visibleParent } from './blocks.ts';

/** More links, and longer addresses, lead to nobody's profile. */
const mostLinks = 10_000;
const longestAddress = 2000;

export function* composeText(blocks: readonly Block[], lang: string | undefined): Steps<ArticleText> {
  const builder = new TextMapBuilder();
  const links: TextLink[] = [];
  for (const block of blocks) {
    if (builder.length > 0) builder.addBreak('\n\n');
    addBlock(builder, links, block);
    yield;
  }
  const map = builder.build();
  return {
    text: map.text,
    pieces: map.pieces,
    links,
    ...(lang === undefined ? {} : { lang }),
    rangeAt: (start, end) => map.rangeAt(start, end),
    offsetAt: (node, offset) => map.offsetAt(node, offset),
  };
}

function addBlock(builder: TextMapBuilder, links: TextLink[], block: Block): void {
  const first = builder.length;
  let pendingSpace = false;
  for (const node of block.nodes) {
    let start: number | undefined;
    for (const { 0: run, index } of node.data.matchAll(/\s+|[^\s]+(?: [^\s]+)*/g)) {
      if (/^\s/.test(run)) {
        pendingSpace = builder.length > first;
        continue;
      }
      if (pendingSpace) builder.addBreak(' ');
      pendingSpace = false;
      start ??= builder.length;
      builder.addNode(node, index, index + run.length);
    }
    const href = hrefOf(node, block.element);
    if (href !== undefined && start !== undefined) noteLink(links, start, builder.length, href);
  }
}

/** A link whose words are parted by markup is still one link. */
function noteLink(links: TextLink[], start: number, end: number, href: string): void {
  const last = links[links.length - 1];
  if (last !== undefined && last.href === href && start - last.end <= 1) last.end = end;
  else if (links.length < mostLinks) links.push({ start, end, href });
}

function hrefOf(node: Text, block: Element): string | undefined {
  for (let at = visibleParent(node); at !== undefined; at = visibleParent(at)) {
    const href = at.localName === 'a' ? at.getAttribute('href') : null;
    if (href !== null) return href.length > longestAddress ? undefined : absolute(href, at.baseURI);
    if (at === block) return undefined;
  }
  return undefined;
}

function absolute(href: string, base: string): string | undefined {
  try {
    return new URL(href, base).href;
  } catch {
    return undefined;
  }
}
