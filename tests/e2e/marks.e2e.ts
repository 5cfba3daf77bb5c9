// Names are marked in the article's body and nowhere else, and the reader can switch the marks off.
import { deepEqual, ok } from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { waitFor } from '../../tools/browsers/browsing.ts';
import { paintedIn, waitForPaint } from '../../tools/browsers/reading.ts';
import { clickOn } from '../../tools/browsers/surfaces.ts';
import { samplePages } from '../../tools/demo/serve.ts';
import { highlight } from './steps.ts';
import { startTrial } from './trial.ts';

const trial = await startTrial();
const kinds = ['person', 'organization', 'place', 'handle', 'hashtag'];

function marksIn(page: Page): Promise<string[]> {
  return paintedIn(page).then((painted) => kinds.flatMap((kind) => painted[kind] ?? []));
}

test('people, organisations, places and handles of an article are marked, each kind in its own layer', async () => {
  const page = await trial.open(samplePages.portal);
  await waitForPaint(page, 'person', 'Tomas Okafor');
  await waitForPaint(page, 'organization', 'Ellery Ferries');
  await waitForPaint(page, 'place', 'Rotterdam');
  await waitForPaint(page, 'handle', '@annelibrandt');
  await waitForPaint(page, 'hashtag', '#SendABoat');
});

test('nothing outside the article is marked: no menu, credit, teaser, box or comment', async () => {
  const page = await trial.open(samplePages.portal);
  await waitForPaint(page, 'person', 'Tomas Okafor');
  const outside = await page.evaluate(() => {
    const parts = 'nav, aside, footer, figcaption, .more, .box, .share, .comments, .placeholder';
    return [...CSS.highlights.values()]
      .flatMap((highlight) => [...highlight])
      .filter((range) => {
        const node = range.startContainer;
        return (node instanceof Element ? node : node.parentElement)?.closest(parts) != null;
      })
      .map((range) => range.toString());
  });
  deepEqual(outside, []);
  const marks = await marksIn(page);
  for (const wrong of ['Load', 'Read more', 'Continue', 'Pavel Lindqvist', 'Rufus Penhaligon', 'Море']) {
    ok(!marks.some((mark) => mark.includes(wrong)), `"${wrong}" is marked`);
  }
});

test('marks can be switched off for now, until the page is loaded again', async () => {
  const page = await trial.open(samplePages.longRead);
  await waitForPaint(page, 'person', 'Eskil Thornbury');
  const popup = await trial.browsing.openPopup(page);
  await clickOn(popup, 'button', 'Marks and site');
  await clickOn(popup, 'label', 'Mark names now');
  await waitFor('the marks to go', async () => (await marksIn(page)).length === 0);
  await trial.browsing.closePopup();
  await page.reload({ waitUntil: 'domcontentloaded' });
  await waitForPaint(page, 'person', 'Eskil Thornbury');
});

for (const [where, label] of [
  ['this site', 'Mark names on 127.0.0.1'],
  ['good, everywhere', 'Mark names everywhere'],
] as const) {
  test(`marks can be switched off for ${where}, while highlighting goes on`, async () => {
    const page = await trial.open(samplePages.longRead);
    await waitForPaint(page, 'person', 'Eskil Thornbury');
    const popup = await trial.browsing.openPopup(page);
    await clickOn(popup, 'button', 'Marks and site');
    await clickOn(popup, 'label', label);
    await waitFor('the marks to go', async () => (await marksIn(page)).length === 0);
    await trial.browsing.closePopup();
    await page.reload({ waitUntil: 'domcontentloaded' });
    await highlight(trial.browsing, page, 'Letter from Ida', '4');
    await waitForPaint(page, 'highlight-pink', 'Letter from Ida');
    deepEqual(await marksIn(page), []);
  });
}
