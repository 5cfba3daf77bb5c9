// The id by which the extension knows a tab.
import type { Page } from 'puppeteer-core';
// For its types: the script runs in the extension's own page, where `browser` is a global.
import { browser } from 'wxt/browser';
import type { Browsing } from './browsing.ts';

export async function tabIdOf(browsing: Browsing, page: Page): Promise<number> {
  const extension = await browsing.inExtension();
  return extension.run(
    async (_root, url) => (await browser.tabs.query({})).find((tab) => tab.url === url)?.id ?? -1,
    page.url(),
  );
}
