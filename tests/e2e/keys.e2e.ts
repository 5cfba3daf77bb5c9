// Reading and writing by keys: from highlight to highlight, from name to name; Markdown in a note; the toolbar and what
// it is called; the sheet of keys.
import { deepEqual, equal, match } from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
// For its types: the scripts run in the extension's own pages, where `browser` is a global.
import { browser } from 'wxt/browser';
import { surfaceOf, waitFor } from '../../tools/browsers/browsing.ts';
import { selectWords, waitForCard, waitForKept, waitForOurs, waitForPaint } from '../../tools/browsers/reading.ts';
import { boxOf, clickOn, textOf } from '../../tools/browsers/surfaces.ts';
import { samplePages } from '../../tools/demo/serve.ts';
import { highlight, waitForNoCard, waitForWords, writeNote } from './steps.ts';
import { startTrial } from './trial.ts';

const trial = await startTrial();

/** What the command's key does, when the reader has given it one: no key is suggested for it. */
async function walk(page: Page, what: 'highlight' | 'name', step: -1 | 1): Promise<void> {
  const extension = await trial.browsing.inExtension();
  await extension.run(
    async (_root, url, ...args) => {
      const tab = (await browser.tabs.query({})).find((each) => each.url === url);
      await browser.tabs.sendMessage(tab?.id ?? -1, { pressmark: 'to-page', name: 'walk', args });
    },
    page.url(),
    what,
    step,
  );
  await page.bringToFront();
}

/** What the button says that a walk has led to. */
const offered = async (page: Page): Promise<string> => {
  const ours = await waitForOurs(trial.browsing, page, '.peek');
  return ours.run((root) => root.activeElement?.getAttribute('aria-label') ?? '');
};

test('keys lead from highlight to highlight and from name to name, and Enter opens the card', async () => {
  const page = await trial.open(samplePages.portal);
  await waitForPaint(page, 'person', 'Tomas Okafor');
  await walk(page, 'highlight', 1);
  await waitForOurs(trial.browsing, page, '.bar');
  match(await textOf(await waitForOurs(trial.browsing, page, '.bar')), /Nothing is highlighted here yet/);
  await highlight(trial.browsing, page, 'flour until Tuesday', '2');
  await highlight(trial.browsing, page, 'asking for the moon', '3');
  const walked: string[] = [];
  await page.evaluate(() => scrollTo(0, 0));
  for (const step of [1, 1, 1, -1] as const) {
    await walk(page, 'highlight', step);
    walked.push(await waitFor('the button', async () => (await offered(page)) || undefined));
  }
  deepEqual(
    walked.map((label) => label.replace('Show its card: ', '')),
    ['asking for the moon', 'flour until Tuesday', 'asking for the moon', 'flour until Tuesday'],
  );
  await page.keyboard.press('Enter');
  await waitForWords(await waitForCard(trial.browsing, page, 'blockquote'), 'flour until Tuesday');
  await page.keyboard.press('Escape');
  await waitForNoCard(trial.browsing, page);
  await page.evaluate(() => scrollTo(0, 0));
  await walk(page, 'name', 1);
  await waitFor('the first name', async () => (await offered(page)).endsWith('Mira Halvorsen'));
});

test('Ctrl with B, I and K writes Markdown in a note, and the browser’s undo takes it back', async () => {
  const page = await trial.open(samplePages.portal);
  await waitForPaint(page, 'person', 'Tomas Okafor');
  const quote = 'without conditions and without cameras';
  await writeNote(trial.browsing, page, quote, 'no ');
  const press = async (key: 'b' | 'i' | 'k' | 'z'): Promise<void> => {
    await page.keyboard.down('Control');
    await page.keyboard.press(key);
    await page.keyboard.up('Control');
  };
  await press('b');
  await page.keyboard.type('cameras');
  await waitForKept(trial.browsing, { quote, note: 'no **cameras**' });
  await page.keyboard.press('End');
  await press('k');
  await waitForKept(trial.browsing, { quote, note: 'no **cameras**[](https://)' });
  await press('z');
  await waitForKept(trial.browsing, { quote, note: 'no **cameras**' });
  // Escape, and a click elsewhere, keep what was written.
  await page.keyboard.type(' yet');
  await page.mouse.click(4, 4);
  await waitForNoCard(trial.browsing, page);
  await waitForKept(trial.browsing, { quote, note: 'no **cameras** yet' });
});

test('the toolbar calls the colours as the reader does, and stays away where it was switched off', async () => {
  const page = await trial.open(samplePages.portal);
  await waitForPaint(page, 'person', 'Tomas Okafor');
  const settings = surfaceOf(await trial.openOwn('settings.html'));
  await clickOn(settings, '.colour-names label:nth-child(4) input');
  await settings.type('doubt');
  await settings.press('Enter');
  await page.bringToFront();
  await selectWords(page, 'flour until Tuesday');
  let ours = await waitForOurs(trial.browsing, page, '.toolbar');
  // A selection brings a bar of its own: the one that is clicked is of the last selection, and has come to rest.
  await waitFor('the name of the colour', async () => {
    if ((await boxOf(ours, '.swatch', 'Highlight as “doubt” (4)')) !== null) return true;
    await selectWords(page, 'flour until Tuesday');
    ours = await waitForOurs(trial.browsing, page, '.toolbar');
    return false;
  });
  await clickOn(ours, '.toolbar button', 'More');
  const card = await waitForCard(trial.browsing, page, '.switch');
  await clickOn(card, '.switch', 'Show it on 127.0.0.1');
  await waitFor('the switch', () => card.run((root) => root.querySelector('input')?.checked === false));
  await page.keyboard.press('Escape');
  await waitForNoCard(trial.browsing, page);
  await selectWords(page, 'asking for the moon');
  await new Promise((resolve) => setTimeout(resolve, 500));
  equal(await boxOf(ours, '.toolbar'), null);
});

test('the sheet of keys stands behind ? beside a selection and in our own pages', async () => {
  const page = await trial.open(samplePages.portal);
  await waitForPaint(page, 'person', 'Tomas Okafor');
  await selectWords(page, 'flour until Tuesday');
  await waitForOurs(trial.browsing, page, '.toolbar');
  await page.keyboard.press('?');
  const card = await waitForCard(trial.browsing, page, '.key-list');
  match(await waitForWords(card, 'Highlight the selection'), /Alt\+Shift\+L|⌥⇧L/);
  await page.keyboard.press('Escape');
  const panel = surfaceOf(await trial.openOwn('sidepanel.html'));
  await waitFor('the panel', async () => (await boxOf(panel, 'main')) !== null);
  await panel.press('?');
  await waitForWords(panel, 'Go to the next marked name');
  await waitFor('the sheet', async () => (await boxOf(panel, 'dialog')) !== null);
});
