// Pictures of the extension's pages that open in a tab: whole, wide and narrow.
import type { Page } from 'puppeteer-core';
import { type Browsing, surfaceOf, waitFor } from '../browsers/browsing.ts';
import { clickWords, selectWords, waitForOurs, waitForPaint } from '../browsers/reading.ts';
import { clickOn, textOf } from '../browsers/surfaces.ts';
import type { Take } from './pictures.ts';

const wide = { width: 1280, height: 900 };
const narrow = { width: 400, height: 800 };

/** The whole page, as high as it is. */
function whole(page: Page) {
  return { screenshot: () => page.screenshot({ fullPage: true }) };
}

export async function pictureOwnPages(browsing: Browsing, take: Take): Promise<void> {
  const settings = await browsing.openExtensionPage('settings.html');
  await settings.bringToFront();
  await waitFor('the shortcuts', async () => (await textOf(surfaceOf(settings))).includes('Alt+Shift'));
  await take(whole(settings), 'settings');
  await settings.setViewport(narrow);
  await take(whole(settings), 'settings-narrow');
  await settings.setViewport(wide);
  await clickOn(surfaceOf(settings), '#data button', 'Delete everything');
  await take(settings, 'settings-delete');
  await settings.close();

  const welcome = await browsing.openExtensionPage('welcome.html');
  await welcome.bringToFront();
  await waitForPaint(welcome, 'person', 'Annelie Brandt');
  await take(whole(welcome), 'welcome');
  await clickWords(welcome, 'Okafor has published');
  await selectWords(welcome, 'pictures of the cracked lens');
  await waitForOurs(browsing, welcome, '.toolbar');
  await welcome.keyboard.press('2');
  await waitForPaint(welcome, 'highlight-green', 'pictures of');
  await take(whole(welcome), 'welcome-tried');
  await welcome.setViewport(narrow);
  await take(whole(welcome), 'welcome-narrow');
  await welcome.close();
}
