// Pages that make it hard: strict policies, pages that render themselves again, pages that go on without loading.
import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { surfaceOf, waitFor } from '../../tools/browsers/browsing.ts';
import { paintedIn, selectWords, waitForKept, waitForOurs, waitForPaint } from '../../tools/browsers/reading.ts';
import { clickOn } from '../../tools/browsers/surfaces.ts';
import { samplePages } from '../../tools/demo/serve.ts';
import { highlight, writeNote } from './steps.ts';
import { startTrial } from './trial.ts';

const trial = await startTrial();

test('a note can be written on a page whose policy forbids frames, scripts and foreign styles', async () => {
  const page = await trial.open(samplePages.strictPolicy);
  await waitForPaint(page, 'person', 'Ines Carvalho');
  await writeNote(trial.browsing, page, 'an explanation', 'Ask the bank');
  await waitForPaint(page, 'highlight-yellow', 'an explanation');
  await page.reload({ waitUntil: 'domcontentloaded' });
  await waitForPaint(page, 'highlight-yellow', 'an explanation');
  await waitForPaint(page, 'noted', 'an explanation');
});

test('a note can be written on a page that embeds nothing it was not promised', async () => {
  const page = await trial.open(samplePages.embedsNothing);
  await waitForPaint(page, 'person', 'Isidore Vantongeren');
  const words = 'musicians carry their chairs';
  const others = new Set(await trial.browsing.puppeteer.pages());
  await selectWords(page, words);
  await clickOn(await waitForOurs(trial.browsing, page, '.toolbar'), '.toolbar button', 'note');
  const writeIn = await waitFor('a card in the page or in a window of its own', async () => {
    const card = await trial.browsing.cardIn(page);
    if (card !== undefined && (await card.run((root) => root.querySelector('textarea') !== null).catch(() => false)))
      return card;
    const pages = await trial.browsing.puppeteer.pages();
    const opened = pages.find((each) => !others.has(each) && /\/(?:editor|window)\.html#/.test(each.url()));
    return opened && surfaceOf(opened);
  });
  await waitFor('the cursor in the note', () => writeIn.run((root) => root.activeElement?.tagName === 'TEXTAREA'));
  await writeIn.type('At low tide');
  await waitForKept(trial.browsing, { quote: words, note: 'At low tide' });
  await waitForPaint(page, 'noted', words);
  // What the browser says of the frame that it kept out is said by the page's own policy.
  trial.complaints.splice(0);
});

test('marks and highlights stay on a page that renders itself again and again, and its text stays as it is', async () => {
  const page = await trial.open(`${samplePages.renderedAgain}?every=1500&times=8`);
  await waitForPaint(page, 'person', 'Philippa Ngata');
  const text = await storyOf(page);
  await highlight(trial.browsing, page, 'he bought a lemonade', '2');
  await waitFor('eight renderings', () =>
    page.evaluate(() => document.getElementById('story')?.dataset.renders === '8'),
  );
  await waitForPaint(page, 'highlight-green', 'he bought a lemonade');
  await waitForPaint(page, 'person', 'Ferdinand Roux');
  equal(await storyOf(page), text);
  deepEqual(await detachedRanges(page), []);
});

test('a page that goes on without loading leaves the marks of one article behind and takes those of the next', async () => {
  const page = await trial.open(samplePages.withoutLoading);
  await waitForPaint(page, 'person', 'Ragnhild Osei');
  await highlight(trial.browsing, page, 'hundreds of pale stems', '3');
  await page.click('a#next');
  await waitForPaint(page, 'person', 'Yusra Lindgren');
  await waitFor('the old highlight to go', async () => (await paintedIn(page))['highlight-blue'] === undefined);
  const kept = await highlight(trial.browsing, page, 'They are never late', '4');
  equal(new URL(kept.source).pathname, '/2026/11/18/science/night-train-bats.html');
  await page.goBack();
  await waitForPaint(page, 'highlight-blue', 'hundreds of pale stems');
  await waitFor('the other highlight to go', async () => (await paintedIn(page))['highlight-pink'] === undefined);
  await waitForPaint(page, 'person', 'Ragnhild Osei');
});

function storyOf(page: Page): Promise<string> {
  return page.evaluate(() => (document.querySelector('article')?.textContent ?? '').replace(/\s+/g, ''));
}

/** Painted ranges whose words are in the page no more. */
function detachedRanges(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...CSS.highlights.values()]
      .flatMap((highlight) => [...highlight])
      .filter((range) => !range.startContainer.isConnected || range.collapsed)
      .map((range) => range.toString()),
  );
}
