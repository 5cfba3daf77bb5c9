import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { clearErrors, logError, readErrors } from './error-log.ts';

beforeEach(() => {
  fakeBrowser.reset();
  vi.useRealTimers();
});

describe('the log of errors', () => {
  it('tells the newest first, with where it happened', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(new Date('2026-01-01T10:00:00Z'));
    logError('popup', new Error('first'));
    vi.setSystemTime(new Date('2026-01-01T10:00:01Z'));
    logError('background', new Error('second'));
    await vi.waitFor(async () => expect(await readErrors()).toHaveLength(2));
    expect((await readErrors()).map(({ where, error }) => [where, error])).toEqual([
      ['background', 'Error: second'],
      ['popup', 'Error: first'],
    ]);
    await clearErrors();
    expect(await readErrors()).toEqual([]);
  });

  it('keeps an error that repeats itself once', async () => {
    for (let count = 0; count < 50; count++) logError('popup', new Error('again and again'));
    await vi.waitFor(async () => expect(await readErrors()).toHaveLength(1));
  });

  it('keeps the last 200, and leaves what others keep there', async () => {
    await browser.storage.local.set({ other: 1 });
    for (let count = 0; count < 230; count++) {
      logError('popup', new Error(`number ${count}`));
      if (count % 40 === 0) await vi.waitFor(async () => expect((await readErrors()).length).toBeGreaterThan(0));
    }
    await vi.waitFor(async () => expect(await readErrors()).toHaveLength(200));
    expect(await browser.storage.local.get('other')).toEqual({ other: 1 });
  });
});
