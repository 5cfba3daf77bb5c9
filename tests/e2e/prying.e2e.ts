// A page that pries: whatever a browser hands out of its own accord (events, timings, reports, searches), none of it is
// an element of ours, the way to a card, or a word of the reader's.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { type Surface, surfaceOf } from '../../tools/browsers/browsing.ts';
import {
  clickWords,
  selectWords,
  waitForCard,
  waitForKept,
  waitForOurs,
  waitForPaint,
} from '../../tools/browsers/reading.ts';
import { boxOf, clickOn } from '../../tools/browsers/surfaces.ts';
import { cardToWriteIn, highlight, waitForNoCard, waitForWindow, writeNote } from './steps.ts';
import { startTrial } from './trial.ts';

const trial = await startTrial();
const quote = 'asked for a sandwich and for silence';
const secret = 'Zq7 under the doormat';

/**
 * Ways by which a browser hands out elements of closed trees, whoever made them. Firefox has some of its own: they lead
 * to our frame, and not to its address or into it.
 */
const handedOut = { chromium: /^$/, firefox: /\.(?:originalTarget|explicitOriginalTarget|rangeParent): / };

async function openPrying(): Promise<Page> {
  const page = await trial.open('/prying.html');
  await waitForPaint(page, 'person', 'Leopold Varga');
  return page;
}

function listIn(page: Page, name: 'found' | 'addresses'): Promise<string[]> {
  return page.evaluate((list) => [...Reflect.get(window, list)], name);
}

/** Moves the pointer over a part of ours. */
async function moveOver(page: Page, ours: Surface<ShadowRoot>, selector: string): Promise<void> {
  const box = await boxOf(ours, selector);
  if (box === null) throw new Error(`There is no ${selector}`);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
}

test('no event, timing, report or search hands a page an element of ours, its address or a word of the reader', async () => {
  const page = await openPrying();
  await highlight(trial.browsing, page, 'won a bicycle', '1');
  await selectWords(page, quote);
  const ours = await waitForOurs(trial.browsing, page, '.toolbar');
  await moveOver(page, ours, '.toolbar');
  await page.mouse.wheel({ deltaY: 2 });
  await clickOn(ours, '.toolbar button', 'note');
  const card = await cardToWriteIn(trial.browsing, page);
  await moveOver(page, ours, '.card');
  await card.type(secret);
  await waitForKept(trial.browsing, { quote, note: secret });
  await page.mouse.click(5, 5);
  await waitForNoCard(trial.browsing, page);
  await clickWords(page, 'won a bicycle');
  await waitForCard(trial.browsing, page, 'textarea');
  await page.keyboard.press('Escape');
  await waitForNoCard(trial.browsing, page);
  await page.evaluate(() => Reflect.get(window, 'pry')());
  const found = await listIn(page, 'found');
  deepEqual(
    found.filter((each) => !handedOut[trial.browsing.name].test(each)),
    [],
  );
  const addresses = await listIn(page, 'addresses');
  ok(addresses.length > 0, 'the page saw nothing at all, not even itself');
  deepEqual(
    addresses.filter((each) => /extension:|editor\.html|Zq7|[0-9a-f]{32}/.test(each)),
    [],
  );
});

test('a page that leads our frame elsewhere gets none of the keys: the note goes to a window of its own', async (t) => {
  const page = await openPrying();
  const others = new Set(await trial.browsing.puppeteer.pages());
  await writeNote(trial.browsing, page, quote, secret);
  const card = await waitForOurs(trial.browsing, page, '.card');
  await moveOver(page, card, '.card');
  const got = await page.evaluate(() => {
    const frame = Reflect.get(window, 'leaked')?.querySelector('iframe');
    if (!(frame instanceof HTMLIFrameElement)) return false;
    frame.srcdoc = '<textarea autofocus></textarea>';
    return true;
  });
  if (!got) {
    t.skip('this browser hands the page no frame of ours');
    return;
  }
  const opened = await waitForWindow(trial.browsing, others);
  equal(await surfaceOf(opened).run((root) => root.querySelector('textarea')?.value), secret);
  await waitForNoCard(trial.browsing, page);
  await opened.close();
});

test("the browser's own search finds the words of the page and none of ours", async () => {
  const page = await openPrying();
  await writeNote(trial.browsing, page, quote, secret);
  const find = (words: string): Promise<string> => page.evaluate((each) => Reflect.get(window, 'search')(each), words);
  equal(await find('walk from gate'), 'walk from gate');
  equal(await find('Zq7'), '');
  equal(await find('Saved'), '');
});

test('the going back and forth of a page is not changed by a card, and does not lead into one', async () => {
  const page = await openPrying();
  const before = await page.evaluate(() => history.length);
  await writeNote(trial.browsing, page, quote, secret);
  equal(await page.evaluate(() => history.length), before);
});
