import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openWelcome } from './first-run.ts';

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
});

it('opens the first-run page after the installation, and never again', async () => {
  const create = vi.spyOn(browser.tabs, 'create');
  await openWelcome('install');
  expect(create).toHaveBeenCalledExactlyOnceWith({ url: browser.runtime.getURL('/welcome.html') });
  await openWelcome('install');
  expect(create).toHaveBeenCalledTimes(1);
});

it('opens nothing after an update of the extension or of the browser', async () => {
  const create = vi.spyOn(browser.tabs, 'create');
  await openWelcome('update');
  await openWelcome('browser_update');
  expect(create).not.toHaveBeenCalled();
});
