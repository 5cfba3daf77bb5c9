// A screen of its own with a real keyboard and a real mouse (Xvfb and xdotool, on Linux): for what belongs to a browser's
// window and not to a page, such as its shortcuts and its context menu.
import { execFileSync, spawn } from 'node:child_process';
import { install, lookUpProgram, mayInstall } from './programs.ts';

export interface Screen {
  /** For the environment of whoever shows a window there. */
  readonly display: string;
  /** Presses keys in the window in front, as xdotool names them: `alt+shift+l`, `Down`. */
  press(...keys: readonly string[]): void;
  /** px of the screen. */
  rightClick(x: number, y: number): void;
  stop(): void;
}

const packages = ['xvfb', 'xdotool'] as const;

/** @throws with one sentence that says what to install, when there is no such screen here. */
export async function startScreen(): Promise<Screen> {
  const programs = (): boolean => ['Xvfb', 'xdotool'].every((name) => lookUpProgram([name]) !== undefined);
  if (!programs() && !(mayInstall() && install(packages) && programs())) {
    throw new Error(`Install Xvfb and xdotool (on Debian: apt-get install ${packages.join(' ')}).`);
  }
  const { display, stop } = await startXvfb();
  const xdotool = (...args: readonly string[]): string =>
    execFileSync('xdotool', args, { encoding: 'utf8', env: { ...process.env, DISPLAY: display } });
  return {
    display,
    press(...keys) {
      // Without a window manager nobody hands the keys to a window.
      const window = xdotool('search', '--onlyvisible', '--name', '.').trim().split('\n').at(-1) ?? '';
      xdotool('windowfocus', '--sync', window);
      for (const key of keys) xdotool('key', '--clearmodifiers', key);
    },
    rightClick(x, y) {
      xdotool('mousemove', String(Math.round(x)), String(Math.round(y)), 'click', '3');
    },
    stop,
  };
}

/** Xvfb chooses a number that is free and tells it. */
function startXvfb(): Promise<Pick<Screen, 'display' | 'stop'>> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', () => reject(new Error('Xvfb ended at once')));
    server.stdio[3]?.once('data', (number: Buffer) =>
      resolve({ display: `:${number.toString().trim()}`, stop: () => void server.kill() }),
    );
  });
}
