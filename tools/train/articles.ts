// `npm run train -- articles [--data DIR] [--folds N]`: trains the spotter's model, cross-validated by domain, and
// writes it. The answers of the cross-validation are kept beside the features, in the form that `score.py` takes.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { predict } from '../../core/article/boosted-trees.ts';
import { spotterFeatureNames } from '../../core/article/spotter-features.ts';
import { score } from '../bench/articles-score.ts';
import { type Example, readExamples } from './article-features.ts';
import { type BoostOptions, train as boost, type Row, seeded } from './boost.ts';

const options: BoostOptions = {
  rounds: 200,
  depth: 3,
  rate: 0.1,
  cuts: 10,
  leastHessian: 0.8,
  ridge: 2,
  sample: 0.8,
  seed: 1,
};
const repeats = 3;
/** The shipped threshold, see spot-article.ts. */
const leastScore = 0.7;

export async function train(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { data: { type: 'string', default: '../shared/data/articles' }, folds: { type: 'string', default: '5' } },
  });
  const examples = await readExamples(values.data);
  console.log(`${examples.length} pages, ${spotterFeatureNames.length} features`);
  const scores = crossValidate(examples, options, Number(values.folds));
  for (const threshold of [0.4, 0.5, 0.6, 0.7]) report(examples, scores, threshold);
  const answers = join('out', 'train', 'articles-cv.jsonl');
  const lines = examples.map(({ id }, at) => {
    const of = scores[at] ?? 0;
    return `${JSON.stringify({ id, article: of >= leastScore, score: of })}\n`;
  });
  await writeFile(answers, lines.join(''));
  console.log(score('detect', values.data, answers));
  const model = boost(examples.map(rowOf), options);
  const source = `// Made by \`npm run train -- articles\`; not written by hand.
import type { BoostedTrees } from './boosted-trees.ts';

export const spotterModel: BoostedTrees = ${JSON.stringify(model)};
`;
  await writeFile(join(import.meta.dirname, '../../core/article/spotter.model.ts'), source);
  console.log(`model: ${source.length} bytes`);
}

function rowOf(example: Example): Row {
  return { features: example.features, label: example.label === 'article' ? 1 : 0, weight: 1 };
}

/** Mean score of each page by models that saw no page of its site. */
function crossValidate(examples: readonly Example[], using: BoostOptions, folds: number): number[] {
  const totals = examples.map(() => 0);
  for (let repeat = 0; repeat < repeats; repeat++) {
    const random = seeded(100 + repeat);
    const domains = [...new Set(examples.map((example) => example.domain))].sort();
    const foldOf = new Map(domains.map((domain) => [domain, Math.floor(random() * folds)]));
    for (let fold = 0; fold < folds; fold++) {
      const model = boost(examples.filter((each) => foldOf.get(each.domain) !== fold).map(rowOf), using);
      examples.forEach((example, index) => {
        if (foldOf.get(example.domain) !== fold) return;
        totals[index] = (totals[index] ?? 0) + predict(model, example.features) / repeats;
      });
    }
  }
  return totals;
}

function report(examples: readonly Example[], scores: readonly number[], threshold: number): void {
  const judged = examples.map((example, index) => ({ ...example, said: (scores[index] ?? 0) >= threshold }));
  const line = (name: string, some: typeof judged) => {
    const right = some.filter((each) => each.said && each.label === 'article').length;
    const said = some.filter((each) => each.said).length;
    const wanted = some.filter((each) => each.label === 'article').length;
    const [p, r] = [right / said, right / wanted];
    console.log(
      `${threshold} ${name}: P ${p.toFixed(3)} R ${r.toFixed(3)} F1 ${((2 * p * r) / (p + r)).toFixed(3)} wrong ${said - right} missed ${wanted - right}`,
    );
  };
  line(
    'news against not',
    judged.filter((each) => each.kind !== 'article-general'),
  );
  line('any article against not', judged);
}
