// The articles data's own measure, `score.py`, which comes with the data and needs Python.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** What `score.py` prints of the answers in `file`, or why it could not be run. */
export function score(mode: 'detect' | 'extract', data: string, file: string): string {
  try {
    return execFileSync('python3', [join(data, 'score.py'), mode, data, file], { encoding: 'utf8' });
  } catch (error) {
    return `${mode} was not scored: ${error}`;
  }
}
