// What the reader says of a mark is learned: for good, for an article, for a mention; and can be taken back.
import { match } from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { type Surface, surfaceOf, waitFor } from '../../tools/browsers/browsing.ts';
import { clickWords, paintedIn, waitForCard, waitForPaint } from '../../tools/browsers/reading.ts';
import { boxOf, clickOn, textOf } from '../../tools/browsers/surfaces.ts';
import { tabIdOf } from '../../tools/browsers/tab-id.ts';
import { samplePages } from '../../tools/demo/serve.ts';
import { waitForNoCard, waitForWords } from './steps.ts';
import { startTrial } from './trial.ts';

const trial = await startTrial();

/** Opens the card of a mention and what can be said against it. */
async function openCorrecting(page: Page, words: string): Promise<Surface> {
  await clickWords(page, words);
  const card = await waitForCard(trial.browsing, page, '.card-why');
  await clickOn(card, 'summary', 'Why is this marked?');
  await waitFor('what can be wrong', async () => (await boxOf(card, '.correction-form')) !== null);
  return card;
}

async function waitForNoPaint(page: Page, layer: string, words: string): Promise<void> {
  await waitFor(`no "${words}" painted as ${layer}`, async () => {
    const painted = (await paintedIn(page))[layer] ?? [];
    return !painted.some((each) => each.includes(words));
  });
}

test('a wrong kind is corrected for good, also after a reload, and taken back', async () => {
  const page = await trial.open(samplePages.portal);
  await waitForPaint(page, 'organization', 'Ellery Ferries');
  let card = await openCorrecting(page, 'Ellery Ferries');
  match(await textOf(card), /Why is this marked\?.+\(\d+%\)/);
  await clickOn(card, '.correction-form label', 'Always');
  await clickOn(card, 'button', 'Correct it');
  await waitForWords(card, 'Learned.');
  await waitForPaint(page, 'person', 'Ellery Ferries');
  await waitForNoPaint(page, 'organization', 'Ellery Ferries');
  await page.reload({ waitUntil: 'domcontentloaded' });
  await waitForPaint(page, 'person', 'Ellery Ferries');
  card = await openCorrecting(page, 'Ellery Ferries');
  match(await textOf(card), /You said so\./);
  await clickOn(card, '.correction-form label', 'It is no name');
  await clickOn(card, 'button', 'Correct it');
  await waitForNoPaint(page, 'person', 'Ellery Ferries');
  await clickOn(card, 'button', 'Undo');
  await waitForPaint(page, 'person', 'Ellery Ferries');
  await page.keyboard.press('Escape');
  await waitForNoCard(trial.browsing, page);
});

test('a name is corrected in its row in the panel, for one mention and for this article; the settings take it back', async () => {
  const page = await trial.open(samplePages.portal);
  await waitForPaint(page, 'person', 'Tomas Okafor');
  const panel = surfaceOf(await trial.openOwn(`sidepanel.html?tab=${await tabIdOf(trial.browsing, page)}`));
  await waitForWords(panel, 'Tomas Okafor');
  const openRow = async (): Promise<void> => {
    const row = await waitFor('the row of the name', async () => {
      const rows = await panel.run((root) => [...root.querySelectorAll('.name-row')].map((each) => each.textContent));
      return rows.findIndex((each) => each?.startsWith('Tomas')) + 1 || undefined;
    });
    await clickOn(panel, `.name-row:nth-child(${row}) button`, 'Correct');
  };
  await openRow();
  await clickOn(panel, '.correction-form label', 'It is no name');
  await clickOn(panel, '.correction-form label', 'Here only');
  await clickOn(panel, '.correction-form button', 'Correct it');
  await waitForWords(panel, 'Learned.');
  await waitFor('the first mention alone to go', async () => {
    const people = (await paintedIn(page)).person ?? [];
    return people.filter((name) => /Okafor/.test(name)).length === 2;
  });
  await clickOn(panel, '.learned button', 'Undo');
  await waitForPaint(page, 'person', 'Tomas Okafor');
  await openRow();
  await clickOn(panel, '.correction-form label', 'It is no name');
  await clickOn(panel, '.correction-form button', 'Correct it');
  await waitForWords(panel, 'Learned.');
  await waitForNoPaint(page, 'person', 'Okafor');
  await clickOn(panel, '.learned button', 'Undo');
  await waitForPaint(page, 'person', 'Tomas Okafor');
  await openRow();
  await clickOn(panel, '.correction-form button', 'Correct it');
  await waitForPaint(page, 'organization', 'Tomas Okafor');
  const settings = surfaceOf(await trial.openOwn('settings.html'));
  await waitForWords(settings, 'Tomas Okafor');
  await clickOn(settings, '.correction-list button');
  await waitForWords(settings, 'Taken back');
  await waitForPaint(page, 'person', 'Tomas Okafor');
});
