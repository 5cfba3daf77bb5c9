// npm run store:pictures: the pictures of the stores' listings, 1280 by 800, into out/store/. Taken in Chromium on the
// sample site, whose people and places are made up.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { type Browsing, surfaceOf, waitFor } from '../browsers/browsing.ts';
import { builtExtension, launchBrowser } from '../browsers/launch.ts';
import { clickWords, selectWords, waitForCard, waitForKept, waitForOurs, waitForPaint } from '../browsers/reading.ts';
import { boxOf, clickOn, textOf } from '../browsers/surfaces.ts';
import { buildExtension } from '../build/build-extension.ts';
import { type Site, samplePages, sampleSite, serveSite } from '../demo/serve.ts';

const out = fileURLToPath(new URL('../../out/store', import.meta.url));
const size = { width: 1280, height: 800 };

type Keep = (name: string, bytes: Uint8Array) => Promise<void>;

async function atRest(page: Page): Promise<Uint8Array> {
  await new Promise((resolve) => setTimeout(resolve, 500));
  return page.screenshot();
}

async function highlight(browsing: Browsing, page: Page, quote: string, key: '1' | '2' | '3' | '4' | '5') {
  await selectWords(page, quote);
  await waitForOurs(browsing, page, '.toolbar');
  await page.keyboard.press(key);
  await waitForKept(browsing, { quote });
}

async function pictureArticle(browsing: Browsing, site: Site, keep: Keep): Promise<Page> {
  const page = await browsing.openPage(site.origin + samplePages.portal);
  await page.setViewport(size);
  await waitForPaint(page, 'person', 'Tomas Okafor');
  await highlight(browsing, page, 'The door was never locked', '2');
  await highlight(browsing, page, 'flour until Tuesday', '4');
  await selectWords(page, 'What she will put on the table is no secret');
  await clickOn(await waitForOurs(browsing, page, '.toolbar'), '.toolbar button', 'note');
  const card = await waitForCard(browsing, page, 'textarea');
  await waitFor('the cursor in the note', () => card.run((root) => root.activeElement?.tagName === 'TEXTAREA'));
  await card.type('Ask the institute for the paper.');
  await waitFor('the word that it is saved', async () => (await textOf(card)).includes('Saved'));
  await keep('1-note', await atRest(page));
  await page.keyboard.press('Escape');
  await clickWords(page, 'Tomas Okafor');
  await waitForCard(browsing, page, '.card-top');
  await keep('2-name', await atRest(page));
  await page.keyboard.press('Escape');
  return page;
}

/** The popup is a window of the browser's own: its picture is laid over that of the page, where it stands on screen. */
async function picturePopup(browsing: Browsing, page: Page, keep: Keep): Promise<void> {
  await page.bringToFront();
  const behind = Buffer.from(await atRest(page)).toString('base64');
  const popup = await browsing.openPopup(page);
  await waitFor('the notes', async () => (await textOf(popup)).includes('Ask the institute'));
  await new Promise((resolve) => setTimeout(resolve, 500));
  const shown = Buffer.from((await popup.screenshot()) ?? []).toString('base64');
  await browsing.closePopup();
  const stage = await browsing.openPage('about:blank');
  await stage.setViewport(size);
  await stage.setContent(
    `<body style="margin:0;background:url(data:image/png;base64,${behind})">
    <img style="position:absolute;top:12px;right:72px;border-radius:8px;box-shadow:0 8px 32px rgb(0 0 0/.4)"
      src="data:image/png;base64,${shown}">`,
  );
  await keep('3-popup', await atRest(stage));
  await stage.close();
}

async function pictureOwn(browsing: Browsing, keep: Keep): Promise<void> {
  const library = await browsing.openExtensionPage('library.html');
  await library.setViewport(size);
  await library.bringToFront();
  await clickOn(surfaceOf(library), '[role=option]', 'Ask the institute');
  await waitFor('the note', async () => (await boxOf(surfaceOf(library), '.note-detail')) !== null);
  await keep('5-library', await atRest(library));
  const welcome = await browsing.openExtensionPage('welcome.html');
  await welcome.setViewport(size);
  await welcome.bringToFront();
  await waitForPaint(welcome, 'person', 'Annelie Brandt');
  await keep('4-private', await atRest(welcome));
}

async function takeAll(): Promise<void> {
  await buildExtension('chromium');
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const keep: Keep = async (name, bytes) => {
    const file = join(out, `${name}.png`);
    await writeFile(file, bytes);
    console.log(relative(process.cwd(), file));
  };
  const site = await serveSite({ folders: [sampleSite] });
  const profile = await mkdtemp(join(tmpdir(), 'pressmark-store-'));
  const browsing = await launchBrowser('chromium', { extension: builtExtension('chromium'), profile });
  try {
    const page = await pictureArticle(browsing, site, keep);
    await picturePopup(browsing, page, keep);
    await pictureOwn(browsing, keep);
  } finally {
    await browsing.close();
    await site.stop();
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

await takeAll();
