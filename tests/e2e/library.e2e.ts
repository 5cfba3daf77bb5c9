// The library: finds, narrows, opens, changes many at once, brings back, prints; everything in its address.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { type Surface, surfaceOf, waitFor } from '../../tools/browsers/browsing.ts';
import { clickWords, keptIn, waitForCard, waitForKept, waitForPaint } from '../../tools/browsers/reading.ts';
import { boxOf, clickOn, textOf } from '../../tools/browsers/surfaces.ts';
import { samplePages } from '../../tools/demo/serve.ts';
import { cardToWriteIn, highlight, waitForNoCard, waitForWords, writeNote } from './steps.ts';
import { startTrial } from './trial.ts';

const trial = await startTrial();
const early = 'can hear the lamp';
const late = 'because it was time';
const elsewhere = 'Seven of the companies';

/** Three annotations in two articles, the last with a note. */
async function makeNotes(): Promise<void> {
  const other = await trial.open(samplePages.strictPolicy);
  await waitForPaint(other, 'person', 'Ines Carvalho');
  await highlight(trial.browsing, other, elsewhere, '5');
  const page = await trial.open(samplePages.longRead);
  await waitForPaint(page, 'person', 'Eskil Thornbury');
  await highlight(trial.browsing, page, late, '3');
  await writeNote(trial.browsing, page, early, 'Which **lamp**?');
  await page.keyboard.press('Escape');
  await waitForNoCard(trial.browsing, page);
}

async function openLibrary(search = ''): Promise<{ library: Surface; tab: Page }> {
  const tab = await trial.openOwn(`library.html${search}`);
  return { library: surfaceOf(tab), tab };
}

const rowsOf = (library: Surface) =>
  library.run((root) => [...root.querySelectorAll('[role=option] .row-quote')].map((row) => row.textContent ?? ''));

const waitForRows = (library: Surface, wanted: readonly string[]) =>
  waitFor(`the rows ${wanted.join(', ')}`, async () => {
    const rows = await rowsOf(library);
    if (JSON.stringify(rows) !== JSON.stringify(wanted)) throw new Error(`it lists ${JSON.stringify(rows)}`);
    return true;
  });

test('the library finds by words and filters, shows what it found, and has it all in its address', async () => {
  await makeNotes();
  const { library, tab } = await openLibrary();
  await waitForRows(library, [early, late, elsewhere]);
  await clickOn(library, 'input[type=search]');
  await library.type('lamp');
  await waitForRows(library, [early]);
  deepEqual(
    await library.run(() =>
      [...(CSS.highlights.get('hit') ?? [])].map((range) =>
        range.startContainer.nodeValue?.slice(range.startOffset, range.endOffset),
      ),
    ),
    ['lamp', 'lamp'],
  );
  await clickOn(library, '[role=option]', early);
  await waitForWords(library, 'Open the passage');
  ok((await tab.evaluate(() => location.search)).includes('q=lamp'));
  await tab.evaluate(() => {
    Reflect.set(window, 'before', true);
    location.reload();
  });
  // Going back while a page loads anew goes nowhere.
  await waitFor('the library to be loaded anew', () =>
    library.run((root) => !('before' in window) && root.readyState === 'complete'),
  );
  await waitForRows(library, [early]);
  await waitForWords(library, 'Open the passage');
  await tab.evaluate(() => history.back());
  await waitFor(
    'no note beside the list',
    async () => !(await library.run((root) => root.querySelector('.note-detail'))),
  );
  await clickOn(library, 'input[type=search]');
  for (let letter = 0; letter < 4; letter++) await library.press('Backspace');
  await clickOn(library, '.facet button', 'Purple');
  await waitForRows(library, [elsewhere]);
  equal(
    await library.run((root) => root.querySelector<HTMLInputElement>('input[type=search]')?.value.trim()),
    'colour:purple',
  );
  await clickOn(library, '.facet button', 'Purple');
  await waitForRows(library, [early, late, elsewhere]);
  await tab.select('.search-foot select', 'article');
  await waitForRows(library, [early, late, elsewhere]);
  await waitFor('a head for each article', async () => {
    return (await library.run((root) => root.querySelectorAll('.group-head').length)) === 2;
  });
  await clickOn(library, '.group-head', 'Tessel Bank');
  await waitFor('its notes as a page', async () => (await boxOf(library, '.article-notes')) !== null);
  ok((await textOf(library)).includes(elsewhere));
});

test('many notes are tagged and deleted at once, undone, and brought back from the trash', async () => {
  await makeNotes();
  const { library } = await openLibrary();
  await waitForRows(library, [early, late, elsewhere]);
  await library.run((root) => root.querySelector<HTMLElement>('.virtual-list')?.focus());
  await library.type(' ');
  await clickOn(library, '.selection-bar button', 'Select all 3');
  await clickOn(library, '.selection-bar button', 'Add tags');
  await clickOn(library, '.selection-bar input[role=combobox]');
  await library.type('claim');
  await library.press('Enter');
  await waitForWords(library, '3 notes tagged');
  await clickOn(library, '.facet button', 'claim');
  await waitForRows(library, [early, late, elsewhere]);
  await clickOn(library, '[role=option] .row-box');
  await clickOn(library, '.selection-bar button', 'Delete');
  await waitForRows(library, [late, elsewhere]);
  await clickOn(library, '.undo-bar button', 'Undo');
  await waitForRows(library, [early, late, elsewhere]);
  await library.run((root) => root.querySelector<HTMLElement>('.virtual-list')?.focus());
  await library.press('Home');
  await library.press('ArrowDown');
  await library.press('Delete');
  await waitForRows(library, [early, elsewhere]);
  await clickOn(library, '.library-head a', 'Trash');
  await waitForWords(library, late);
  await clickOn(library, '.page-item button', 'Restore');
  await waitFor('all three again', async () => (await keptIn(trial.browsing)).length === 3);
});

test("a note is written in the library, and the article's notes are a page to read", async () => {
  await makeNotes();
  const { library } = await openLibrary();
  await waitForRows(library, [early, late, elsewhere]);
  await clickOn(library, '[role=option]', late);
  await clickOn(library, '.note-detail button', 'Write note');
  await waitFor('the cursor in the note', () => library.run((root) => root.activeElement?.tagName === 'TEXTAREA'));
  await library.type('Ask her.');
  await waitForKept(trial.browsing, { quote: late, note: 'Ask her.' });
  await clickOn(library, '.note-detail button', 'All notes of this article');
  await waitFor(
    'both notes',
    async () => (await library.run((root) => root.querySelectorAll('.article-notes li').length)) === 2,
  );
  deepEqual(
    await library.run((root) => [...root.querySelectorAll('.article-notes strong')].map((each) => each.textContent)),
    ['lamp'],
  );
});

test('the page of a name gathers its notes and the quotes that name it; it is renamed, and that is taken back', async () => {
  const page = await trial.open(samplePages.longRead);
  await waitForPaint(page, 'person', 'Eskil Thornbury');
  await clickWords(page, 'Eskil Thornbury');
  const card = await waitForCard(trial.browsing, page, '.card-top');
  await clickOn(card, 'button', 'Write a note');
  await cardToWriteIn(trial.browsing, page);
  await card.type('Keeper since when?');
  await waitForKept(trial.browsing, { note: 'Keeper since when?' });
  await page.keyboard.press('Escape');
  await waitForNoCard(trial.browsing, page);
  // Its card leads there, and so does the list of names.
  const before = new Set(await trial.browsing.puppeteer.pages());
  await page.bringToFront();
  await clickWords(page, 'Eskil Thornbury');
  await clickOn(await waitForCard(trial.browsing, page, '.card-top'), 'button', 'All that is kept on this name');
  const opened = await waitFor('the page of the name', async () => {
    const fresh = (await trial.browsing.puppeteer.pages()).filter((each) => !before.has(each));
    for (const each of fresh) if ((await each.evaluate(() => location.search)).includes('view=entity')) return each;
    return undefined;
  });
  await waitForWords(surfaceOf(opened), 'Keeper since when?');
  await opened.close();
  const { library } = await openLibrary('?view=entity');
  await clickOn(library, '.page-item button', 'Eskil Thornbury');
  await waitForWords(library, 'Keeper since when?');
  await waitForWords(library, '1 note · 1 article');
  await clickOn(library, 'button', 'Rename');
  await library.press('End');
  await library.type(' the Elder');
  await library.press('Enter');
  await waitFor('the page of the new name', async () => {
    return (await library.run((root) => root.querySelector('h2')?.textContent)) === 'Eskil Thornbury the Elder';
  });
  await waitForWords(library, 'Keeper since when?');
  await clickOn(library, '.entity-names .tag button');
  await waitForWords(library, 'Nothing is kept on this name.');
  await clickOn(library, '.library-head a', 'Timeline');
  await waitForWords(library, 'Keeper since when?');
});
