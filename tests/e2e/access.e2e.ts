// Every view is usable by everyone: axe-core finds nothing, light or dark, in either direction of writing.
import { deepEqual } from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { surfaceOf, waitFor } from '../../tools/browsers/browsing.ts';
import { clickWords, selectWords, waitForCard, waitForOurs } from '../../tools/browsers/reading.ts';
import { clickOn } from '../../tools/browsers/surfaces.ts';
import type { MadePage } from '../../tools/demo/serve.ts';
import { buildGallery } from '../../tools/gallery/build-gallery.ts';
import { violationsInPage, violationsOn } from './axe.ts';
import { waitForNoCard, waitForWords } from './steps.ts';
import { startTrial } from './trial.ts';
import { openNotedArticle, openView, passage, viewsOf } from './views.ts';

/** The gallery of components as pages of the sample site. */
async function galleryPages(): Promise<Map<string, MadePage>> {
  const folder = await mkdtemp(join(tmpdir(), 'pressmark-gallery-'));
  await buildGallery(folder);
  const pages = new Map<string, MadePage>();
  const types = { html: 'text/html; charset=utf-8', js: 'text/javascript', css: 'text/css' };
  for (const name of await readdir(folder, { recursive: true })) {
    const type = Object.entries(types).find(([ending]) => name.endsWith(`.${ending}`))?.[1];
    if (type !== undefined) pages.set(`/gallery/${name}`, { type, body: await readFile(join(folder, name)) });
  }
  await rm(folder, { recursive: true });
  return pages;
}

const trial = await startTrial({ pages: await galleryPages() });
const schemes = ['light', 'dark'] as const;

/** Opens the settings and chooses light or dark there. */
async function choose(scheme: 'light' | 'dark'): Promise<Page> {
  const settings = await trial.openOwn('settings.html');
  const surface = surfaceOf(settings);
  await clickOn(surface, '.segments label', scheme === 'light' ? 'Light' : 'Dark');
  await waitFor(`the page to be ${scheme}`, () =>
    surface.run((root, wanted) => root.documentElement.style.colorScheme === wanted, scheme),
  );
  return settings;
}

for (const scheme of schemes) {
  test(`axe finds nothing wrong in the toolbar, the cards, the popup, and any view (${scheme})`, async () => {
    const settings = surfaceOf(await choose(scheme));
    await clickOn(settings, '#data button', 'Delete everything');
    await waitForWords(settings, 'type the word');
    deepEqual(await violationsOn(settings), [], 'the question before everything is deleted');
    const page = await openNotedArticle(trial);
    await selectWords(page, 'because it was time');
    const ours = await waitForOurs(trial.browsing, page, '.toolbar');
    deepEqual(await violationsInPage(ours, await trial.open('/about.html')), [], 'the toolbar');
    await page.bringToFront();
    await page.keyboard.press('Escape');
    await clickWords(page, passage);
    deepEqual(await violationsOn(await waitForCard(trial.browsing, page, 'textarea')), [], 'the card of a note');
    await page.keyboard.press('Escape');
    await waitForNoCard(trial.browsing, page);
    await clickWords(page, 'Eskil Thornbury');
    const card = await waitForCard(trial.browsing, page, '.card-top');
    await clickOn(card, 'summary', 'Why is this marked?');
    await waitForWords(card, 'Correct it');
    deepEqual(await violationsOn(card), [], 'the card of a name');
    const popup = surfaceOf(await trial.openOwn('popup.html'));
    await waitForWords(popup, passage);
    // The first rows are there before what the page is: its heading.
    await waitFor('the heading', () => popup.run((root) => root.querySelector('h1') !== null));
    deepEqual(await violationsOn(popup), [], 'the popup');
    for (const each of await viewsOf(trial, page)) {
      const { view } = await openView(trial, each);
      deepEqual(await violationsOn(view), [], each.name);
    }
  });
}

test('axe finds nothing wrong in any state of any component, light and dark, and none is cut off', async () => {
  for (const query of ['lang=en&dir=ltr', 'lang=ru&dir=ltr', 'lang=fr&dir=rtl']) {
    const gallery = surfaceOf(await trial.open(`/gallery/index.html?${query}`));
    await waitForWords(gallery, 'KeyList');
    deepEqual(await violationsOn(gallery, true), [], query);
    const cut = await gallery.run((root) =>
      [...root.querySelectorAll<HTMLElement>('.gallery-cell')].flatMap((cell) =>
        cell.scrollWidth > cell.clientWidth ? [cell.dataset.story ?? ''] : [],
      ),
    );
    deepEqual(cut, [], query);
  }
});
