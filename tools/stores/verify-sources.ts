// npm run zip:verify: unpacks the sources that go to Mozilla beside the package, builds from them alone, and compares
// every file with the package, bit for bit. Needs the zips: `npm run zip`, or `npm test`, which makes Firefox's.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readZip } from './read-zip.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const output = join(project, '.output');

function zipNamed(ending: string): Map<string, Buffer> {
  const { name, version }: { name: string; version: string } = JSON.parse(
    readFileSync(join(project, 'package.json'), 'utf8'),
  );
  return readZip(readFileSync(join(output, `${name}-${version}-${ending}.zip`)));
}

/** Builds as Mozilla's reviewer does after `npm ci`; the lock file is ours, so the installed packages are too. */
async function buildIn(folder: string): Promise<void> {
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const wxt = join(project, 'node_modules/wxt/bin/wxt.mjs');
  const build = spawn(process.execPath, [wxt, 'build', '-b', 'firefox', '--mv3'], { cwd: folder });
  let said = '';
  for (const stream of [build.stdout, build.stderr]) stream.on('data', (bytes: Buffer) => (said += bytes.toString()));
  const code = await new Promise((ended, failed) => build.once('error', failed).once('exit', ended));
  if (code !== 0) throw new Error(`The sources do not build:\n${said}`);
}

function filesIn(folder: string): Map<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  return new Map(
    names.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [relative(folder, path).replaceAll('\\', '/'), readFileSync(path)];
    }),
  );
}

/** Names of the files that are not the same in both. */
function differences(one: ReadonlyMap<string, Buffer>, other: ReadonlyMap<string, Buffer>): string[] {
  const names = new Set([...one.keys(), ...other.keys()]);
  return [...names].filter((name) => {
    const bytes = other.get(name);
    return bytes === undefined || one.get(name)?.equals(bytes) !== true;
  });
}

const folder = mkdtempSync(join(tmpdir(), 'pressmark-sources-'));
try {
  const sources = zipNamed('sources');
  for (const [name, bytes] of sources) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
  await buildIn(folder);
  const shipped = zipNamed('firefox');
  const different = differences(shipped, filesIn(join(folder, '.output/firefox-mv3')));
  if (shipped.size === 0 || different.length > 0) {
    throw new Error(`Built from its sources the package differs in: ${different.join(', ')}`);
  }
  console.log(`The ${shipped.size} files of the package are built from the ${sources.size} files of its sources.`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
