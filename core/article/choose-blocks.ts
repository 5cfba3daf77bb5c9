// From the scores of a page's blocks to the article's own.
import type { LookedAt } from './second-look.ts';

/** All found by cross-validation. */
const leastScore = 0.5;
/** Enough between two of the article's own in the same box: a quotation, a short answer. */
const leastBetween = 0.3;

/** Of each block, whether it is the article's own. `decided`: it is not, whatever its score. */
export function chooseBlocks(
  scores: readonly number[],
  places: readonly LookedAt[],
  decided: readonly boolean[],
): boolean[] {
  const own = scores.map((score, index) => score >= leastScore && decided[index] !== true);
  return own.map((isOwn, index) => {
    if (isOwn || decided[index] === true || (scores[index] ?? 0) < leastBetween) return isOwn;
    return own[index - 1] === true && own[index + 1] === true && isBetween(places, index);
  });
}

/** Whether the blocks beside it stand in one box, and it in the same or one level deeper. */
function isBetween(places: readonly LookedAt[], index: number): boolean {
  const box = places[index - 1]?.box;
  const self = places[index];
  return box === places[index + 1]?.box && (self?.box === box || self?.outerBox === box);
}
