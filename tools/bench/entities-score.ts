// Runs the data's own metric, a Python script, if this machine can.
import { spawnSync } from 'node:child_process';

/** Prints and returns what the metric says; nothing without the script or Python: the answers are written all the same. */
export function scoreFiles(script: string | undefined, args: readonly string[]): string {
  if (script === undefined) {
    console.log('score.py is missing: answers are written, not scored');
    return '';
  }
  const { stdout, stderr, error, status } = spawnSync('python3', [script, ...args], { encoding: 'utf8' });
  if (error !== undefined) {
    console.log('python3 is missing: answers are written, not scored');
    return '';
  }
  console.log((status === 0 ? stdout : stderr).trimEnd());
  return stdout;
}
