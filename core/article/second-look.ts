// A second look at the blocks of a page, with the scores of the first: a block among others that are surely the
// article's, in the same box or of the same kind, is likely to be the article's too.

/** What the second look needs to know of a block. */
export interface LookedAt {
  length: number;
  /** Blocks with the same number are of one kind, stand in one box, stand in one box around that. */
  kind: number;
  box: number;
  outerBox: number;
}

export const secondLookNames: readonly string[] = [
  ...['score', 'kindScore', 'kindText', 'boxScore', 'boxText', 'outerScore', 'outerText'],
  ...['score 3 before', 'score 2 before', 'score before', 'score after', 'score 2 after', 'score 3 after'],
  ...['textBefore', 'textAfter', 'nearScore', 'aroundScore', 'fromFirst', 'toLast', 'allText'],
];

/** A longer block says no more of its neighbours. */
const mostWeight = 400;
const sure = 0.5;
const paragraph = 80;

/** Features of each block in the order of `secondLookNames`; `scores` are those of the first look, 0 to 1. */
export function secondLook(blocks: readonly LookedAt[], scores: readonly number[]): number[][] {
  const weights = blocks.map(({ length }) => Math.min(length, mostWeight));
  const mass = scores.map((score, index) => score * (weights[index] ?? 0));
  const massBefore = runningSums(mass);
  const weightBefore = runningSums(weights);
  const all = massBefore.at(-1) ?? 0;
  const isSure = blocks.map(({ length }, index) => length >= paragraph && (scores[index] ?? 0) > sure);
  const first = Math.max(0, isSure.indexOf(true));
  const last = isSure.lastIndexOf(true) < 0 ? blocks.length - 1 : isSure.lastIndexOf(true);
  const groups = (['kind', 'box', 'outerBox'] as const).map((key) => {
    const sums = new Map<number, { mass: number; weight: number }>();
    blocks.forEach((block, index) => {
      const sum = sums.get(block[key]) ?? { mass: 0, weight: 0 };
      sums.set(block[key], sum);
      sum.mass += mass[index] ?? 0;
      sum.weight += weights[index] ?? 0;
    });
    return { key, sums };
  });
  return blocks.map((block, index) => {
    const own = mass[index] ?? 0;
    const weight = weights[index] ?? 0;
    const ofGroups = groups.flatMap(({ key, sums }) => {
      const sum = sums.get(block[key]) ?? { mass: own, weight };
      return [(sum.mass - own) / (sum.weight - weight + 1), Math.min(sum.mass - own, 5000)];
    });
    const scoreAround = (reach: number): number => {
      const from = Math.max(0, index - reach);
      const to = Math.min(blocks.length, index + reach + 1);
      const massAround = (massBefore[to] ?? 0) - (massBefore[from] ?? 0) - own;
      return massAround / ((weightBefore[to] ?? 0) - (weightBefore[from] ?? 0) - weight + 1);
    };
    return [
      scores[index] ?? 0,
      ...ofGroups,
      ...[-3, -2, -1, 1, 2, 3].map((away) => scores[index + away] ?? 0),
      (massBefore[index] ?? 0) / (all + 1),
      (all - own - (massBefore[index] ?? 0)) / (all + 1),
      scoreAround(5),
      scoreAround(12),
      Math.max(-30, Math.min(30, index - first)),
      Math.max(-30, Math.min(30, last - index)),
      all + 1,
    ];
  });
}

/** What stands before each place, and before the end. */
function runningSums(values: readonly number[]): number[] {
  const sums = [0];
  for (const value of values) sums.push((sums.at(-1) ?? 0) + value);
  return sums;
}
