// What a reader sees of a page being an article or not: badge, popup, and nothing at all on other pages.
import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { waitFor } from '../../tools/browsers/browsing.ts';
import { paintedIn, waitForPaint } from '../../tools/browsers/reading.ts';
import { clickOn, textOf } from '../../tools/browsers/surfaces.ts';
import { samplePages } from '../../tools/demo/serve.ts';
import { highlight, waitForWords } from './steps.ts';
import { startTrial } from './trial.ts';

const trial = await startTrial();

test('the badge over an article counts its notes', async () => {
  const page = await trial.open(samplePages.longRead);
  await waitForPaint(page, 'person', 'Eskil Thornbury');
  equal((await trial.browsing.badgeOver(page)).text, '');
  await highlight(trial.browsing, page, 'the sound of the island breathing', '1');
  await waitFor('1 on the badge', async () => (await trial.browsing.badgeOver(page)).text === '1');
});

test('every article of the sample site is spotted', async () => {
  const { portal, longRead, strictPolicy, renderedAgain, withoutLoading, embedsNothing } = samplePages;
  for (const path of [portal, longRead, strictPolicy, renderedAgain, withoutLoading, embedsNothing]) {
    const page = await trial.open(path);
    await waitFor(`marks on ${path}`, async () => Object.keys(await paintedIn(page)).length > 0);
    await page.close();
  }
});

for (const [name, path] of [
  ['home page', samplePages.home],
  ['section front', samplePages.section],
  ['page about the site', samplePages.about],
] as const) {
  test(`on the ${name} the extension does nothing that can be seen`, async () => {
    const page = await trial.open(path);
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    const popup = await trial.browsing.openPopup(page);
    await waitFor('the popup to say so', async () => (await textOf(popup)).includes('Not an article'));
    await trial.browsing.closePopup();
    deepEqual(await paintedIn(page), {});
    equal(await trial.browsing.oursIn(page), undefined);
    equal(await page.evaluate(() => document.documentElement.outerHTML), before);
    equal((await trial.browsing.badgeOver(page)).text, '');
  });
}

test('a page that was not spotted can be annotated anyway, and shows its highlights whenever it is loaded', async () => {
  const page = await trial.open(samplePages.about);
  const popup = await trial.browsing.openPopup(page);
  await clickOn(popup, 'button', 'Annotate it anyway');
  await waitFor('the popup to say so', async () => (await textOf(popup)).includes('Annotated by your choice'));
  await trial.browsing.closePopup();
  await highlight(trial.browsing, page, 'what a real newsroom', '2');
  await waitForPaint(page, 'highlight-green', 'what a real newsroom');
  await page.reload({ waitUntil: 'domcontentloaded' });
  await waitForPaint(page, 'highlight-green', 'what a real newsroom');
});

test('a site is left alone when the reader says so, and taken back again', async () => {
  const page = await trial.open(samplePages.longRead);
  await waitForPaint(page, 'person', 'Eskil Thornbury');
  let popup = await trial.browsing.openPopup(page);
  await clickOn(popup, 'button', 'Marks and site');
  await clickOn(popup, 'button', 'Not on this site');
  await waitFor('the marks to go', async () => Object.keys(await paintedIn(page)).length === 0);
  await trial.browsing.closePopup();

  const other = await trial.open(samplePages.strictPolicy);
  popup = await trial.browsing.openPopup(other);
  await waitFor('the popup to say so', async () => (await textOf(popup)).includes('Switched off on 127.0.0.1'));
  deepEqual(await paintedIn(other), {});
  await clickOn(popup, 'button', 'Switch on');
  await waitForPaint(other, 'person', 'Ines Carvalho');
  await waitForWords(popup, 'Article');
});
