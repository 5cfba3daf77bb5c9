// Every view is usable by everyone: axe-core finds nothing, light or dark; what is shown fits at 200 %.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { surfaceOf, waitFor } from '../../tools/browsers/browsing.ts';
import { clickWords, selectWords, waitForCard, waitForOurs, waitForPaint } from '../../tools/browsers/reading.ts';
import { clickOn } from '../../tools/browsers/surfaces.ts';
import { samplePages } from '../../tools/demo/serve.ts';
import { violationsInPage, violationsOn } from './axe.ts';
import { highlight, waitForNoCard, waitForWords } from './steps.ts';
import { startTrial } from './trial.ts';

const trial = await startTrial();
const schemes = ['light', 'dark'] as const;

/** Opens the settings and chooses light or dark there. */
async function choose(scheme: 'light' | 'dark'): Promise<Page> {
  const settings = await trial.openOwn('settings.html');
  const surface = surfaceOf(settings);
  await clickOn(surface, '.segments label', scheme === 'light' ? 'Light' : 'Dark');
  await waitFor(`the page to be ${scheme}`, () =>
    surface.run((root, wanted) => root.documentElement.style.colorScheme === wanted, scheme),
  );
  return settings;
}

for (const scheme of schemes) {
  test(`axe finds nothing wrong in the settings, and in the question before everything is deleted (${scheme})`, async () => {
    const settings = surfaceOf(await choose(scheme));
    await waitForWords(settings, 'Alt+Shift+');
    deepEqual(await violationsOn(settings), []);
    await clickOn(settings, '#data button', 'Delete everything');
    await waitForWords(settings, 'type the word');
    deepEqual(await violationsOn(settings), []);
  });

  test(`axe finds nothing wrong in the popup, the cards and the toolbar (${scheme})`, async () => {
    await choose(scheme);
    const page = await trial.open(samplePages.longRead);
    await waitForPaint(page, 'person', 'Eskil Thornbury');
    await highlight(trial.browsing, page, 'can hear the lamp', '2');
    await selectWords(page, 'because it was time');
    const ours = await waitForOurs(trial.browsing, page, '.toolbar');
    const copy = await trial.open('/about.html');
    deepEqual(await violationsInPage(ours, copy), []);
    await page.bringToFront();
    await page.keyboard.press('Escape');
    await clickWords(page, 'can hear the lamp');
    deepEqual(await violationsOn(await waitForCard(trial.browsing, page, 'textarea')), []);
    await page.keyboard.press('Escape');
    await waitForNoCard(trial.browsing, page);
    await clickWords(page, 'Eskil Thornbury');
    deepEqual(await violationsOn(await waitForCard(trial.browsing, page, '.card-top')), []);
    const popup = surfaceOf(await trial.openOwn('popup.html'));
    await waitForWords(popup, 'can hear the lamp');
    // The first rows are there before what the page is: its heading.
    await waitFor('the heading', () => popup.run((root) => root.querySelector('h1') !== null));
    deepEqual(await violationsOn(popup), []);
  });
}

test('the settings fit a window of 320 px: nothing is lost at 400 %', async () => {
  const page = await trial.openOwn('settings.html');
  await page.setViewport({ width: 320, height: 640 });
  const settings = surfaceOf(page);
  await waitForWords(settings, 'Alt+Shift+');
  equal(await settings.run((root) => root.documentElement.scrollWidth > root.documentElement.clientWidth), false);
  ok(
    await settings.run((root) =>
      [...root.querySelectorAll('button, input, h2')].every((each) => each.getBoundingClientRect().right <= 320),
    ),
  );
});
