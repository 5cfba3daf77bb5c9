// A page that gets in the way while a note is written: it takes our element away or moves it, lays
// something over it, pulls the focus to itself, clears the marks. Not a word is lost, and none goes to the page.
import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { surfaceOf, waitFor } from '../../tools/browsers/browsing.ts';
import { clickWords, waitForCard, waitForKept, waitForPaint } from '../../tools/browsers/reading.ts';
import { highlight, waitForWindow, writeNote } from './steps.ts';
import { startTrial } from './trial.ts';

const trial = await startTrial();
const quote = 'asked for a sandwich and for silence';

async function openMeddler(): Promise<Page> {
  const page = await trial.open('/attack.html');
  await waitForPaint(page, 'person', 'Leopold Varga');
  return page;
}

/** Elements right below the root that are not the page's own: all that it can find of us. */
function oursByThePage(page: Page, doThis: 'remove' | 'move' | 'cover'): Promise<number> {
  return page.evaluate((what) => {
    const strange = [...document.documentElement.children].filter((each) => !['HEAD', 'BODY'].includes(each.tagName));
    for (const each of strange) {
      if (what === 'remove') each.remove();
      if (what === 'move') document.body.prepend(each);
    }
    if (what === 'cover') {
      const cover = document.createElement('div');
      cover.style.cssText = 'position: fixed; inset: 0; z-index: 2147483647; background: white';
      document.documentElement.append(cover);
    }
    return strange.length;
  }, doThis);
}

for (const [what, doThis] of [
  ['takes the card away', 'remove'],
  ['moves the card elsewhere', 'move'],
] as const) {
  test(`a page that ${what} in the middle of a word takes no word with it`, async () => {
    const page = await openMeddler();
    const card = await writeNote(trial.browsing, page, quote, 'One half');
    await card.type(' and the other');
    // A key that is still on its way to the frame goes with the frame, before it is ours to keep.
    const isThere = () => card.run((root) => root.querySelector('textarea')?.value === 'One half and the other');
    await waitFor('the last letter', isThere);
    equal(await oursByThePage(page, doThis), 1);
    await page.keyboard.press('Escape');
    await clickWords(page, quote);
    await waitForCard(trial.browsing, page, 'textarea');
    await waitForKept(trial.browsing, { quote, note: 'One half and the other' });
  });
}

test('from a page that pulls the focus to itself again and again the note goes to a window of its own', async () => {
  const page = await openMeddler();
  const others = new Set(await trial.browsing.puppeteer.pages());
  await writeNote(trial.browsing, page, quote, 'Mine');
  await page.evaluate(() => {
    const field = document.createElement('input');
    field.style.cssText = 'position: fixed; left: 0; top: 0; width: 20px';
    document.body.append(field);
    setInterval(() => field.focus(), 30);
    field.addEventListener('blur', () => field.focus());
    Reflect.get(window, 'loot').keys.splice(0);
  });
  const opened = await waitForWindow(trial.browsing, others);
  const card = surfaceOf(opened);
  equal(await card.run((root) => root.querySelector('textarea')?.value), 'Mine');
  await card.type(' and mine alone');
  await waitForKept(trial.browsing, { quote, note: 'Mine and mine alone' });
  deepEqual(await page.evaluate(() => Reflect.get(window, 'loot').keys), []);
  equal(await page.evaluate(() => document.querySelector('input')?.value), '');
  await opened.close();
});

test('a page that lays an element over a card gets none of the keys that are typed in it', async () => {
  const page = await openMeddler();
  const card = await writeNote(trial.browsing, page, quote, 'Seen');
  await page.evaluate(() => Reflect.get(window, 'loot').keys.splice(0));
  await oursByThePage(page, 'cover');
  await card.type(', and not seen');
  await waitForKept(trial.browsing, { quote, note: 'Seen, and not seen' });
  deepEqual(await page.evaluate(() => Reflect.get(window, 'loot').keys), []);
});

test('marks and highlights that a page clears are put back', async () => {
  const page = await openMeddler();
  await highlight(trial.browsing, page, quote, '3');
  await page.evaluate(() => CSS.highlights.clear());
  await page.mouse.move(300, 300, { steps: 3 });
  await waitForPaint(page, 'highlight-blue', quote);
  await waitForPaint(page, 'person', 'Leopold Varga');
  await page.evaluate(() => {
    for (const each of CSS.highlights.values()) each.clear();
  });
  await page.mouse.move(400, 320, { steps: 3 });
  await waitForPaint(page, 'highlight-blue', quote);
  await waitForPaint(page, 'person', 'Leopold Varga');
});
