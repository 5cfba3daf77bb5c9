import { describe, expect, it } from 'vitest';
import { errorEntry, errorReport, withoutContent } from './error-entry.ts';

const now = new Date('2026-01-02T03:04:05Z');

function thrown(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('It did not fail');
}

describe('the log of errors', () => {
  it('keeps no word of what was read: JSON.parse quotes its input', () => {
    const error = thrown(() => JSON.parse('The minister said "no" to the harbour.'));
    expect(String(error)).toContain('The minis');
    const entry = errorEntry(error, 'library', now);
    expect(JSON.stringify(entry)).not.toMatch(/minis|harbour|said/);
    expect(entry.error).toMatch(/^SyntaxError: Unexpected token/);
  });

  it('keeps the host of an address and nothing else of it', () => {
    expect(withoutContent('Failed to load https://user:key@courier.example:8080/a/secret?q=word#part today')).toBe(
      'Failed to load courier.example today',
    );
    expect(withoutContent('No page at file:///home/someone/notes.html')).toBe('No page at …');
  });

  it('takes out everything from the first quotation mark to the last', () => {
    expect(withoutContent("Key «one» and „two“ is not 'valid' here")).toBe('Key "…" here');
    expect(withoutContent('no quotation')).toBe('no quotation');
  });

  it('keeps the frames of our own files, in both spellings', () => {
    const error = new Error('x');
    error.stack = [
      'Error: x',
      '    at saveNote (chrome-extension://abcdef/background.js:1:234)',
      '    at async chrome-extension://abcdef/chunks/main-x.js:2:5',
      '    at https://courier.example/secret.js:1:1',
      'keep@moz-extension://3d1c/chunks/main.js:7:9',
    ].join('\n');
    expect(errorEntry(error, 'background', now).stack).toEqual([
      'saveNote /background.js:1:234',
      'async /chunks/main-x.js:2:5',
      'keep /chunks/main.js:7:9',
    ]);
  });

  it('takes what is no error too', () => {
    expect(errorEntry('broken', 'popup', now).error).toBe('string: broken');
    expect(errorEntry(undefined, 'popup', now).error).toBe('undefined');
    expect(errorEntry(new DOMException('full', 'QuotaExceededError'), 'popup', now).error).toBe(
      'QuotaExceededError: full',
    );
  });

  it('is written as text that can be read before it is sent', () => {
    const report = errorReport([errorEntry(new TypeError('x is not a function'), 'popup', now)], ['Pressmark 1.0']);
    expect(report.split('\n').slice(0, 4)).toEqual([
      'Pressmark 1.0',
      '',
      '2026-01-02T03:04:05.000Z popup',
      '  TypeError: x is not a function',
    ]);
  });
});
