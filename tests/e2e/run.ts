// npm run test:e2e [-- chromium|firefox] [-- NAME]: the end-to-end tests in both browsers at the same time, or in one;
// NAME is part of a test file's name or of a test's sentence. Prints each sentence with its time, and 'N passed, N failed'
// at the end.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { run } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type BrowserName, browserNames, findBrowser } from '../../tools/browsers/find-browser.ts';
import { builds } from '../../tools/browsers/launch.ts';
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

/** A browser's tests in a process of their own. Its sentences are shown once `shown` settles. */
async function runApart(name: BrowserName, wanted: readonly string[], shown: Promise<unknown>): Promise<Tally> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), name, ...wanted], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PRESSMARK_BUILD: builds() },
  });
  let said = '';
  let held = '';
  let show = (text: string): void => {
    held += text;
  };
  const showAll = (): void => {
    process.stdout.write(held);
    show = (text) => process.stdout.write(text);
  };
  void shown.then(showAll, showAll);
  child.stdout.on('data', (bytes: Buffer) => {
    said += bytes.toString();
    show(bytes.toString());
  });
  const code = await new Promise((ended, failed) => child.once('error', failed).once('close', ended));
  const [, passed = 0, failed = 0] = /^(\d+) passed, (\d+) failed$/m.exec(said.slice(said.lastIndexOf('\n\n'))) ?? [];
  return { passed: Number(passed), failed: code === 0 ? Number(failed) : Math.max(1, Number(failed)) };
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
  for (const name of names) findBrowser(name);
  // One after the other: both builds write the same types.
  for (const name of names) await buildExtension(name);
  const [first, ...others] = names;
  if (first !== undefined && others.length === 0) {
    report(await runIn(first, files, pattern));
    return;
  }
  // All browsers at the same time: a test waits more than it works.
  let before: Promise<unknown> = Promise.resolve();
  const tallies = names.map((name) => {
    const tally = runApart(name, wanted === undefined ? [] : [wanted], before);
    before = Promise.allSettled([before, tally]);
    return tally;
  });
  const done = await Promise.all(tallies);
  report({ passed: sum(done, 'passed'), failed: sum(done, 'failed') });
}

function sum(tallies: readonly Tally[], what: keyof Tally): number {
  return tallies.reduce((total, tally) => total + tally[what], 0);
}

function report({ passed, failed }: Tally): void {
  console.log(`\n${passed} passed, ${failed} failed`);
  if (failed > 0 || passed === 0) process.exitCode = 1;
}

await runAll();
