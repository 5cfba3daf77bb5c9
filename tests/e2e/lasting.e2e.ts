// Notes outlast the browser's end, the background's stop and the extension's reload.
import { equal } from 'node:assert/strict';
import { test } from 'node:test';
import { waitFor } from '../../tools/browsers/browsing.ts';
import {
  clickWords,
  keptIn,
  selectWords,
  waitForCard,
  waitForKept,
  waitForOurs,
  waitForPaint,
} from '../../tools/browsers/reading.ts';
import { clickOn } from '../../tools/browsers/surfaces.ts';
import { samplePages } from '../../tools/demo/serve.ts';
import { cardToWriteIn, highlight, waitForWords, writeNote } from './steps.ts';
import { startTrial } from './trial.ts';

const trial = await startTrial();
const first = 'can hear the lamp';
const second = 'because it was time';

test('after a restart of the browser every note is there, painted where it was and listed in the popup', async () => {
  const page = await trial.open(samplePages.longRead);
  await waitForPaint(page, 'person', 'Eskil Thornbury');
  await writeNote(trial.browsing, page, first, 'Tomorrow');
  await page.keyboard.press('Escape');
  await highlight(trial.browsing, page, second, '5');
  await trial.restart();
  const again = await trial.open(samplePages.longRead);
  await waitForPaint(again, 'highlight-yellow', first);
  await waitForPaint(again, 'highlight-purple', second);
  await waitForKept(trial.browsing, { quote: first, note: 'Tomorrow' });
  await waitForWords(await trial.browsing.openPopup(again), 'Tomorrow');
});

test('a highlight made while the background is stopped is kept', async () => {
  const page = await trial.open(samplePages.longRead);
  await waitForPaint(page, 'person', 'Eskil Thornbury');
  await trial.browsing.stopBackground();
  await highlight(trial.browsing, page, first, '2');
  await waitForPaint(page, 'highlight-green', first);
});

test('a note that is being written goes on when the background is stopped in the middle', async () => {
  const page = await trial.open(samplePages.longRead);
  await waitForPaint(page, 'person', 'Eskil Thornbury');
  await selectWords(page, first);
  await clickOn(await waitForOurs(trial.browsing, page, '.toolbar'), '.toolbar button', 'note');
  const card = await cardToWriteIn(trial.browsing, page);
  await card.type('One half');
  await waitForKept(trial.browsing, { note: 'One half' });
  await trial.browsing.stopBackground();
  await card.type(' and the other');
  await waitForKept(trial.browsing, { note: 'One half and the other' });
  equal((await keptIn(trial.browsing)).length, 1);
});

test('a page that was open when the extension was reloaded stays quiet, and says at the next highlight what to do', async () => {
  const page = await trial.open(samplePages.longRead);
  await waitForPaint(page, 'person', 'Eskil Thornbury');
  await writeNote(trial.browsing, page, first, 'Before the update');
  await trial.browsing.reloadExtension();
  await page.bringToFront();
  await page.mouse.click(5, 400);
  if (trial.browsing.name === 'chromium') {
    await selectWords(page, second);
    await waitForOurs(trial.browsing, page, '.toolbar');
    await page.keyboard.press('1');
    await waitForWords(await waitForOurs(trial.browsing, page, '.bar'), 'Reload this page to go on.');
    await page.reload({ waitUntil: 'domcontentloaded' });
  } else {
    // Firefox ends the old scripts and runs the new ones in pages that are open.
    await waitFor('the toolbar of the new scripts', async () => {
      await selectWords(page, second);
      return (await trial.browsing.oursIn(page)) !== undefined;
    });
    await highlight(trial.browsing, page, second, '1');
  }
  await waitForPaint(page, 'highlight-yellow', first);
  await waitForKept(trial.browsing, { quote: first, note: 'Before the update' });
});

test('words that are being written when the extension is reloaded are there when their card is opened again', async () => {
  const page = await trial.open(samplePages.longRead);
  await waitForPaint(page, 'person', 'Eskil Thornbury');
  const card = await writeNote(trial.browsing, page, first, 'Before the update');
  await card.type(', and in it');
  await trial.browsing.reloadExtension();
  await page.bringToFront();
  await page.reload({ waitUntil: 'domcontentloaded' });
  await waitForPaint(page, 'highlight-yellow', first);
  await clickWords(page, first);
  await waitForCard(trial.browsing, page, 'textarea');
  await waitForKept(trial.browsing, { quote: first, note: 'Before the update, and in it' });
});
