// Which of the page's blocks may belong to the article: what Readability kept, and what stands in between or near.
import type { Candidate } from './block-features.ts';
import type { Block } from './blocks.ts';

/** How many blocks before the first and after the last kept one are looked at: leads stand outside of the body. */
const before = 12;
const after = 4;

/** Candidates in the order of the page, without the headline; empty when Readability kept nothing. */
export function findCandidates(
  blocks: readonly Block[],
  kept: ReadonlySet<Text>,
  headline: Block | undefined,
): Candidate[] {
  const all = blocks.map((block) => ({
    block,
    kept: block.nodes.some((node) => kept.has(node) && node.data.trim() !== ''),
  }));
  const first = all.findIndex((each) => each.kept);
  const last = all.findLastIndex((each) => each.kept);
  if (first < 0) return [];
  return all.slice(Math.max(0, first - before), last + 1 + after).filter((each) => each.block !== headline);
}
