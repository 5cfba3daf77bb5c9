// A hostile page learns nothing of what its reader writes, and can neither save nor delete anything.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { waitFor } from '../../tools/browsers/browsing.ts';
import { keptIn, selectWords, waitForKept, waitForOurs, waitForPaint } from '../../tools/browsers/reading.ts';
import { clickOn, textOf } from '../../tools/browsers/surfaces.ts';
import { cardToWriteIn, writeNote } from './steps.ts';
import { startTrial } from './trial.ts';

const trial = await startTrial();
const quote = 'asked for a sandwich and for silence';
const secret = 'Zq7 under the doormat';

async function openAttacker(): Promise<Page> {
  const page = await trial.open('/attack.html');
  await waitForPaint(page, 'person', 'Leopold Varga');
  return page;
}

/** What the page has got hold of so far: lists by name. */
function lootOf(page: Page, list: 'keys' | 'addresses'): Promise<string[]> {
  return page.evaluate((name) => Reflect.get(window, 'loot')[name], list);
}

/** All that the page knows, as one text. */
function allLootOf(page: Page): Promise<string> {
  return page.evaluate(() => Reflect.get(window, 'allLoot')());
}

test('keys typed into a note never reach the page, and its words are nowhere in the page', async () => {
  const page = await openAttacker();
  await selectWords(page, quote);
  await clickOn(await waitForOurs(trial.browsing, page, '.toolbar'), '.toolbar button', 'note');
  const card = await cardToWriteIn(trial.browsing, page);
  await page.evaluate(() => Reflect.get(window, 'loot').keys.splice(0));
  await card.type(secret);
  await waitForKept(trial.browsing, { quote, note: secret });
  deepEqual(await lootOf(page, 'keys'), []);
  equal(await page.evaluate(() => window.frames.length), 0);
  equal(await page.evaluate(() => document.querySelectorAll('iframe').length), 0);
  const loot = await allLootOf(page);
  ok(loot.length > 1000);
  ok(!loot.includes('Zq7') && !loot.includes('doormat'));
});

test('the page gets no hold of the shadow root, and a ticket that it overhears is good for nothing', async () => {
  const page = await openAttacker();
  await writeNote(trial.browsing, page, quote, secret);
  equal(await page.evaluate(() => Reflect.get(window, 'loot').roots.length), 0);
  await page.keyboard.press('Escape');
  await waitFor('the frame to be gone', async () => (await trial.browsing.cardIn(page)) === undefined);
  const overheard = (await lootOf(page, 'addresses')).filter((each) => each.includes('editor.html'));
  for (const address of [...overheard, trial.browsing.extensionUrl('editor.html')]) {
    await page.evaluate((src) => {
      const frame = document.createElement('iframe');
      frame.id = 'stolen';
      frame.src = src;
      document.body.append(frame);
      return new Promise((loaded) => {
        frame.onload = loaded;
        setTimeout(loaded, 3000);
      });
    }, address);
    const stolen = await trial.browsing.cardIn(page);
    if (stolen !== undefined) ok(!(await textOf(stolen)).includes('Zq7'));
    await page.evaluate(() => document.getElementById('stolen')?.remove());
  }
  trial.complaints.splice(0);
});

test('clicks, keys and messages made by the page save and delete nothing', async () => {
  const page = await openAttacker();
  await writeNote(trial.browsing, page, quote, secret);
  const { id } = await waitForKept(trial.browsing, { note: secret });
  await page.keyboard.press('Escape');
  await selectWords(page, 'won a bicycle');
  const ours = await waitForOurs(trial.browsing, page, '.toolbar');
  const before = await keptIn(trial.browsing);
  const editor = trial.browsing.extensionUrl('editor.html');
  const { tried, inside } = await page.evaluate(
    (address, annotation) => Reflect.get(window, 'attack')(address, annotation),
    editor,
    id,
  );
  ok(tried >= 5);
  equal(inside, '');
  deepEqual(await keptIn(trial.browsing), before);
  ok(!(await textOf(ours)).includes(secret));
  const loot = await allLootOf(page);
  ok(!loot.includes('Zq7'));
  // A frame that the page may not open is told of in its console.
  trial.complaints.splice(0);
});
