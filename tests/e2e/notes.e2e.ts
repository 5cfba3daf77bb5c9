// Highlights and notes: made by mouse, keys, context menu and command; edited, recoloured, deleted, undone.
import { equal } from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { waitFor } from '../../tools/browsers/browsing.ts';
import {
  clickWords,
  keptIn,
  paintedIn,
  selectWords,
  waitForCard,
  waitForKept,
  waitForOurs,
  waitForPaint,
} from '../../tools/browsers/reading.ts';
import { type Box, boxOf, clickOn } from '../../tools/browsers/surfaces.ts';
import { samplePages } from '../../tools/demo/serve.ts';
import { colourOf, highlight, waitForNoCard, waitForWords, writeNote } from './steps.ts';
import { startTrial } from './trial.ts';

const trial = await startTrial();
const passages = [
  'the wind stands',
  'floating since 1891',
  'no longer hears it',
  'turns in eight',
  'a night when',
] as const;

test('each of the five colours is one click away from a selection', async () => {
  const page = await trial.open(samplePages.longRead);
  await waitForPaint(page, 'person', 'Eskil Thornbury');
  for (const [index, colour] of Object.values(colourOf).entries()) {
    const words = passages[index] ?? '';
    await selectWords(page, words);
    const ours = await waitForOurs(trial.browsing, page, '.toolbar');
    await clickOn(ours, '.toolbar button', `in ${colour}`);
    await waitForPaint(page, `highlight-${colour}`, words);
    await waitForKept(trial.browsing, { quote: words, colour, note: '' });
  }
});

test('each of the five colours is one key away from a selection', async () => {
  const page = await trial.open(samplePages.longRead);
  await waitForPaint(page, 'person', 'Eskil Thornbury');
  for (const [index, key] of (['1', '2', '3', '4', '5'] as const).entries()) {
    const words = passages[index] ?? '';
    await highlight(trial.browsing, page, words, key);
    await waitForPaint(page, `highlight-${colourOf[key]}`, words);
  }
});

test('Escape takes the toolbar away and keeps the selection', async () => {
  const page = await trial.open(samplePages.longRead);
  await waitForPaint(page, 'person', 'Eskil Thornbury');
  await selectWords(page, passages[0]);
  const ours = await waitForOurs(trial.browsing, page, '.toolbar');
  await page.keyboard.press('Escape');
  await waitFor('the toolbar to go', async () => (await boxOf(ours, '.toolbar')) === null);
  equal(await page.evaluate(() => getSelection()?.toString()), passages[0]);
  equal((await keptIn(trial.browsing)).length, 0);
});

test('the toolbar covers no word of a selection that fills the window, and unfolds when it is asked to', async () => {
  const page = await trial.open(samplePages.longRead);
  await page.setViewport({ width: 360, height: 640 });
  await waitForPaint(page, 'person', 'Eskil Thornbury');
  await page.evaluate((words) => {
    const paragraph = [...document.querySelectorAll('p')].find((each) => each.textContent?.includes(words));
    paragraph?.scrollIntoView({ block: 'center', behavior: 'instant' });
  }, passages[0]);
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  const ours = await waitForOurs(trial.browsing, page, '.toolbar');
  for (const by of [0, 150, 300]) {
    await page.evaluate((top) => scrollBy({ top, behavior: 'instant' }), by);
    // It follows at the next frame.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    const box = await boxOf(ours, '.toolbar');
    equal(box && (await coveredBy(page, box)), '', `scrolled by ${by}`);
  }
  if ((await boxOf(ours, '.unfold')) !== null) await clickOn(ours, '.unfold');
  await waitFor('a colour', async () => (await boxOf(ours, '.swatch')) !== null);
});

/** Which selected words lie under a box. */
function coveredBy(page: Page, box: Box): Promise<string> {
  return page.evaluate(({ x, y, width, height }) => {
    const selected = getSelection()?.getRangeAt(0);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const letter = document.createRange();
    let covered = '';
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (!(node instanceof Text) || !selected?.intersectsNode(node) || node.data.trim() === '') continue;
      letter.selectNodeContents(node);
      const all = letter.getBoundingClientRect();
      if (all.bottom < 0 || all.top > innerHeight) continue;
      for (let at = 0; at < node.length; at++) {
        letter.setStart(node, at);
        letter.setEnd(node, at + 1);
        const { left, top, right, bottom } = letter.getBoundingClientRect();
        if (left < x + width && right > x && top < y + height && bottom > y && /\S/.test(letter.toString()))
          covered += letter.toString();
      }
    }
    return covered;
  }, box);
}

test('a note is kept while it is written and shown again when its passage is clicked', async () => {
  const page = await trial.open(samplePages.longRead);
  await waitForPaint(page, 'person', 'Eskil Thornbury');
  await writeNote(trial.browsing, page, passages[2], 'He still hears it');
  await page.keyboard.press('Escape');
  await waitForNoCard(trial.browsing, page);
  await waitForPaint(page, 'noted', passages[2]);

  await clickWords(page, passages[2]);
  const card = await waitForCard(trial.browsing, page, 'textarea');
  await waitFor('the note in the card', () =>
    card.run((root) => root.querySelector('textarea')?.value === 'He still hears it'),
  );
  await clickOn(card, 'textarea');
  await card.press('End');
  await card.type(' at night.');
  await waitForKept(trial.browsing, { note: 'He still hears it at night.' });
  equal((await keptIn(trial.browsing)).length, 1);
});

test('a highlight changes its colour in its card, and changes back by undo', async () => {
  const page = await trial.open(samplePages.longRead);
  await waitForPaint(page, 'person', 'Eskil Thornbury');
  await highlight(trial.browsing, page, passages[3], '1');
  await waitForPaint(page, 'highlight-yellow', passages[3]);
  await clickWords(page, passages[3]);
  const card = await waitForCard(trial.browsing, page, 'textarea');
  await clickOn(card, 'label:has(input[type=radio]), [role=radio], .colour-picker button', 'Blue');
  await waitForPaint(page, 'highlight-blue', passages[3]);
  const ours = await waitForOurs(trial.browsing, page, '.bar');
  await clickOn(ours, '.bar button', 'Undo');
  await waitForPaint(page, 'highlight-yellow', passages[3]);
  await waitForKept(trial.browsing, { quote: passages[3], colour: 'yellow' });
});

test('a note is deleted from its card, and comes back by undo with its words', async () => {
  const page = await trial.open(samplePages.longRead);
  await waitForPaint(page, 'person', 'Eskil Thornbury');
  const card = await writeNote(trial.browsing, page, passages[4], 'Count to forty');
  await clickOn(card, 'button', 'Delete');
  await waitForNoCard(trial.browsing, page);
  await waitFor('the highlight to go', async () => (await paintedIn(page))['highlight-yellow'] === undefined);
  equal((await keptIn(trial.browsing)).length, 0);
  const ours = await waitForOurs(trial.browsing, page, '.bar');
  await waitForWords(ours, 'Deleted.');
  await clickOn(ours, '.bar button', 'Undo');
  await waitForPaint(page, 'highlight-yellow', passages[4]);
  await waitForKept(trial.browsing, { quote: passages[4], note: 'Count to forty' });
});
