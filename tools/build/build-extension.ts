// Builds the extension for one browser, quietly unless it fails.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { BrowserName } from '../browsers/find-browser.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const wxt = fileURLToPath(new URL('../../node_modules/wxt/bin/wxt.mjs', import.meta.url));

/** Does nothing where PRESSMARK_BUILD names a build that is to be used. @throws with what the build said */
export async function buildExtension(name: BrowserName): Promise<void> {
  if (process.env.PRESSMARK_BUILD !== undefined) return;
  const args = name === 'chromium' ? ['build'] : ['build', '-b', 'firefox', '--mv3'];
  const build = spawn(process.execPath, [wxt, ...args], { cwd: project, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [build.stdout, build.stderr]) {
    stream.on('data', (bytes: Buffer) => {
      said += bytes.toString();
    });
  }
  const code = await new Promise((ended, failed) => build.once('error', failed).once('exit', ended));
  if (code !== 0) throw new Error(`The build failed:\n${said}`);
}
