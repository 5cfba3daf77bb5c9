// npm run pictures [-- chromium|firefox]: a picture of every view on the sample site, in both browsers, light and dark,
// into out/pictures/. Those of the README are copied from there into docs/pictures/.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import type { Browsing, Surface } from '../browsers/browsing.ts';
import { surfaceOf, waitFor } from '../browsers/browsing.ts';
import { type BrowserName, browserNames } from '../browsers/find-browser.ts';
import { builtExtension, launchBrowser } from '../browsers/launch.ts';
import { clickWords, selectWords, waitForCard, waitForKept, waitForOurs, waitForPaint } from '../browsers/reading.ts';
import { boxOf, clickOn, textOf } from '../browsers/surfaces.ts';
import { tabIdOf } from '../browsers/tab-id.ts';
import { buildExtension } from '../build/build-extension.ts';
import { type Site, samplePages, sampleSite, serveSite } from '../demo/serve.ts';
import { pictureOwnPages } from './own-pages.ts';

const out = fileURLToPath(new URL('../../out/pictures', import.meta.url));

/** Takes a picture under a step's name. */
export type Take = (surface: Pick<Surface, 'screenshot'>, step: string) => Promise<void>;

async function writeOn(browsing: Browsing, page: Page, quote: string, note: string): Promise<Surface> {
  await selectWords(page, quote);
  await clickOn(await waitForOurs(browsing, page, '.toolbar'), '.toolbar button', 'note');
  const card = await waitForCard(browsing, page, 'textarea');
  await waitFor('the cursor in the note', () => card.run((root) => root.activeElement?.tagName === 'TEXTAREA'));
  await card.type(note);
  await waitForKept(browsing, { quote, note });
  await waitFor('the word that it is saved', async () => (await textOf(card)).includes('Saved'));
  return card;
}

async function closeCard(browsing: Browsing, page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await waitFor('the card to close', async () => {
    const ours = await browsing.oursIn(page);
    return ours === undefined || (await boxOf(ours, '.card')) === null;
  });
}

async function pictureInPage(browsing: Browsing, site: Site, take: Take): Promise<Page> {
  const page = await browsing.openPage(site.origin + samplePages.portal);
  await waitForPaint(page, 'person', 'Tomas Okafor');
  await take(page, 'marks');
  await clickWords(page, 'Tomas Okafor');
  await waitForCard(browsing, page, '.card-top');
  await take(page, 'person');
  await closeCard(browsing, page);
  await clickWords(page, '@annelibrandt');
  await waitForCard(browsing, page, '.card-top');
  await take(page, 'handle');
  await closeCard(browsing, page);
  for (const [key, words] of [
    ['2', 'The door was never locked'],
    ['4', 'flour until Tuesday'],
  ] as const) {
    await selectWords(page, words);
    const ours = await waitForOurs(browsing, page, '.toolbar');
    if (key === '2') await take(page, 'toolbar');
    await page.keyboard.press(key);
    await waitForKept(browsing, { quote: words });
    await waitFor('the toolbar to go', async () => (await boxOf(ours, '.toolbar')) === null);
  }
  await writeOn(browsing, page, 'What she will put on the table is no secret', 'Ask the institute for the paper.');
  await take(page, 'note');
  const card = await waitForCard(browsing, page, 'textarea');
  await clickOn(card, 'button', 'Delete');
  await waitForOurs(browsing, page, '.bar');
  await take(page, 'deleted');
  await clickOn(await waitForOurs(browsing, page, '.bar'), 'button', 'Undo');
  await waitForKept(browsing, { note: 'Ask the institute for the paper.' });
  return page;
}

async function pictureThePopup(browsing: Browsing, site: Site, page: Page, take: Take): Promise<void> {
  async function over(where: Page, step: string, words: string, prepare?: (popup: Surface) => Promise<void>) {
    const popup = await browsing.openPopup(where);
    await waitFor(`the words "${words}"`, async () => (await textOf(popup)).includes(words));
    await prepare?.(popup);
    await take(popup, step);
    await browsing.closePopup();
  }
  await over(page, 'popup', 'Ask the institute');
  await over(page, 'popup-options', 'Ask the institute', async (popup) => {
    await clickOn(popup, 'button[aria-expanded]');
    await waitFor('the switches', async () => (await boxOf(popup, '.mark-switches')) !== null);
  });
  await over(page, 'popup-editing', 'Ask the institute', (popup) => clickOn(popup, '[data-row] button', 'Edit'));
  const other = await browsing.openPage(site.origin + samplePages.longRead);
  await waitForPaint(other, 'person', 'Eskil Thornbury');
  await over(other, 'popup-other-article', 'Newest of all articles');
  const home = await browsing.openPage(site.origin + samplePages.home);
  await over(home, 'popup-no-article', 'Annotate');
}

async function pictureTheLibrary(browsing: Browsing, page: Page, take: Take): Promise<void> {
  async function own(file: string, step: string, words: string, prepare?: (view: Surface, tab: Page) => Promise<void>) {
    const tab = await browsing.openExtensionPage(file);
    await tab.bringToFront();
    const view = surfaceOf(tab);
    await waitFor(`the words "${words}"`, async () => (await textOf(view)).includes(words));
    await prepare?.(view, tab);
    await take(view, step);
    await tab.close();
  }
  const narrow = (tab: Page) => tab.setViewport({ width: 400, height: 900 });
  const panel = `sidepanel.html?tab=${await tabIdOf(browsing, page)}`;
  await own(panel, 'side-panel', 'Ask the institute', (_view, tab) => narrow(tab));
  await own('library.html?q=never', 'library', 'The door was', async (view) => {
    await clickOn(view, '[role=option]');
    await waitFor('the note', async () => (await boxOf(view, '.note-detail')) !== null);
  });
  await own('library.html?sort=article', 'library-selection', 'flour', (view) =>
    clickOn(view, '[role=option] .row-box'),
  );
  await own('library.html', 'library-narrow', 'flour', (_view, tab) => narrow(tab));
  await own('library.html', 'library-article', 'flour', async (view) => {
    await clickOn(view, '[role=option]');
    await clickOn(view, '.note-detail button', 'All notes');
    await waitFor('the notes', async () => (await boxOf(view, '.article-notes')) !== null);
  });
}

async function pictureAll(name: BrowserName, dark: boolean): Promise<void> {
  const folder = join(out, `${name}-${dark ? 'dark' : 'light'}`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const site = await serveSite({ folders: [sampleSite] });
  const profile = await mkdtemp(join(tmpdir(), 'pressmark-pictures-'));
  const browsing = await launchBrowser(name, { extension: builtExtension(name), profile, dark });
  let count = 0;
  const take: Take = async (surface, step) => {
    // What fades in or scrolls has come to rest.
    await new Promise((resolve) => setTimeout(resolve, 500));
    const bytes = await surface.screenshot();
    if (bytes === undefined) return;
    const file = join(folder, `${String(++count).padStart(2, '0')}-${step}.png`);
    await writeFile(file, bytes);
    console.log(relative(process.cwd(), file));
  };
  try {
    await browsing.inExtension();
    const page = await pictureInPage(browsing, site, take);
    await pictureThePopup(browsing, site, page, take);
    await pictureTheLibrary(browsing, page, take);
    await pictureOwnPages(browsing, take);
  } finally {
    await browsing.close();
    await site.stop();
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

const chosen = browserNames.filter((name) => process.argv.includes(name));
for (const name of chosen.length > 0 ? chosen : browserNames) {
  await buildExtension(name);
  for (const dark of [false, true]) await pictureAll(name, dark);
}
