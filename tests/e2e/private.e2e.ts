// Private windows: in Chromium notes live there until the window closes, and nothing of them is stored; in Firefox the
// extension stays out.
import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { surfaceOf, waitFor } from '../../tools/browsers/browsing.ts';
import { keptIn, selectWords, waitForOurs, waitForPaint } from '../../tools/browsers/reading.ts';
import { samplePages } from '../../tools/demo/serve.ts';
import { waitForWords } from './steps.ts';
import { startTrial } from './trial.ts';

const trial = await startTrial();
const words = 'can hear the lamp';
const isChromium = trial.browsing.name === 'chromium';

/** Opens an address in a new private window, as a reader's own command does. */
async function openPrivately(url: string): Promise<Page> {
  const known = new Set(trial.browsing.puppeteer.targets());
  const extension = await trial.browsing.inExtension();
  await extension.run(async (_root, address) => {
    await Reflect.get(globalThis, 'chrome').windows.create({ incognito: true, url: address });
  }, url);
  const target = await trial.browsing.puppeteer.waitForTarget((each) => !known.has(each) && each.url() === url);
  const page = await target.page();
  if (page === null) throw new Error('The private window has no page');
  await page.bringToFront();
  return page;
}

test('a note of a private window is painted and listed there, stored nowhere, and gone with the window', {
  skip: !isChromium,
}, async () => {
  await allowPrivately();
  const article = trial.site.origin + samplePages.longRead;
  const page = await openPrivately(article);
  await waitForPaint(page, 'person', 'Eskil Thornbury');
  await selectWords(page, words);
  await waitForOurs(trial.browsing, page, '.toolbar');
  await page.keyboard.press('1');
  await waitForPaint(page, 'highlight-yellow', words);
  const library = await openPrivately(trial.browsing.extensionUrl('library.html'));
  await waitForWords(surfaceOf(library), 'Private window: nothing is stored.');
  await waitForWords(surfaceOf(library), words);
  deepEqual(await keptIn(trial.browsing), []);
  equal(await storedTraces(), 0);
  await library.close();
  await page.close();
  const again = await openPrivately(article);
  await waitForPaint(again, 'person', 'Eskil Thornbury');
  const emptied = await openPrivately(trial.browsing.extensionUrl('library.html'));
  await waitForWords(surfaceOf(emptied), 'Private window: nothing is stored.');
  equal(await surfaceOf(emptied).run((root) => root.querySelectorAll('[role=option]').length), 0);
  await emptied.close();
  await again.close();
});

/** The reader's own switch on the browser's page for extensions. */
async function allowPrivately(): Promise<void> {
  const id = new URL(trial.browsing.extensionUrl('')).hostname;
  const settings = await trial.browsing.puppeteer.newPage();
  await settings.goto('chrome://extensions');
  // The switch reloads the extension, and outside of developer mode one from a folder would stay off.
  await settings.evaluate('chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })');
  await settings.evaluate(
    `chrome.developerPrivate.updateExtensionConfiguration({ extensionId: ${JSON.stringify(id)}, incognitoAccess: true })`,
  );
  await settings.close();
  await waitFor('the extension to be allowed in private windows', async () => {
    const extension = await trial.browsing.inExtension();
    return extension.run(() => Reflect.get(globalThis, 'chrome').extension.isAllowedIncognitoAccess());
  });
}

/** Entries of the extension's lasting storage that name the site, and copies of notes. */
async function storedTraces(): Promise<number> {
  const extension = await trial.browsing.inExtension();
  return extension.run(async () => {
    const stored = JSON.stringify(await Reflect.get(globalThis, 'chrome').storage.local.get(null));
    const copies = await (await caches.open('second-copy')).keys();
    return copies.filter(({ url }) => !/\/(owner|rest)~?$/.test(url)).length + Number(stored.includes('localhost'));
  });
}
