// npm run pictures [-- chromium|firefox]: a picture of every view on the sample site, in both browsers, light and dark, and
// in the other languages, into out/pictures/. Those of the README are copied from there into docs/pictures/.
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
import { otherLanguages, pictureIn } from './languages.ts';
import { pictureOwnPages } from './own-pages.ts';

const out = fileURLToPath(new URL('../../out/pictures', import.meta.url));

const testPages = fileURLToPath(new URL('../../tests/pages', import.meta.url));

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
  const person = await waitForCard(browsing, page, '.card-top');
  await take(page, 'person');
  await clickOn(person, 'button', 'Write a note');
  await waitFor('the cursor in the note', () => person.run((root) => root.activeElement?.tagName === 'TEXTAREA'));
  await person.type('Since when?');
  await waitForKept(browsing, { note: 'Since when?' });
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

/** An article that is written from right to left. */
async function pictureRightToLeft(browsing: Browsing, site: Site, take: Take): Promise<void> {
  const page = await browsing.openPage(`${site.origin}/rtl-article.html`);
  await waitForPaint(page, 'handle', '@ellery_ferries');
  await selectWords(page, 'אחרי שבוע של רציפים ריקים');
  await waitForOurs(browsing, page, '.toolbar');
  await take(page, 'right-to-left-toolbar');
  await page.keyboard.press('Escape');
  await writeOn(browsing, page, 'בלי תנאים מוקדמים', 'מי ביקש זאת?');
  await take(page, 'right-to-left-note');
  await closeCard(browsing, page);
  const popup = await browsing.openPopup(page);
  await waitFor('the note', async () => (await textOf(popup)).includes('מי ביקש'));
  await take(popup, 'right-to-left-popup');
  await browsing.closePopup();
}

/** What can be said of a mark, and a selection that leaves the bar no room. */
async function pictureCorners(browsing: Browsing, page: Page, take: Take): Promise<void> {
  await page.bringToFront();
  await clickWords(page, 'Ellery Ferries');
  const card = await waitForCard(browsing, page, '.card-why');
  await clickOn(card, 'summary');
  await waitFor('the form', async () => (await boxOf(card, '.correction-form')) !== null);
  await take(page, 'correcting');
  await closeCard(browsing, page);
  await page.setViewport({ width: 360, height: 640 });
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  await waitForOurs(browsing, page, '.toolbar');
  await take(page, 'all-selected');
  await page.keyboard.press('Escape');
  await page.setViewport({ width: 1280, height: 900 });
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
  await own(panel, 'side-panel-correcting', 'Ask the institute', async (view, tab) => {
    await narrow(tab);
    await clickOn(view, '.name-row button', 'Correct');
  });
  await own(panel, 'keys', 'Ask the institute', async (view, tab) => {
    await narrow(tab);
    await view.press('?');
    await waitFor('the keys', async () => (await boxOf(view, 'dialog .key-list')) !== null);
  });
  await own('library.html?q=never', 'library', 'The door was', async (view) => {
    await clickOn(view, '[role=option]');
    await waitFor('the note', async () => (await boxOf(view, '.note-detail')) !== null);
  });
  await own('library.html?sort=article', 'library-selection', 'flour', (view) =>
    clickOn(view, '[role=option] .row-box'),
  );
  await own('library.html?view=entity', 'names', 'Tomas Okafor');
  await own('library.html?view=entity&name=Tomas+Okafor&type=Person', 'page-of-a-name', 'Since when?');
  await own('library.html?view=timeline', 'timeline', 'Since when?');
  await own('library.html?view=trash', 'trash', 'Trash');
  await own('exchange.html', 'exchange', 'Choose a file');
  await own('library.html', 'library-narrow', 'flour', (_view, tab) => narrow(tab));
  await own('library.html', 'library-article', 'flour', async (view) => {
    await clickOn(view, '[role=option]');
    await clickOn(view, '.note-detail button', 'All notes');
    await waitFor('the notes', async () => (await boxOf(view, '.article-notes')) !== null);
  });
}

/** A folder to put pictures in, numbered, emptied of those of before. */
async function takeInto(name: string): Promise<Take> {
  const folder = join(out, name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  let count = 0;
  return async (surface, step) => {
    // What fades in or scrolls has come to rest.
    await new Promise((resolve) => setTimeout(resolve, 500));
    const bytes = await surface.screenshot();
    if (bytes === undefined) return;
    const file = join(folder, `${String(++count).padStart(2, '0')}-${step}.png`);
    await writeFile(file, bytes);
    console.log(relative(process.cwd(), file));
  };
}

async function pictureAll(name: BrowserName, dark: boolean): Promise<void> {
  const take = await takeInto(`${name}-${dark ? 'dark' : 'light'}`);
  const site = await serveSite({ folders: [sampleSite, testPages] });
  const profile = await mkdtemp(join(tmpdir(), 'pressmark-pictures-'));
  const browsing = await launchBrowser(name, { extension: builtExtension(name), profile, dark });
  try {
    await browsing.inExtension();
    const page = await pictureInPage(browsing, site, take);
    await pictureCorners(browsing, page, take);
    await pictureThePopup(browsing, site, page, take);
    await pictureTheLibrary(browsing, page, take);
    await pictureRightToLeft(browsing, site, take);
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
  if (name !== 'chromium') continue;
  for (const language of otherLanguages) await pictureIn(language, await takeInto(`chromium-${language}`));
}
