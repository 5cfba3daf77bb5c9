// Notes outlast the browser's end, the background's stop and the extension's reload.
import { equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { waitFor } from '../../tools/browsers/browsing.ts';
import {
  keptIn,
  paintedIn,
  selectWords,
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

test('a page that was open when the extension was reloaded stays quiet, and works again when it is loaded anew', async () => {
  const page = await trial.open(samplePages.longRead);
  await waitForPaint(page, 'person', 'Eskil Thornbury');
  await writeNote(trial.browsing, page, first, 'Before the update');
  await trial.browsing.reloadExtension();
  await page.bringToFront();
  await page.mouse.click(5, 400);
  await selectWords(page, second);
  await page.keyboard.press('1');
  await page.reload({ waitUntil: 'domcontentloaded' });
  await waitForPaint(page, 'highlight-yellow', first);
  await waitFor('the note', async () =>
    (await keptIn(trial.browsing)).some((kept) => kept.note === 'Before the update'),
  );
  ok(!(await paintedIn(page))['highlight-yellow']?.includes(second));
});
