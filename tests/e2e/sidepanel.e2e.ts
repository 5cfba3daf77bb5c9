// The notes beside the article: side panel and sidebar. The view itself is tested in a tab of its own, where it stays
// with the tab it is told; that the browser's own panel opens is tested once.
import { deepEqual, ok } from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
// For its types: the scripts run in the extension's own pages, where `browser` is a global.
import { browser } from 'wxt/browser';
import { type Surface, surfaceOf, waitFor } from '../../tools/browsers/browsing.ts';
import { waitForKept, waitForPaint } from '../../tools/browsers/reading.ts';
import { clickOn } from '../../tools/browsers/surfaces.ts';
import { tabIdOf } from '../../tools/browsers/tab-id.ts';
import { samplePages } from '../../tools/demo/serve.ts';
import { editedPage } from './made-pages.ts';
import { highlight, waitForWords } from './steps.ts';
import { startTrial } from './trial.ts';

const pages = new Map([['/edited', editedPage('first')]]);
const trial = await startTrial({ pages });
const early = 'can hear the lamp';
const late = 'because it was time';

/** The panel for a page, in a tab of its own. */
async function panelOf(page: Page): Promise<Surface> {
  return surfaceOf(await trial.openOwn(`sidepanel.html?tab=${await tabIdOf(trial.browsing, page)}`));
}

const rowsOf = (panel: Surface) =>
  panel.run((root) => [...root.querySelectorAll('[data-row] .row-quote')].map((row) => row.textContent ?? ''));

test('the panel follows the page as it scrolls, and a click in it scrolls the page', async () => {
  const page = await trial.open(samplePages.longRead);
  await waitForPaint(page, 'person', 'Eskil Thornbury');
  await highlight(trial.browsing, page, late, '3');
  await highlight(trial.browsing, page, early, '2');
  const panel = await panelOf(page);
  await waitFor('both rows', async () => (await rowsOf(panel)).length === 2);
  deepEqual(await rowsOf(panel), [early, late]);
  const followed = () => panel.run((root) => root.querySelector('.followed .row-quote')?.textContent ?? '');
  await waitFor('the passage that was marked last', async () => (await followed()) === early);
  await clickOn(panel, '[data-row] .row-open', late);
  await waitFor('the other passage', async () => (await followed()) === late);
  await page.bringToFront();
  ok((await page.evaluate(() => scrollY)) > 300);
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await waitFor('the passage at the top', async () => (await followed()) === early);
});

test('the panel keeps a note on the page, tags it, and finds it by the tag', async () => {
  const page = await trial.open(samplePages.longRead);
  await waitForPaint(page, 'person', 'Eskil Thornbury');
  await highlight(trial.browsing, page, early, '2');
  const panel = await panelOf(page);
  await clickOn(panel, 'button', 'Note on this page');
  await waitFor('the cursor in the note', () => panel.run((root) => root.activeElement?.tagName === 'TEXTAREA'));
  await panel.type('Read **this** twice.');
  await waitForKept(trial.browsing, { note: 'Read **this** twice.' });
  await clickOn(panel, '.new-page-note button', 'Done');
  await clickOn(panel, '[data-row]:has(.row-subject) button', 'Edit note');
  await clickOn(panel, '.tag-field input');
  await panel.type('later');
  await panel.press('Enter');
  await clickOn(panel, '.row-edit button', 'Done');
  await clickOn(panel, '.choices button', 'later');
  await waitFor(
    'the one row',
    async () => (await panel.run((root) => root.querySelectorAll('[data-row]').length)) === 1,
  );
  deepEqual(
    await panel.run((root) => [...root.querySelectorAll('[data-row] strong')].map((each) => each.textContent)),
    ['this'],
  );
});

test('passages that were changed, and those that are gone, have sections of their own', async () => {
  pages.set('/edited', editedPage('first'));
  const page = await trial.open('/edited');
  await highlight(trial.browsing, page, 'the committee will publish all fourteen letters before the vote', '1');
  await highlight(trial.browsing, page, 'nobody had asked for a second opinion', '4');
  pages.set('/edited', editedPage('second'));
  await page.reload({ waitUntil: 'domcontentloaded' }).catch(() => undefined);
  const panel = await panelOf(page);
  await waitForWords(panel, 'Changed passages');
  await waitForWords(panel, 'The article now says: “the committee will publish twelve of the letters before the vote”');
  await waitForWords(panel, 'Not found any more');
  deepEqual(
    await panel.run((root) => [...root.querySelectorAll('.adrift .row-quote')].map((each) => each.textContent)),
    ['the committee will publish all fourteen letters before the vote', 'nobody had asked for a second opinion'],
  );
});

test("the popup opens the browser's own panel", async () => {
  const page = await trial.open(samplePages.longRead);
  await waitForPaint(page, 'person', 'Eskil Thornbury');
  await highlight(trial.browsing, page, early, '5');
  const popup = await trial.browsing.openPopup(page);
  await clickOn(popup, 'button', 'Side panel');
  const extension = await trial.browsing.inExtension();
  await waitFor('the panel', () =>
    extension.run(async (_root, inFirefox) => {
      if (!inFirefox) return (await browser.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] })).length === 1;
      const views = browser.extension.getViews({ type: 'sidebar' as 'tab' }) as unknown as { document: Document }[];
      return views.some((view) => view.document.body.textContent?.includes('can hear the lamp'));
    }, trial.browsing.name === 'firefox'),
  );
});
