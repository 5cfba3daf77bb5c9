// The real toolbar popup: lists, leads to passages, edits, deletes, searches.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { type Surface, waitFor } from '../../tools/browsers/browsing.ts';
import { keptIn, paintedIn, waitForKept, waitForPaint } from '../../tools/browsers/reading.ts';
import { clickOn } from '../../tools/browsers/surfaces.ts';
import { samplePages } from '../../tools/demo/serve.ts';
import { highlight, waitForNoCard, waitForWords, writeNote } from './steps.ts';
import { startTrial } from './trial.ts';

const trial = await startTrial();
const early = 'can hear the lamp';
const late = 'because it was time';
const elsewhere = 'Tickets come with boots';

/** Two notes in one article, the later passage first, and a highlight in another. */
async function openWithNotes(): Promise<Page> {
  const other = await trial.open(samplePages.strictPolicy);
  await waitForPaint(other, 'person', 'Ines Carvalho');
  await highlight(trial.browsing, other, 'Seven of the companies', '5');
  const page = await trial.open(samplePages.longRead);
  await waitForPaint(page, 'person', 'Eskil Thornbury');
  await highlight(trial.browsing, page, late, '3');
  await writeNote(trial.browsing, page, early, 'Which lamp?');
  await page.keyboard.press('Escape');
  await waitForNoCard(trial.browsing, page);
  return page;
}

function rowsOf(popup: Surface): Promise<string[]> {
  return popup.run((root) => [...root.querySelectorAll('[data-row] .row-quote')].map((row) => row.textContent ?? ''));
}

test("the popup lists this article's annotations in reading order, then the newest of all articles", async () => {
  const page = await openWithNotes();
  const popup = await trial.browsing.openPopup(page);
  await waitForWords(popup, 'Which lamp?');
  await waitFor('all rows', async () => (await rowsOf(popup)).length === 3);
  deepEqual(await rowsOf(popup), [early, late, 'Seven of the companies']);
  await waitForWords(popup, '2 notes');
  ok((await waitForWords(popup, 'Newest of all articles')).includes('Tessel Bank'));
});

test('a click in the popup scrolls to the passage and flashes it', async () => {
  const page = await openWithNotes();
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  const popup = await trial.browsing.openPopup(page);
  await clickOn(popup, '[data-row] .row-open', late);
  await waitForPaint(page, 'flash', late);
  await waitFor('the passage in view', async () => (await page.evaluate(() => scrollY)) > 300);
  await waitFor('the flash to end', async () => (await paintedIn(page)).flash === undefined);
});

test('a click in the popup opens another article at its passage', async () => {
  const other = await trial.open(samplePages.embedsNothing);
  await waitForPaint(other, 'person', 'Isidore Vantongeren');
  await highlight(trial.browsing, other, elsewhere, '1');
  await other.close();
  const page = await trial.open(samplePages.longRead);
  await waitForPaint(page, 'person', 'Eskil Thornbury');
  const popup = await trial.browsing.openPopup(page);
  await clickOn(popup, '[data-row] .row-open', elsewhere);
  const opened = await waitFor('the other article', async () =>
    (await trial.browsing.puppeteer.pages()).find((each) => each.url().endsWith(samplePages.embedsNothing)),
  );
  await waitForPaint(opened, 'highlight-yellow', elsewhere);
  await opened.close();
});

test('the popup edits a note, and the article learns of it', async () => {
  const page = await openWithNotes();
  const popup = await trial.browsing.openPopup(page);
  await waitForWords(popup, 'Which lamp?');
  await clickOn(popup, `[data-row]:has(.row-note) button`, 'Edit note');
  await waitFor('the cursor in the note', () => popup.run((root) => root.activeElement?.tagName === 'TEXTAREA'));
  await popup.type(' The slow one.');
  await waitForKept(trial.browsing, { quote: early, note: 'Which lamp? The slow one.' });
});

test('the popup deletes, the mark goes, and undo brings both back', async () => {
  const page = await openWithNotes();
  const popup = await trial.browsing.openPopup(page);
  await waitForWords(popup, 'Which lamp?');
  await clickOn(popup, '[data-row]:has(.row-note) button', 'Delete');
  await waitForWords(popup, 'Deleted');
  equal((await keptIn(trial.browsing)).length, 2);
  // A note takes the colour that was used last.
  await waitFor('the mark to go', async () => !(await paintedIn(page))['highlight-blue']?.includes(early));
  await clickOn(popup, '.undo-bar button', 'Undo');
  await waitForKept(trial.browsing, { quote: early, note: 'Which lamp?' });
  await waitForPaint(page, 'highlight-blue', early);
});

test('the popup finds notes of all articles by the start of a word', async () => {
  const page = await openWithNotes();
  const popup = await trial.browsing.openPopup(page);
  await waitForWords(popup, 'Which lamp?');
  await clickOn(popup, 'input[type=search]');
  await popup.type('compan');
  await waitForWords(popup, '1 note found');
  deepEqual(await rowsOf(popup), ['Seven of the companies']);
  await popup.type('xyz');
  await waitForWords(popup, 'No note has these words');
});

test('a note on the page as a whole is written in the popup', async () => {
  const page = await trial.open(samplePages.longRead);
  await waitForPaint(page, 'person', 'Eskil Thornbury');
  const popup = await trial.browsing.openPopup(page);
  await clickOn(popup, 'button', 'Note on this page');
  await waitFor('the cursor in the note', () => popup.run((root) => root.activeElement?.tagName === 'TEXTAREA'));
  await popup.type('Read this twice.');
  const kept = await waitForKept(trial.browsing, { quote: '', note: 'Read this twice.' });
  ok(kept.source.endsWith(samplePages.longRead));
});
