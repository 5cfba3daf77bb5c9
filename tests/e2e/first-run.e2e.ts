// The first-run page shows the job on its sample: names, a highlight, a note; nothing of it is kept.
import { deepEqual, ok } from 'node:assert/strict';
import { test } from 'node:test';
// For its types: the scripts run in the extension's own pages, where `browser` is a global.
import { browser } from 'wxt/browser';
import { surfaceOf, waitFor } from '../../tools/browsers/browsing.ts';
import { clickWords, keptIn, selectWords, waitForOurs, waitForPaint } from '../../tools/browsers/reading.ts';
import { clickOn } from '../../tools/browsers/surfaces.ts';
import { violationsOn } from './axe.ts';
import { waitForWords } from './steps.ts';
import { startTrial } from './trial.ts';

const trial = await startTrial();

test('the first-run page marks its sample article, opens a card, highlights, takes a note, and keeps nothing', async () => {
  const page = await trial.openOwn('welcome.html');
  const welcome = surfaceOf(page);
  await waitForPaint(page, 'person', 'Annelie Brandt');
  await waitForPaint(page, 'organization', 'Harbour Trust');
  deepEqual(await violationsOn(welcome), []);
  await clickWords(page, 'Brandt told');
  await waitForWords(welcome, 'Named 3 times');
  await selectWords(page, 'pictures of the cracked lens');
  await waitForOurs(trial.browsing, page, '.toolbar');
  await page.keyboard.press('2');
  await waitForPaint(page, 'highlight-green', 'pictures of the cracked lens');
  await selectWords(page, 'a gamble with forty fishing boats');
  await waitForOurs(trial.browsing, page, '.toolbar');
  await page.keyboard.press('n');
  await waitFor('the cursor in the note', () => welcome.run((root) => root.activeElement?.tagName === 'TEXTAREA'));
  await page.keyboard.type('Says who?');
  await waitFor('all three ticked off', () => welcome.run((root) => root.querySelectorAll('li.done').length === 3));
  await waitForPaint(page, 'noted', 'a gamble with forty fishing boats');
  deepEqual(await violationsOn(welcome), []);
  deepEqual(await keptIn(trial.browsing), []);
  ok(await welcome.run((root) => root.documentElement.scrollWidth <= root.documentElement.clientWidth));
});

test('the first run leads on to a page that is open already, which is annotated then', async () => {
  const page = await trial.open('/about.html');
  const welcome = surfaceOf(await trial.openOwn('welcome.html'));
  await clickOn(welcome, '.welcome-pages button', 'About');
  await waitFor('the page in front', () => page.evaluate(() => document.visibilityState === 'visible'));
  const extension = await trial.browsing.inExtension();
  await waitFor('the annotator in it', () => extension.run(hasAnnotator, page.url()));
});

/** Whether the annotator answers in the tab with an address. */
async function hasAnnotator(_root: Document, url: string): Promise<boolean> {
  const id = (await browser.tabs.query({})).find((tab) => tab.url === url)?.id ?? -1;
  const stored: Record<string, { state?: string }> = await browser.storage.session.get(`tab:${id}`);
  return stored[`tab:${id}`]?.state === 'annotated-anyway';
}
