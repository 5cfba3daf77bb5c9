// `npm test`: everything that must hold before a change lands. Prints each step with its time, stops at the first one
// that fails, and ends with a line 'N passed, N failed' of the unit and end-to-end tests together.
import { spawn } from 'node:child_process';

interface Step {
  name: string;
  command: string;
  args: readonly string[];
}

const steps: readonly Step[] = [
  { name: 'types for the extension', command: 'wxt', args: ['prepare'] },
  { name: 'format, lint and folder rules', command: 'biome', args: ['check', '--error-on-warnings', '.'] },
  { name: 'types', command: 'tsc', args: ['--noEmit'] },
  { name: 'build for Chromium', command: 'wxt', args: ['build'] },
  { name: 'build for Firefox, packed with its sources', command: 'wxt', args: ['zip', '-b', 'firefox', '--mv3'] },
  { name: 'the same package from its sources', command: 'node', args: ['tools/stores/verify-sources.ts'] },
  {
    name: 'add-on linter',
    command: 'web-ext',
    args: ['lint', '--no-config-discovery', '--warnings-as-errors', '-s', '.output/firefox-mv3'],
  },
  { name: 'unit tests', command: 'vitest', args: ['run', '--reporter=default', '--color=false'] },
  { name: 'end-to-end tests in both browsers', command: 'node', args: ['tests/e2e/run.ts'] },
];

let passed = 0;
for (const { name, command, args } of steps) {
  const started = Date.now();
  console.log(`\n▶ ${name}`);
  const { code, output } = await run(command, args);
  passed += countPassed(output);
  console.log(`${code === 0 ? '✔' : '✘'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (code !== 0) {
    console.log(`\n${passed} passed, ${Math.max(1, countFailed(output))} failed`);
    process.exit(1);
  }
}
console.log(`\n${passed} passed, 0 failed`);

/** Runs a tool of this project and shows what it prints as it comes. */
function run(command: string, args: readonly string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NO_COLOR: '1' },
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      process.stdout.write(chunk);
      output += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Vitest says "Tests  12 passed", our end-to-end runner "12 passed, 0 failed". */
function countPassed(output: string): number {
  return Number(/^\s*(?:Tests\s.*?)?(\d+) passed(?:, \d+ failed| \(\d+\))?\s*$/m.exec(lineOf(output))?.[1] ?? 0);
}

function countFailed(output: string): number {
  return Number(/(\d+) failed/.exec(lineOf(output))?.[1] ?? 0);
}

function lineOf(output: string): string {
  const lines = output.split('\n').filter((line) => /^\s*Tests\s/.test(line) || /^\d+ passed, \d+ failed$/.test(line));
  return lines.at(-1) ?? '';
}
