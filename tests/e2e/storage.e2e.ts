// The storage is full, or the database cannot be opened: one clear sentence, and nothing that was written is lost.
import { equal } from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { type Surface, waitFor } from '../../tools/browsers/browsing.ts';
import {
  clickWords,
  selectWords,
  waitForCard,
  waitForKept,
  waitForOurs,
  waitForPaint,
} from '../../tools/browsers/reading.ts';
import { boxOf, clickOn } from '../../tools/browsers/surfaces.ts';
import { samplePages } from '../../tools/demo/serve.ts';
import { waitForNoBar, waitForNoCard, waitForWords, writeNote } from './steps.ts';
import { emptyStorage, fillStorage, makeDatabaseNewer, removeNewerDatabase } from './storage.ts';
import { startTrial } from './trial.ts';

const trial = await startTrial({ room: 6_000_000 });
const words = 'can hear the lamp';
const full = 'The disk is full.';
const unopened = 'Your notes cannot be opened just now.';

afterEach(async () => {
  await emptyStorage(trial.browsing);
  await removeNewerDatabase(trial.browsing);
});

async function openArticle(): Promise<Page> {
  const page = await trial.open(samplePages.longRead);
  await waitForPaint(page, 'person', 'Eskil Thornbury');
  return page;
}

test('words written while the storage is full stay in the card, and are kept once there is room', async () => {
  const page = await openArticle();
  const card = await writeNote(trial.browsing, page, words, 'Kept.');
  await fillStorage(trial.browsing);
  await page.bringToFront();
  const long = ' What the keeper says of it.'.repeat(60);
  await card.type(long);
  await waitForWords(card, `${full} What you wrote stays here until it is saved.`);
  equal(await card.run((root) => root.querySelector('textarea')?.value), `Kept.${long}`);
  await emptyStorage(trial.browsing);
  await page.bringToFront();
  // The card tries again by itself too, and may be faster than the hand.
  const again = await boxOf(card, 'button', 'Try again');
  if (again !== null) await card.click(again.x + again.width / 2, again.y + again.height / 2);
  await waitForKept(trial.browsing, { quote: words, note: `Kept.${long}` });
});

test('words that could not be kept before their card was closed are there when it is opened again', async () => {
  const page = await openArticle();
  const card = await writeNote(trial.browsing, page, words, 'Kept.');
  await fillStorage(trial.browsing);
  await page.bringToFront();
  const long = ' And not kept.'.repeat(120);
  await card.type(long);
  await waitForWords(card, full);
  await closeWithUnsaved(page, card);
  await emptyStorage(trial.browsing);
  await page.bringToFront();
  await clickWords(page, words);
  await waitForCard(trial.browsing, page, 'textarea');
  await waitForKept(trial.browsing, { quote: words, note: `Kept.${long}` });
});

test('a highlight made while the storage is full stays painted, is told of, and is kept once there is room', async () => {
  const page = await openArticle();
  await fillStorage(trial.browsing);
  await page.bringToFront();
  await selectWords(page, words);
  await waitForOurs(trial.browsing, page, '.toolbar');
  await page.keyboard.press('1');
  const bar = await waitForOurs(trial.browsing, page, '.bar');
  await waitForWords(bar, 'The highlight is not saved: the disk is full.');
  await waitForPaint(page, 'highlight-yellow', words);
  await emptyStorage(trial.browsing);
  await page.bringToFront();
  await clickOn(bar, '.bar button', 'Try again');
  await waitForKept(trial.browsing, { quote: words, colour: 'yellow' });
  await waitForNoBar(trial.browsing, page);
});

test('while the database cannot be opened, page and popup say so, and a highlight is kept as soon as it can', async () => {
  await makeDatabaseNewer(trial.browsing);
  const page = await trial.open(samplePages.longRead);
  await waitForToolbar(page);
  await page.keyboard.press('2');
  const bar = await waitForOurs(trial.browsing, page, '.bar');
  await waitForWords(bar, 'The highlight is not saved: the browser cannot open the notes.');
  await waitForPaint(page, 'highlight-green', words);
  const popup = await trial.browsing.openPopup(page);
  await waitForWords(popup, unopened);
  await waitForWords(popup, 'Article');
  await trial.browsing.closePopup();
  await removeNewerDatabase(trial.browsing);
  await page.bringToFront();
  await clickOn(bar, '.bar button', 'Try again');
  await waitForKept(trial.browsing, { quote: words, colour: 'green' });
  await waitForNoBar(trial.browsing, page);
  await waitForPaint(page, 'person', 'Eskil Thornbury');
});

test('words written while the database cannot be opened stay in the card, and a card opened then says so', async () => {
  const page = await openArticle();
  const card = await writeNote(trial.browsing, page, words, 'Before');
  await makeDatabaseNewer(trial.browsing);
  await page.bringToFront();
  await card.type(' and after');
  await waitForWords(card, `${unopened} What you wrote stays here until it is saved.`);
  equal(await card.run((root) => root.querySelector('textarea')?.value), 'Before and after');
  await closeWithUnsaved(page, card);
  await clickWords(page, words);
  const again = await waitForCard(trial.browsing, page, '.error-line');
  await waitForWords(again, unopened);
});

/** A card whose words are not kept stays open once. */
async function closeWithUnsaved(page: Page, card: Surface): Promise<void> {
  await card.press('Escape');
  await card.press('Escape');
  await waitForNoCard(trial.browsing, page);
}

/** Selects until the annotator, which nothing shows yet, has come. */
async function waitForToolbar(page: Page): Promise<void> {
  await waitFor('the toolbar', async () => {
    await selectWords(page, words);
    return (await trial.browsing.oursIn(page)) !== undefined;
  });
  await waitForOurs(trial.browsing, page, '.toolbar');
}
