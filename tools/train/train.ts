// `npm run train -- NAME [options]`: trains one of the models that ship. Each is a module of this folder that
// exports `train`; the same data and code give the same file, bit for bit.
import { readdir } from 'node:fs/promises';

interface TrainModule {
  train(args: string[]): Promise<void>;
}

/** The parts that can be trained. */
const trained = ['article-blocks', 'articles', 'entities', 'word-table'];

const [name = '', ...args] = process.argv.slice(2);
const files = await readdir(import.meta.dirname);
const known = trained.filter((each) => files.includes(`${each}.ts`));
if (!known.includes(name)) {
  console.error(`Train what? npm run train -- NAME [--data DIR]\nThere are: ${known.join(', ')}.`);
  process.exit(2);
}
const module: TrainModule = await import(`./${name}.ts`);
await module.train(args);
