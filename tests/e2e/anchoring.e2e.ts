// Passages on pages that have changed: edited ones with their old and new words, gone ones that come back, like ones of
// which the reader chooses, words in shadow trees, and pages that render themselves anew.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { waitFor } from '../../tools/browsers/browsing.ts';
import { clickWords, keptIn, paintedIn, waitForCard, waitForOurs, waitForPaint } from '../../tools/browsers/reading.ts';
import { clickOn, textOf } from '../../tools/browsers/surfaces.ts';
import type { MadePage } from '../../tools/demo/serve.ts';
import { changingPage, changingPath, type Stage, shadowPage, shadowPath } from './changing-pages.ts';
import { highlight, waitForNoBar, waitForWords } from './steps.ts';
import { startTrial } from './trial.ts';

const pages = new Map<string, MadePage>([[shadowPath, shadowPage()]]);
const trial = await startTrial({ pages });

/** Opens the article as the newsroom has it at that time. */
async function openAt(stage: Stage): Promise<Page> {
  pages.set(changingPath, changingPage(stage));
  const page = await trial.open(changingPath);
  await waitForPaint(page, 'person', 'Marta Quillon');
  return page;
}

test('an edited passage is painted on what remains, and its card shows the old and the new words', async () => {
  const words = 'publish all fourteen letters before the vote';
  await highlight(trial.browsing, await openAt('first'), words, '2');
  const page = await openAt('edited');
  await waitForPaint(page, 'highlight-green', 'publish twelve of the letters before the vote');
  await clickWords(page, 'publish twelve of the letters');
  const card = await waitForCard(trial.browsing, page, '.passage-diff');
  const shown = await card.run((root) => ({
    taken: [...root.querySelectorAll('del')].map((each) => each.textContent.trim()),
    put: [...root.querySelectorAll('ins')].map((each) => each.textContent.trim()),
  }));
  deepEqual(shown, { taken: ['all fourteen'], put: ['twelve of the'] });
});

test('a passage that is gone is kept in the popup with its paragraph, and painted again when it comes back', async () => {
  const words = 'nobody had asked for a second opinion';
  await highlight(trial.browsing, await openAt('first'), words, '3');
  const page = await openAt('edited');
  const popup = await trial.browsing.openPopup(page);
  await waitForWords(popup, 'No longer in the article');
  const row = await textOf(popup);
  ok(row.includes(words), row);
  ok(row.includes('On the quay it was said that'), row);
  await trial.browsing.closePopup();
  equal((await paintedIn(page))['highlight-blue'], undefined);
  await page.evaluate(
    (text) => document.querySelector('#late')?.append(text),
    `On the quay it was said that ${words}, and that it came all the same.`,
  );
  await waitForPaint(page, 'highlight-blue', words);
});

test('of like places the reader chooses one, once', async () => {
  const words = 'The minutes of this meeting are kept at the harbour office.';
  await highlight(trial.browsing, await openAt('first'), words, '4');
  const page = await openAt('doubled');
  const ours = await waitForOurs(trial.browsing, page, '.bar');
  await waitForWords(ours, 'in several places');
  equal((await paintedIn(page))['highlight-pink'], undefined);
  await clickOn(ours, '.bar button', 'Choose the place');
  await waitForWords(ours, 'Is it here? 1 of 2');
  await waitForPaint(page, 'flash', words);
  await clickOn(ours, '.bar button', 'Next place');
  await waitForWords(ours, 'Is it here? 2 of 2');
  await clickOn(ours, '.bar button', 'Yes, here');
  await waitForPaint(page, 'highlight-pink', words);
  await waitForNoBar(trial.browsing, page);
  const inSecond = (): Promise<boolean> =>
    page.evaluate(() => {
      const [range] = [...CSS.highlights]
        .filter(([name]) => name.endsWith('highlight-pink'))
        .flatMap(([, all]) => [...all]);
      return document.querySelector('#second')?.contains(range?.startContainer ?? null) ?? false;
    });
  equal(await inSecond(), true);
  await page.reload({ waitUntil: 'domcontentloaded' });
  await waitForPaint(page, 'highlight-pink', words);
  equal(await inSecond(), true);
  equal((await keptIn(trial.browsing)).length, 1);
});

test('words in an open shadow tree are highlighted where they stand, in a nested one too', async () => {
  const page = await trial.open(shadowPath);
  await waitForPaint(page, 'person', 'Marta Quillon');
  for (const [index, key] of (['1', '2'] as const).entries()) {
    const { x, y, width } = await shadowBox(page, index);
    await page.mouse.move(x + 1, y);
    await page.mouse.down();
    await page.mouse.move(x + width / 2, y, { steps: 3 });
    await page.mouse.move(x + width - 1, y, { steps: 3 });
    await page.mouse.up();
    await waitForOurs(trial.browsing, page, '.toolbar');
    await page.keyboard.press(key);
    await waitForPaint(page, key === '1' ? 'highlight-yellow' : 'highlight-green', shadowWords[index] ?? '');
  }
  await waitFor('both kept', async () => (await keptIn(trial.browsing)).length === 2);
  await page.reload({ waitUntil: 'domcontentloaded' });
  await waitForPaint(page, 'highlight-yellow', shadowWords[0]);
  await waitForPaint(page, 'highlight-green', shadowWords[1]);
  // Painted, and not only registered: the rules reach into both trees.
  deepEqual(await grounds(page), [true, true]);
});

test('a highlight is back in the second frame after the page has rendered itself anew', async () => {
  const words = 'publish all fourteen letters before the vote';
  const page = await openAt('first');
  await highlight(trial.browsing, page, words, '2');
  await waitForPaint(page, 'highlight-green', words);
  const frames = await page.evaluate(async () => {
    const painted = (): boolean =>
      [...CSS.highlights].some(
        ([name, all]) =>
          name.endsWith('highlight-green') &&
          [...all].some((range) => !range.collapsed && range.startContainer.isConnected),
      );
    const story = document.querySelector('article');
    if (story === null) throw new Error('no story');
    const taken: number[] = [];
    for (let round = 0; round < 5; round++) {
      const html = story.innerHTML;
      story.innerHTML = html;
      let count = 0;
      while (!painted() && count < 60) {
        await new Promise((next) => requestAnimationFrame(next));
        count++;
      }
      taken.push(count);
      await new Promise((next) => setTimeout(next, 400));
    }
    return taken.sort((one, other) => one - other);
  });
  // On a busy machine one of five may be late.
  ok((frames[3] ?? 60) <= 2, `frames until it was back: ${frames}`);
});

const shadowWords = ['a tide table in a tree of its own', 'the small print below it'] as const;

/** The line of words in the first or second shadow tree, px of the viewport. */
function shadowBox(page: Page, index: number): Promise<{ x: number; y: number; width: number }> {
  return page.evaluate((at) => {
    const outer = document.querySelector('tide-table')?.shadowRoot;
    const root = at === 0 ? outer : outer?.querySelector('small-print')?.shadowRoot;
    const element = root?.querySelector('span');
    if (!element) throw new Error('the page was not built');
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, height, width } = element.getBoundingClientRect();
    return { x: left, y: top + height / 2, width };
  }, index);
}

/** Whether the ground of the words in each shadow tree is another one than the page's, as it is on the screen. */
async function grounds(page: Page): Promise<boolean[]> {
  const boxes = [await shadowBox(page, 0), await shadowBox(page, 1)];
  const picture = await page.screenshot({ encoding: 'base64' });
  return page.evaluate(
    async (png, places) => {
      const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
      const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d', { willReadFrequently: true });
      if (canvas === null) throw new Error('no canvas');
      canvas.drawImage(image, 0, 0);
      const scale = image.width / innerWidth;
      return places.map(({ x, y, width }) => {
        const { data } = canvas.getImageData(x * scale, (y - 6) * scale, width * scale, 12 * scale);
        let coloured = 0;
        for (let at = 0; at < data.length; at += 4) {
          const [red = 0, green = 0, blue = 0] = data.slice(at, at + 3);
          if (Math.max(red, green, blue) - Math.min(red, green, blue) > 30) coloured++;
        }
        return coloured > data.length / 4 / 2;
      });
    },
    picture,
    boxes,
  );
}
