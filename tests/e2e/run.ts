// npm run test:e2e [-- chromium|firefox] [-- NAME]: the end-to-end tests in both browsers or one; NAME is part of a
// test file's name or of a test's sentence. Prints each sentence with its time, and 'N passed, N failed' at the end.
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { run } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type BrowserName, browserNames, findBrowser } from '../../tools/browsers/find-browser.ts';
import { buildExtension } from '../../tools/build/build-extension.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));

interface Tally {
  passed: number;
  failed: number;
}

async function runIn(name: BrowserName, files: string[], pattern: string | undefined): Promise<Tally> {
  const tally = { passed: 0, failed: 0 };
  console.log(`\n${name}`);
  // The test files run in processes of their own and read it there.
  process.env.PRESSMARK_BROWSER = name;
  const tests = run({
    files,
    concurrency: false,
    timeout: 240_000,
    ...(pattern === undefined ? {} : { testNamePatterns: new RegExp(RegExp.escape(pattern), 'i') }),
  });
  let file = '';
  tests.on('test:pass', (test) => {
    // A file counts as a test too; only sentences are counted.
    if (test.file === undefined || test.name === test.file || test.skip !== undefined) return;
    file = heading(file, test.file);
    tally.passed++;
    console.log(`    ✓ ${test.name} (${seconds(test.details.duration_ms)})`);
  });
  tests.on('test:fail', (test) => {
    file = heading(file, test.file ?? test.name);
    tally.failed++;
    console.log(`    ✗ ${test.name} (${seconds(test.details.duration_ms)})`);
    const { cause = test.details.error } = test.details.error;
    console.log(indent(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)));
  });
  tests.on('test:stderr', (said) => console.log(indent(said.message.trimEnd())));
  await tests.toArray();
  return tally;
}

function heading(before: string, file: string): string {
  const name = basename(file, '.e2e.ts');
  if (name !== before) console.log(`  ${name}`);
  return name;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

function indent(text: string): string {
  return text.replace(/^/gm, '      ');
}

async function runAll(): Promise<void> {
  const args = process.argv.slice(2).filter((arg) => arg !== '--');
  const chosen = browserNames.filter((name) => args.includes(name));
  const [wanted] = args.filter((arg) => !browserNames.some((name) => name === arg));
  const all = readdirSync(folder).filter((file) => file.endsWith('.e2e.ts'));
  const named = all.filter((file) => wanted !== undefined && file.includes(wanted));
  const files = (named.length > 0 ? named : all).map((file) => join(folder, file));
  const pattern = named.length > 0 ? undefined : wanted;
  const names = chosen.length > 0 ? chosen : browserNames;
  const total = { passed: 0, failed: 0 };
  for (const name of names) findBrowser(name);
  for (const name of names) {
    await buildExtension(name);
    const { passed, failed } = await runIn(name, files, pattern);
    total.passed += passed;
    total.failed += failed;
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  if (total.failed > 0 || total.passed === 0) process.exitCode = 1;
}

await runAll();
