// Who is who in the article: in the panel and, short, in the popup; which names are marked; names to watch.
import { deepEqual, match, ok } from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
// For its types: the scripts run in the extension's own pages, where `browser` is a global.
import { browser } from 'wxt/browser';
import { type Surface, surfaceOf, waitFor } from '../../tools/browsers/browsing.ts';
import { clickWords, paintedIn, waitForCard, waitForPaint } from '../../tools/browsers/reading.ts';
import { boxOf, clickOn, textOf } from '../../tools/browsers/surfaces.ts';
import { samplePages } from '../../tools/demo/serve.ts';
import { cardToWriteIn, highlight, waitForWords } from './steps.ts';
import { startTrial } from './trial.ts';

const trial = await startTrial();

async function panelOf(page: Page): Promise<Surface> {
  const extension = await trial.browsing.inExtension();
  const id = await extension.run(
    async (_root, url) => (await browser.tabs.query({})).find((tab) => tab.url === url)?.id ?? -1,
    page.url(),
  );
  return surfaceOf(await trial.openOwn(`sidepanel.html?tab=${id}`));
}

/** Waits until the marked names of a layer are these many. */
async function waitForMarks(page: Page, layer: string, count: number): Promise<void> {
  await waitFor(`${count} marks in ${layer}`, async () => ((await paintedIn(page))[layer] ?? []).length === count);
}

/** Clicks in the row of a name. */
async function clickInRow(panel: Surface, name: string, label: string): Promise<void> {
  const index = await panel.run(
    (root, wanted) => [...root.querySelectorAll('.name-row')].findIndex((row) => row.textContent?.includes(wanted)) + 1,
    name,
  );
  await clickOn(panel, `.name-row:nth-child(${index}) button`, label);
}

test('the panel lists who is who, leads through mentions, and marks one name or one kind alone', async () => {
  const page = await trial.open(samplePages.portal);
  await waitForPaint(page, 'person', 'Tomas Okafor');
  const people = (await paintedIn(page)).person?.length ?? 0;
  const panel = await panelOf(page);
  const text = await waitForWords(panel, 'Tomas Okafor');
  match(text, /Who’s who.*Mira Halvorsen.*Named 3 times/);
  match(text, /said Tomas Okafor, who leads the/);
  await clickInRow(panel, 'Tomas Okafor', 'Next mention');
  await waitForWords(panel, '1 of 3');
  await clickInRow(panel, 'Tomas Okafor', 'Next mention');
  await waitForWords(panel, '2 of 3');
  await waitFor('the page to go there', async () => (await page.evaluate(() => scrollY)) > 100);
  await clickInRow(panel, 'Tomas Okafor', 'Mark this name only');
  await waitForMarks(page, 'place', 0);
  deepEqual((await paintedIn(page)).person, ['Tomas Okafor', 'Okafor', 'Tomas Okafor']);
  await waitFor('the pressed button', async () => (await boxOf(panel, '.name-row button[aria-pressed=true]')) !== null);
  await clickInRow(panel, 'Tomas Okafor', 'Mark this name only');
  await waitForMarks(page, 'person', people);
  await clickOn(panel, '.choices button', 'Place');
  await waitForMarks(page, 'person', 0);
  ok(((await paintedIn(page)).place ?? []).length > 0);
  await waitFor('the pressed kind', async () => (await boxOf(panel, '.choices button[aria-pressed=true]')) !== null);
  await clickOn(panel, '.choices button', 'Place');
  await clickOn(panel, '.segments label', 'First');
  await waitFor('fewer marks', async () => {
    const marked = (await paintedIn(page)).person ?? [];
    return marked.length > 0 && marked.length < people && marked.filter((name) => /Okafor/.test(name)).length === 1;
  });
  await clickOn(panel, '.segments label', 'None');
  await waitForMarks(page, 'person', 0);
  await clickOn(panel, '.segments label', 'All');
  await waitForMarks(page, 'person', people);
});

test('a name tells of its notes here and in other articles, and shows them', async () => {
  let page = await trial.open(samplePages.longRead);
  await waitForPaint(page, 'person', 'Eskil Thornbury');
  await clickWords(page, 'Eskil Thornbury');
  await clickOn(await waitForCard(trial.browsing, page, '.card-top'), 'button', 'Write a note on this');
  const card = await cardToWriteIn(trial.browsing, page);
  await card.type('Does he know Tomas Okafor?');
  await waitForWords(card, 'Saved');
  page = await trial.open(samplePages.portal);
  await waitForPaint(page, 'person', 'Tomas Okafor');
  await highlight(trial.browsing, page, 'said Tomas Okafor', '1');
  const panel = await panelOf(page);
  await waitForWords(panel, '1 note here · 1 note in 1 other article');
  await clickOn(panel, '.name-notes summary', '1 note here');
  await waitForWords(panel, 'Does he know Tomas Okafor?');
  await waitForWords(panel, 'The keepers of the slow light');
});

test('the popup has who is who in short: context, mentions, notes, marks of one name, one kind, first mentions', async () => {
  const page = await trial.open(samplePages.portal);
  await waitForPaint(page, 'place', 'Rotterdam');
  await highlight(trial.browsing, page, 'said Tomas Okafor', '1');
  const popup = await trial.browsing.openPopup(page);
  await clickOn(popup, '.choices button', 'Tomas Okafor');
  await waitForWords(popup, '1 of 3');
  await waitForWords(popup, 'said Tomas Okafor, who leads the');
  await waitForWords(popup, '1 note here');
  await clickOn(popup, 'button', 'Next mention');
  await waitForWords(popup, '2 of 3');
  await clickOn(popup, 'button', 'Mark this name only');
  await waitForMarks(page, 'place', 0);
  await waitFor('its marks', async () => ((await paintedIn(page)).person ?? []).every((name) => /Okafor/.test(name)));
  await clickOn(popup, 'button', 'Mark this name only');
  await waitFor('all marks', async () => ((await paintedIn(page)).person ?? []).length > 4);
  await popup.run((root) => root.querySelector<HTMLElement>('.whos-who .select')?.focus());
  await popup.press('End');
  await waitForMarks(page, 'person', 0);
  const kindShown = () => popup.run((root) => root.querySelector<HTMLSelectElement>('.whos-who .select')?.value);
  await waitFor('the kind that is shown', async () => (await kindShown()) === 'Hashtag');
  await popup.press('Home');
  await waitFor('all marks', async () => ((await paintedIn(page)).person ?? []).length > 4);
  await clickOn(popup, '.segments label', 'First');
  await waitFor('one mark of each', async () => {
    const people = (await paintedIn(page)).person ?? [];
    return people.length > 0 && people.filter((name) => /Halvorsen/.test(name)).length === 1;
  });
  await trial.browsing.closePopup();
});

test('a name to watch is marked with its kind wherever it stands, until it is taken out', async () => {
  const page = await trial.open(samplePages.portal);
  await waitForPaint(page, 'person', 'Tomas Okafor');
  const settings = surfaceOf(await trial.openOwn('settings.html'));
  await clickOn(settings, '.watch-form input');
  await settings.type('night boat');
  await clickOn(settings, '.watch-form .watch-aliases');
  await settings.type('crane drivers, canteen');
  await clickOn(settings, '.watch-form button', 'Watch');
  for (const words of ['night boat', 'crane drivers', 'canteen']) await waitForPaint(page, 'person', words);
  await page.bringToFront();
  await clickWords(page, 'crane drivers');
  match(await textOf(await waitForCard(trial.browsing, page, '.card-top')), /night boat.*Named \d+ times/);
  await trial.browsing.inExtension();
  await page.keyboard.press('Escape');
  const again = surfaceOf(await trial.openOwn('settings.html'));
  await clickOn(again, 'button', 'Take out night boat');
  await waitFor('the mark to go', async () => !((await paintedIn(page)).person ?? []).includes('canteen'));
  ok((await boxOf(again, '.undo-bar', 'Taken back')) !== null);
});
