// What every end-to-end test stands on: a browser with the extension, the sample site and the tests' own pages, and a
// watch on the consoles of all pages.
import { ok } from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import type { Browsing } from '../../tools/browsers/browsing.ts';
import { browserNames } from '../../tools/browsers/find-browser.ts';
import { builtExtension, launchBrowser } from '../../tools/browsers/launch.ts';
import type { Screen } from '../../tools/browsers/screen.ts';
import { type MadePage, type Site, sampleSite, serveSite } from '../../tools/demo/serve.ts';
import { watchConsole } from './console.ts';

const testPages = fileURLToPath(new URL('../pages', import.meta.url));

export interface Trial {
  /** Another one after `restart`. */
  browsing: Browsing;
  readonly site: Site;
  /** Opens a page of the sample site or of the tests, in front. */
  open(path: string): Promise<Page>;
  /** Opens a page of the extension in a tab, in front. */
  openOwn(file: string): Promise<Page>;
  /** Closes the browser and opens it again with the same profile, to which something may happen in between. */
  restart(between?: (profile: string) => Promise<void>): Promise<void>;
  /** What the pages' consoles had to complain of since the last test. */
  readonly complaints: string[];
}

interface TrialOptions {
  pages?: ReadonlyMap<string, MadePage>;
  proxy?: string;
  /** As in `LaunchOptions`. */
  room?: number;
  downloads?: string;
  screen?: Screen;
}

/** Starts what a test file needs, once; after each test its pages are closed and its notes forgotten. */
export async function startTrial({ pages, ...launching }: TrialOptions = {}): Promise<Trial> {
  const name = browserNames.find((each) => each === process.env.PRESSMARK_BROWSER) ?? 'chromium';
  const site = await serveSite({ folders: [sampleSite, testPages], ...(pages === undefined ? {} : { pages }) });
  const profile = await mkdtemp(join(tmpdir(), 'pressmark-trial-'));
  const launch = async (): Promise<Browsing> => {
    const browsing = await launchBrowser(name, { extension: builtExtension(name), profile, ...launching });
    await browsing.inExtension();
    return browsing;
  };
  const opened: Page[] = [];
  const trial: Trial = {
    browsing: await launch(),
    site,
    complaints: [],
    async open(path) {
      const page = await trial.browsing.openPage(site.origin + path, async (empty) => {
        opened.push(empty);
        await watchConsole(trial.browsing, empty, (complaint) => trial.complaints.push(complaint));
      });
      await page.bringToFront();
      return page;
    },
    async openOwn(file) {
      const page = await trial.browsing.openExtensionPage(file);
      opened.push(page);
      await watchConsole(trial.browsing, page, (complaint) => trial.complaints.push(complaint));
      await page.bringToFront();
      return page;
    },
    async restart(between) {
      opened.length = 0;
      await trial.browsing.close();
      await between?.(profile);
      trial.browsing = await launch();
    },
  };
  afterEach(async () => {
    for (const page of opened.splice(0)) await page.close().catch(() => undefined);
    await trial.browsing.closePopup().catch(() => undefined);
    await forgetAll(trial.browsing);
    const complaints = trial.complaints.splice(0);
    ok(complaints.length === 0, `The pages' consoles say:\n${complaints.join('\n')}`);
  });
  after(async () => {
    await trial.browsing.close();
    await site.stop();
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  });
  return trial;
}

async function forgetAll(browsing: Browsing): Promise<void> {
  const extension = await browsing.inExtension();
  await extension.run(async () => {
    const settled = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    localStorage.clear();
    // As when everything is deleted: were the second copy written meanwhile, it would bring the notes back.
    await navigator.locks.request('pressmark-second-copy', async () => {
      await caches.delete('second-copy');
      if (!(await indexedDB.databases()).some((each) => each.name === 'pressmark')) return;
      const db = await settled(indexedDB.open('pressmark'));
      const stores = [...db.objectStoreNames];
      if (stores.length > 0) {
        const transaction = db.transaction(stores, 'readwrite');
        await Promise.all(stores.map((store) => settled(transaction.objectStore(store).clear())));
      }
      db.close();
    });
  });
}
