// Run in a process of its own: what the first article of a fresh background costs, in time and memory. Prints JSON.
import { readFileSync } from 'node:fs';

const [model = '', article = ''] = process.argv.slice(2);
const bytes = readFileSync(model);
const text = readFileSync(article, 'utf8');
globalThis.gc?.();
const before = process.memoryUsage();
const { readTagger } = await import('../../core/entities/tagger.ts');
const { recognise } = await import('../../core/entities/recognise.ts');
const imported = performance.now();
const tagger = readTagger(new Uint8Array(bytes));
const loaded = performance.now();
const { mentions } = recognise({ text, links: [] }, { en: tagger });
const done = performance.now();
globalThis.gc?.();
const after = process.memoryUsage();
const grown = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
console.log(
  JSON.stringify({
    loadMs: Math.round(loaded - imported),
    // Node strips the types of the modules as it reads them: a browser does not, so their import is left out.
    coldMs: Math.round(done - imported),
    memoryMb: Number((grown / 2 ** 20).toFixed(1)),
    mentions: mentions.length,
  }),
);
