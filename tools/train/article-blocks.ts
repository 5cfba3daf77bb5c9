// `npm run train -- article-blocks [--data DIR] [--folds N] [--out DIR]`: trains the filter of an article's blocks,
// cross-validated by domain, and writes it. The texts of the cross-validation are kept and scored by `score.py`.
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { predict } from '../../core/article/boosted-trees.ts';
import { score } from '../bench/articles-score.ts';
import { bundleForPage, launchChromium, mapSome, readIndex, visitStoredPage } from '../bench/stored-pages.ts';
import type { BlockExample } from './article-blocks-in-page.ts';
import { type BoostOptions, train as boost, type Row, seeded } from './boost.ts';
import { createLabeller, type Truth } from './label-blocks.ts';

const options: BoostOptions = {
  rounds: 100,
  depth: 4,
  rate: 0.12,
  cuts: 20,
  leastHessian: 3,
  ridge: 3,
  sample: 0.7,
  seed: 1,
};
/** The shipped threshold, see filter-blocks.ts. */
const leastScore = 0.4;

interface PageBlocks {
  id: string;
  domain: string;
  gt: Truth;
  blocks: BlockExample[];
}

interface BlockRow extends Row {
  id: string;
  domain: string;
  text: string;
}

export async function train(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      data: { type: 'string', default: '../shared/data/articles' },
      out: { type: 'string', default: 'out/train' },
      folds: { type: 'string', default: '5' },
    },
  });
  const rows = (await readBlocks(values.data, values.out)).flatMap(rowsOf);
  const scores = crossValidate(rows, Number(values.folds));
  const right = (threshold: number) =>
    rows.filter((row, index) => Number((scores[index] ?? 0) >= threshold) === row.label).length / rows.length;
  console.log(
    `${rows.length} blocks; right of them ${[0.3, 0.4, 0.5].map((at) => `${at}: ${right(at).toFixed(4)}`).join(', ')}`,
  );
  const answers = join(values.out, 'article-blocks-cv.jsonl');
  await writePredictions(answers, rows, scores);
  console.log(score('extract', values.data, answers));
  const source = `// Made by \`npm run train -- article-blocks\`; not written by hand.
import type { BoostedTrees } from './boosted-trees.ts';

export const blockModel: BoostedTrees = ${JSON.stringify(boost(rows, options))};
`;
  await writeFile(join(import.meta.dirname, '../../core/article/block.model.ts'), source);
  console.log(`model: ${source.length} bytes`);
}

/** A long block weighs more, as it does in the measure, but no paragraph outweighs all captions. */
function rowsOf({ id, domain, gt, blocks }: PageBlocks): BlockRow[] {
  const belongs = createLabeller(gt);
  return blocks.map(({ text, features }) => ({
    id,
    domain,
    text,
    features,
    label: belongs(text) ? 1 : 0,
    weight: Math.min(text.split(' ').length, 60) / 20 + 0.3,
  }));
}

function crossValidate(rows: readonly BlockRow[], folds: number): number[] {
  const random = seeded(7);
  const domains = [...new Set(rows.map((row) => row.domain))].sort();
  const foldOf = new Map(domains.map((domain) => [domain, Math.floor(random() * folds)]));
  const scores = rows.map(() => 0);
  for (let fold = 0; fold < folds; fold++) {
    const model = boost(
      rows.filter((row) => foldOf.get(row.domain) !== fold),
      options,
    );
    rows.forEach((row, index) => {
      if (foldOf.get(row.domain) === fold) scores[index] = predict(model, row.features);
    });
  }
  return scores;
}

/** The cross-validated texts, for the data's own `score.py extract`. */
async function writePredictions(file: string, rows: readonly BlockRow[], scores: readonly number[]): Promise<void> {
  const texts = new Map<string, string[]>(rows.map((row) => [row.id, []]));
  rows.forEach((row, index) => {
    if ((scores[index] ?? 0) >= leastScore) texts.get(row.id)?.push(row.text);
  });
  const lines = Array.from(texts, ([id, blocks]) => JSON.stringify({ id, text: blocks.join('\n') }));
  await writeFile(file, lines.join('\n'));
}

/** The blocks of every page, kept for the next run as long as the code that finds them is the same. */
async function readBlocks(data: string, out: string): Promise<PageBlocks[]> {
  const code = await bundleForPage(join(import.meta.dirname, 'article-blocks-in-page.ts'), 'trained');
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 12);
  const cache = join(out, `article-blocks-${hash}.json`);
  const known = await readFile(cache, 'utf8').catch(() => undefined);
  if (known !== undefined) return JSON.parse(known);
  const browser = await launchChromium();
  try {
    const pages = await mapSome(await readIndex(data, 'extract.jsonl'), 2, async (stored): Promise<PageBlocks> => {
      const json = await visitStoredPage(browser, data, stored, (page) =>
        page.evaluate(`${code};trained.blockExamples().then(JSON.stringify)`),
      );
      return { id: stored.id, domain: String(stored.domain), gt: truthOf(stored.gt), blocks: JSON.parse(String(json)) };
    });
    await mkdir(out, { recursive: true });
    await writeFile(cache, JSON.stringify(pages));
    return pages;
  } finally {
    await browser.close();
  }
}

function truthOf(value: unknown): Truth {
  const isTruth = (some: unknown): some is Truth => typeof some === 'object' && some !== null && 'body' in some;
  if (!isTruth(value)) throw new Error('a page without its true text');
  return value;
}
