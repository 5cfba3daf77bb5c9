// `npm run train -- article-blocks [--data DIR] [--folds N] [--out DIR]`: trains the two models that tell an article's
// blocks, cross-validated by domain unless N is 1, and writes them. The texts of the cross-validation are kept and scored
// by `score.py`.
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type BoostedTrees, predict } from '../../core/article/boosted-trees.ts';
import { chooseBlocks } from '../../core/article/choose-blocks.ts';
import { secondLook } from '../../core/article/second-look.ts';
import { score } from '../bench/articles-score.ts';
import { bundleForPage, launchChromium, mapSome, readIndex, visitStoredPage } from '../bench/stored-pages.ts';
import type { BlockExample } from './article-blocks-in-page.ts';
import { type BoostOptions, train as boost, type Row, seeded } from './boost.ts';
import { createLabeller, type Truth } from './label-blocks.ts';

const options: BoostOptions = {
  rounds: 150,
  depth: 5,
  rate: 0.1,
  cuts: 32,
  leastHessian: 6,
  ridge: 3,
  sample: 0.7,
  featureSample: 0.5,
  seed: 1,
};
const innerFolds = 4;

interface PageBlocks {
  id: string;
  domain: string;
  gt: Truth;
  blocks: BlockExample[];
}

interface Page extends PageBlocks {
  rows: Row[];
}

interface Models {
  first: BoostedTrees;
  second: BoostedTrees;
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
  const pages = (await readBlocks(values.data, values.out)).map(withRows);
  console.log(`${pages.length} pages, ${pages.flatMap(({ rows }) => rows).length} blocks`);
  const folds = Number(values.folds);
  const answers = join(values.out, 'article-blocks-cv.jsonl');
  const texts = folds > 1 ? crossValidate(pages, folds) : [];
  await writeFile(answers, texts.map((each) => JSON.stringify(each)).join('\n'));
  if (folds > 1) console.log(score('extract', values.data, answers));
  const { first, second } = learn(pages);
  const source = `// Made by \`npm run train -- article-blocks\`; not written by hand.
import type { BoostedTrees } from './boosted-trees.ts';

export const blockModel: BoostedTrees = ${JSON.stringify(first)};

export const secondModel: BoostedTrees = ${JSON.stringify(second)};
`;
  await writeFile(join(import.meta.dirname, '../../core/article/block.model.ts'), source);
  console.log(`models: ${source.length} bytes`);
}

/** A long block weighs more, as it does in the measure, but no paragraph outweighs all captions. */
function withRows(page: PageBlocks): Page {
  const belongs = createLabeller(page.gt);
  const rows = page.blocks.map(({ text, features }): Row => {
    const weight = Math.min(text.split(' ').length, 60) / 20 + 0.3;
    return { features, label: belongs(text) ? 1 : 0, weight };
  });
  return { ...page, rows };
}

/** The second model learns from what the first says of pages that it has not seen. */
function learn(pages: readonly Page[]): Models {
  const first = boost(
    pages.flatMap(({ rows }) => rows),
    options,
  );
  const seconds = foldsOf(pages, innerFolds, 11).flatMap(({ learnt, held }) => {
    const model = boost(
      learnt.flatMap(({ rows }) => rows),
      options,
    );
    return held.flatMap((page) => withSecondLook(page, model));
  });
  return { first, second: boost(seconds, options) };
}

function withSecondLook({ blocks, rows }: Page, first: BoostedTrees): Row[] {
  const scores = rows.map(({ features }) => predict(first, features));
  const more = secondLook(
    blocks.map(({ place }) => place),
    scores,
  );
  return rows.map((row, index) => ({ ...row, features: [...row.features, ...(more[index] ?? [])] }));
}

/** The texts of pages whose domains the models have not seen, for the data's own `score.py extract`. */
function crossValidate(pages: readonly Page[], folds: number): { id: string; text: string }[] {
  return foldsOf(pages, folds, 7).flatMap(({ learnt, held }) => {
    const { first, second } = learn(learnt);
    return held.map((page) => {
      const isOwn = chooseBlocks(
        withSecondLook(page, first).map(({ features }) => predict(second, features)),
        page.blocks.map(({ place }) => place),
        page.blocks.map(({ decided }) => decided),
      );
      const own = page.blocks.filter((_, index) => isOwn[index]);
      return { id: page.id, text: own.map(({ text }) => text).join('\n') };
    });
  });
}

/** Pages of one domain look alike and stay together. */
function foldsOf(pages: readonly Page[], folds: number, seed: number): { learnt: Page[]; held: Page[] }[] {
  const random = seeded(seed);
  const domains = [...new Set(pages.map(({ domain }) => domain))].sort();
  const foldOf = new Map(domains.map((domain) => [domain, Math.floor(random() * folds)]));
  return Array.from({ length: folds }, (_, fold) => ({
    learnt: pages.filter(({ domain }) => foldOf.get(domain) !== fold),
    held: pages.filter(({ domain }) => foldOf.get(domain) === fold),
  }));
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
