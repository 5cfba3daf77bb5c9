// What the reader says of a mark is learned: for good, for an article, for a mention; and can be taken back.
import { match } from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { type Surface, waitFor } from '../../tools/browsers/browsing.ts';
import { clickWords, paintedIn, waitForCard, waitForPaint } from '../../tools/browsers/reading.ts';
import { boxOf, clickOn, textOf } from '../../tools/browsers/surfaces.ts';
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
