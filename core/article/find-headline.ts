// The article's headline among the page's blocks.
import type { Block } from './blocks.ts';

/** The top heading that says what the title says; else the only one there is. */
export function findHeadline(blocks: readonly Block[], title: string): Block | undefined {
  const headings = blocks.filter((block) => block.element.closest('h1') !== null);
  const wanted = wordsOf(title);
  const best = headings
    .map((block) => ({ block, likeness: likeness(wordsOf(block.text), wanted) }))
    .sort((one, other) => other.likeness - one.likeness)[0];
  if (best !== undefined && (best.likeness >= 0.5 || headings.length === 1)) return best.block;
  return blocks.find(
    (block) => /^h[2-6]$/.test(block.element.localName) && likeness(wordsOf(block.text), wanted) > 0.8,
  );
}

function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  // Without spaces between words, signs are compared.
  return new Set(words.length < 3 ? text : words);
}

/** Share of words in common (Dice). */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((word) => other.has(word)).length;
  return (2 * shared) / (one.size + other.size || 1);
}
