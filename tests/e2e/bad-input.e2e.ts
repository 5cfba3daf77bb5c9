// Pages and selections that nobody would choose: a sensible behaviour, and not a word in the page's console.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { waitFor } from '../../tools/browsers/browsing.ts';
import {
  keptIn,
  paintedIn,
  selectWords,
  waitForKept,
  waitForOurs,
  waitForPaint,
} from '../../tools/browsers/reading.ts';
import { boxOf } from '../../tools/browsers/surfaces.ts';
import { madePages, refrain } from './made-pages.ts';
import { highlight, waitForWords, writeNote } from './steps.ts';
import { startTrial } from './trial.ts';

const trial = await startTrial({ pages: madePages });

for (const [what, path] of [
  ['a frameset', '/made/frameset.html'],
  ['a page without a body', '/made/no-body.html'],
  ['an empty page', '/made/empty.html'],
  ['an XML document', '/made/feed.xml'],
  ['a drawing', '/made/drawing.svg'],
  ['a picture', '/made/picture.png'],
  ['a plain text', '/made/words.txt'],
] as const) {
  test(`${what} is left alone, also when it is to be annotated anyway`, async () => {
    const page = await trial.open(path);
    const before = await settledSourceOf(page);
    const popup = await trial.browsing.openPopup(page);
    const text = await waitFor('the popup to say what the page is', async () => {
      const said = await popup.run((root) => root.querySelector('h1')?.textContent ?? '');
      return said === '' ? undefined : said;
    });
    equal(text, 'Not an article');
    await trial.browsing.closePopup();
    equal(await sourceOf(page), before);
    deepEqual(await paintedIn(page), {});
  });
}

for (const [what, path, words] of [
  ['five megabytes', '/made/2026/11/22/five-megabytes.html', 'Paragraph 4000 goes on about the harbour'],
  ['a hundred thousand text nodes', '/made/2026/11/22/hundred-thousand-nodes.html', 'that the tide would not wait'],
] as const) {
  test(`a page of ${what} is marked, and a note on it is kept and painted again`, async () => {
    const page = await trial.open(path);
    await waitForPaint(page, 'person', 'Desmond Achebe-Lund');
    await writeNote(trial.browsing, page, words, 'It waits for nobody');
    await page.reload({ waitUntil: 'domcontentloaded' });
    await waitForPaint(page, 'noted', words);
    deepEqual((await paintedIn(page))['highlight-yellow'], [words]);
    await waitForPaint(page, 'person', 'Desmond Achebe-Lund');
  });
}

test('in an article of an unknown language only handles, hashtags and well-known names are marked, and the popup says so', async () => {
  const page = await trial.open('/made/2026/11/22/russian.html');
  await waitForPaint(page, 'handle', '@halvorsen_pier');
  const { person, organization, place } = await paintedIn(page);
  deepEqual({ person, organization, place }, { person: undefined, organization: undefined, place: undefined });
  const popup = await trial.browsing.openPopup(page);
  await waitForWords(popup, 'Only handles, hashtags and well-known names are marked');
});

test('a selection across several blocks is kept with all its words and painted again', async () => {
  const page = await openFields();
  await drag(page, 'li:first-child', 'li:last-child');
  await waitForOurs(trial.browsing, page, '.toolbar');
  await page.keyboard.press('5');
  await waitForPaint(page, 'highlight-purple', 'second point');
  const { quote } = await waitForKept(trial.browsing, { colour: 'purple' });
  for (const words of ['first point', 'second point', 'third point']) ok(quote.includes(words), quote);
  await page.reload({ waitUntil: 'domcontentloaded' });
  await waitForPaint(page, 'highlight-purple', 'third point');
});

for (const [what, selector] of [
  ['of white space', '#blank'],
  ['inside a field', '#field'],
  ['inside a text area', '#area'],
  ['inside text that is being edited', '#editable'],
] as const) {
  test(`a selection ${what} offers nothing and keeps nothing`, async () => {
    const page = await openFields();
    await drag(page, selector, selector);
    // A toolbar for another selection shows that the one before had its time.
    const shown = await trial.browsing.oursIn(page);
    await page.keyboard.press('Escape');
    ok(shown === undefined || (await boxOf(shown, '.toolbar')) === null, 'a toolbar is shown');
    await highlight(trial.browsing, page, 'It has waited for nobody', '1');
    deepEqual(
      (await keptIn(trial.browsing)).map((kept) => kept.quote),
      ['It has waited for nobody'],
    );
  });
}

test("digits typed into a field of the page are the page's own", async () => {
  const page = await openFields();
  await selectWords(page, 'It has waited for nobody');
  await waitForOurs(trial.browsing, page, '.toolbar');
  await page.click('#field');
  await page.keyboard.type('12345n');
  ok((await page.$eval('#field', (field) => Reflect.get(field, 'value'))).includes('12345n'));
  equal((await keptIn(trial.browsing)).length, 0);
});

test('the same words highlighted twice stay one mark that can be taken back', async () => {
  const page = await openFields();
  await highlight(trial.browsing, page, 'It has waited for nobody', '1');
  await highlight(trial.browsing, page, 'It has waited for nobody', '3');
  await waitForKept(trial.browsing, { quote: 'It has waited for nobody', colour: 'blue' });
  await waitForPaint(page, 'highlight-blue', 'It has waited for nobody');
});

async function openFields(): Promise<Page> {
  const page = await trial.open('/made/2026/11/22/fields.html');
  await waitForPaint(page, 'person', 'Desmond Achebe-Lund');
  ok(refrain.includes('Desmond Achebe-Lund'));
  return page;
}

function sourceOf(page: Page): Promise<string> {
  return page.evaluate(() => new XMLSerializer().serializeToString(document));
}

/** The browser's own viewers write their page a moment after it is loaded. */
async function settledSourceOf(page: Page): Promise<string> {
  let before = '';
  return waitFor('the page to stand still', async () => {
    const now = await sourceOf(page);
    const still = now === before;
    before = now;
    return still ? now : undefined;
  });
}

/** Selects with the mouse from the beginning of one element to the end of another. */
async function drag(page: Page, from: string, to: string): Promise<void> {
  const span = await page.evaluate(
    (first, last) => {
      document.querySelector(last)?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const start = document.querySelector(first)?.getBoundingClientRect();
      const end = document.querySelector(last)?.getBoundingClientRect();
      if (start === undefined || end === undefined) throw new Error('There is no such element');
      return { x: start.left + 5, y: start.top + start.height / 2, toX: end.right - 5, toY: end.top + end.height / 2 };
    },
    from,
    to,
  );
  await page.mouse.move(span.x, span.y);
  await page.mouse.down();
  await page.mouse.move((span.x + span.toX) / 2, (span.y + span.toY) / 2, { steps: 4 });
  await page.mouse.move(span.toX, span.toY, { steps: 4 });
  await page.mouse.up();
}
