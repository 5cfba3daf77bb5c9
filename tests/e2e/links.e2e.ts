// Names that are links: a plain click is the page's, and the card has three other ways.
import { deepEqual, ok } from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { waitFor } from '../../tools/browsers/browsing.ts';
import { clickWords, waitForCard, waitForOurs, waitForPaint } from '../../tools/browsers/reading.ts';
import { boxOf, clickOn } from '../../tools/browsers/surfaces.ts';
import { waitForNoCard, waitForWords } from './steps.ts';
import { startTrial } from './trial.ts';

const trial = await startTrial();
const path = '/2026/11/20/quarry-owner-leaves-harbour-board.html';
const name = 'David Thompson';

async function openPage(): Promise<Page> {
  const page = await trial.open(path);
  await waitForPaint(page, 'person', name);
  return page;
}

async function restOn(page: Page): Promise<void> {
  const { x, y } = await page.evaluate(() => {
    const { left, top, height } = document.querySelector('#linked')?.getBoundingClientRect() ?? new DOMRect();
    return { x: left + 20, y: top + height / 2 };
  });
  await page.mouse.move(x, y, { steps: 3 });
}

test('a plain click on a name that is a link follows the link', async () => {
  const page = await openPage();
  await clickWords(page, name);
  await waitFor('the page behind the link', () => page.url().endsWith('/about.html'));
});

test('with the pointer resting on a linked name a button comes up that opens its card', async () => {
  const page = await openPage();
  await restOn(page);
  await clickOn(await waitForOurs(trial.browsing, page, '.peek'), '.peek');
  await waitForWords(await waitForCard(trial.browsing, page, '.card-top'), name);
  ok(page.url().endsWith(path));
  const ours = await waitForOurs(trial.browsing, page, '.card');
  deepEqual(await boxOf(ours, '.peek'), null);
});

test('the button goes when the pointer goes elsewhere', async () => {
  const page = await openPage();
  await restOn(page);
  const ours = await waitForOurs(trial.browsing, page, '.peek');
  await page.mouse.move(5, 300, { steps: 3 });
  await waitFor('the button to go', async () => (await boxOf(ours, '.peek')) === null);
});

test('Alt with a click on a linked name opens its card, and the page stays', async () => {
  const page = await openPage();
  await page.keyboard.down('Alt');
  await clickWords(page, name);
  await page.keyboard.up('Alt');
  await waitForWords(await waitForCard(trial.browsing, page, '.card-top'), name);
  ok(page.url().endsWith(path));
});

test('with the keyboard on a linked name the button is seen, Alt with Enter opens the card, Escape leads back', async () => {
  const page = await openPage();
  await page.keyboard.press('Tab');
  await waitForOurs(trial.browsing, page, '.peek');
  await page.keyboard.down('Alt');
  await page.keyboard.press('Enter');
  await page.keyboard.up('Alt');
  await waitForWords(await waitForCard(trial.browsing, page, '.card-top'), name);
  ok(page.url().endsWith(path));
  await page.keyboard.press('Escape');
  await waitForNoCard(trial.browsing, page);
  await waitFor('the focus to be on the link again', () =>
    page.evaluate(() => document.activeElement?.id === 'linked'),
  );
});
