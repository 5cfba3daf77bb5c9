// `npm run bench -- NAME [ID ...] [--data DIR] [--out DIR]`: runs one benchmark; each prints a table and last one JSON
// line. Where a benchmark takes ids, it is run on these alone.
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface BenchArgs {
  /** Folder of pages, corpora or cases; each benchmark has its own default. */
  data?: string;
  /** Folder for what the benchmark writes; exists. */
  out: string;
  /** Ids of the pages or cases to be measured; all when there are none. */
  only: readonly string[];
}

/** Every benchmark is a module of this folder that exports `bench`. */
interface BenchModule {
  bench(args: BenchArgs): Promise<void>;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { data: { type: 'string' }, out: { type: 'string' } },
});
const name = positionals[0] ?? '';
const known = await namesOfBenchmarks();
if (!known.includes(name)) {
  console.error(`Which benchmark? npm run bench -- NAME [--data DIR] [--out DIR]\nThere are: ${known.join(', ')}.`);
  process.exit(2);
}
const out = resolve(values.out ?? `out/bench/${name}`);
await mkdir(out, { recursive: true });
const module: BenchModule = await import(`./${name}.ts`);
await module.bench({
  out,
  only: positionals.slice(1),
  ...(values.data === undefined ? {} : { data: resolve(values.data) }),
});

async function namesOfBenchmarks(): Promise<string[]> {
  const names: string[] = [];
  for (const file of await readdir(import.meta.dirname)) {
    const source = file.endsWith('.ts') ? await readFile(join(import.meta.dirname, file), 'utf8') : '';
    if (/^export (async )?function bench\b/m.test(source)) names.push(file.replace(/\.ts$/, ''));
  }
  return names.sort();
}
