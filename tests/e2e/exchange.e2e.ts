// Import and export as a reader does them, with good files and with bad ones.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { ElementHandle, Page } from 'puppeteer-core';
import { type Surface, surfaceOf, waitFor } from '../../tools/browsers/browsing.ts';
import { clickOn, textOf } from '../../tools/browsers/surfaces.ts';
import { violationsOn } from './axe.ts';
import { waitForWords } from './steps.ts';
import { startTrial } from './trial.ts';

const folder = await mkdtemp(join(tmpdir(), 'pressmark-files-'));
const trial = await startTrial();
after(() => rm(folder, { recursive: true, force: true }));

const hostile = "<img src=x onerror=\"document.title='ran'\"><script>document.title='ran'</script>";
const note = (id: number, more: object = {}) => ({
  id: `h${id}`,
  created: '2024-05-01T10:00:00Z',
  updated: '2024-05-01T10:00:00Z',
  uri: `https://courier.example/${id % 7}`,
  text: `Note ${id} ${hostile}`,
  tags: [hostile],
  document: { title: [`Title ${hostile}`] },
  target: [{ selector: [{ type: 'TextQuoteSelector', exact: `passage ${id} ${hostile}` }] }],
  ...more,
});

/** Puts a file into the page's field, as a choice in the browser's own window does. */
async function choose(page: Page, name: string, content: string | Uint8Array): Promise<void> {
  const path = join(folder, name);
  await writeFile(path, content);
  const field = await waitFor('the field for a file', () => page.$('input[type=file]'));
  await (field as ElementHandle<HTMLInputElement>).uploadFile(path);
}

async function openExchange(): Promise<{ page: Page; surface: Surface }> {
  const page = await trial.openOwn('exchange.html');
  const surface = surfaceOf(page);
  await waitForWords(surface, 'Choose a file');
  return { page, surface };
}

async function keptNotes(): Promise<number> {
  const extension = await trial.browsing.inExtension();
  return extension.run(async () => {
    const settled = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await settled(indexedDB.open('pressmark'));
    const count = await settled(db.transaction('annotations').objectStore('annotations').count());
    db.close();
    return count;
  });
}

test('a file is looked at, imported, found to be here already, and taken back as a whole', async () => {
  const { page, surface } = await openExchange();
  const file = JSON.stringify({ annotations: [note(1), note(2), note(3, { uri: 'ftp://x', document: {} })] }, null, 1);
  await choose(page, 'hypothesis.json', file);
  const preview = await waitForWords(surface, '2 new annotations');
  match(
    preview,
    /Hypothesis.*2 new articles.*Nothing is kept yet.*1 entry is not taken.*Line \d+, entry 3: it names no page/,
  );
  equal(await keptNotes(), 0);
  deepEqual(await violationsOn(surface), []);
  await clickOn(surface, 'button', 'Import 2 annotations');
  await waitForWords(surface, 'Imported:');
  equal(await keptNotes(), 2);
  await clickOn(surface, 'button', 'Choose another file');
  await choose(page, 'hypothesis.json', file);
  await waitForWords(surface, '2 that are here already');
  await clickOn(surface, 'button', 'Choose another file');
  await page.close();
  const { surface: again } = await openExchange();
  await waitForWords(again, 'Earlier imports');
  await clickOn(again, '.exchange-earlier button', 'Undo the import');
  await waitForWords(again, 'The import is undone.');
  equal(await keptNotes(), 0);
});

const badFiles: readonly [name: string, content: string | Uint8Array, said: RegExp][] = [
  ['empty.json', '', /The file is empty/],
  ['page.html', '<!doctype html><p>words', /does not know this kind of file/],
  ['archive.zip', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), /does not know this kind of file/],
  ['latin.csv', Buffer.from('Highlight,Title\na,b\nna\xefve,c\n', 'latin1'), /Line 3 is not in UTF-8/],
  ['utf16.csv', Buffer.from('Highlight,Title\na,b\n', 'utf16le'), /Line 1 is not in UTF-8/],
  ['newer.jsonl', '{"pressmark":"backup","version":99}\n', /A newer Pressmark has written this backup/],
  ['broken.json', `{"annotations":[${JSON.stringify(note(1))}],\noops}`, /damaged.*line 2/],
];

test('a file that cannot be read is refused in words, and nothing of it is kept', async () => {
  const { page, surface } = await openExchange();
  for (const [name, content, said] of badFiles) {
    await choose(page, name, content);
    await waitFor(`${name} to be refused`, async () => said.test(await textOf(surface)));
    match(await textOf(surface), /Nothing was imported/);
  }
  equal(await keptNotes(), 0);
});

test('a file that is cut off, with keys, dates and fields of every bad kind, brings what is whole, as words', async () => {
  const { page, surface } = await openExchange();
  const entries = [
    note(1, { created: '0000-01-01T00:00:00Z' }),
    note(2, { created: '+275760-09-13T00:00:00.000Z', updated: 8.64e15 }),
    note(1, { created: '0000-01-01T00:00:00Z' }),
    note(3, { tags: Array.from({ length: 1_000_000 }, (_, index) => `t${index}`) }),
    note(4, { tags: Array.from({ length: 100_000 }, (_, index) => `t${index}`) }),
  ].map((each) => JSON.stringify(each));
  const poisoned = `{"__proto__":{"text":"x"},"constructor":1,${JSON.stringify(note(5)).slice(1)}`;
  await choose(page, 'cut.json', `[\n${[...entries, poisoned, '{"uri":"https://courier.ex'].join(',\n')}`);
  const preview = await waitForWords(surface, 'The file is cut off');
  match(preview, /4 new annotations.*1 that is here already.*2 entries are not taken/);
  match(
    preview,
    /Line 5, entry 4: it is longer than 4 million characters.*Line 8, entry 7: the file ends in the middle/,
  );
  match(preview, /Line 2, entry 1: it has no date that can be.*Line 6, entry 5: it has more than 100 tags/);
  await clickOn(surface, 'button', 'Import 4 annotations');
  await waitForWords(surface, 'Imported:');
  equal(await keptNotes(), 4);
  const library = await trial.openOwn('library.html');
  await waitForWords(surfaceOf(library), 'passage 5 <img');
  for (const each of [page, library]) ok(!(await each.title()).includes('ran'));
  equal(await surfaceOf(library).run((root) => root.querySelectorAll('img[src="x"], script:not([src])').length), 0);
});

test('an import that is cancelled leaves nothing, and a huge line is passed over', async () => {
  const { page, surface } = await openExchange();
  const many = Array.from({ length: 40_000 }, (_, id) => JSON.stringify(note(id)));
  await choose(
    page,
    'many.jsonl',
    [JSON.stringify(note(-1)), `{"text":"${'x'.repeat(10_000_000)}"}`, ...many].join('\n'),
  );
  await waitForWords(surface, 'Line 2, entry 2: it is longer');
  await clickOn(surface, 'button', 'Import 40,001 annotations');
  await waitFor('some of it to be there', async () => (await keptNotes()) > 500);
  await surface.run((root) => root.querySelector<HTMLElement>('.progress button')?.focus());
  await page.keyboard.press('Enter');
  await waitForWords(surface, 'Cancelled: nothing was imported.');
  equal(await keptNotes(), 0);
});

test('a backup is written to a file that brings everything back', async () => {
  const { page, surface } = await openExchange();
  await choose(page, 'two.json', JSON.stringify([note(1), note(2)]));
  await clickOn(surface, 'button', 'Import 2 annotations');
  await waitForWords(surface, 'Imported:');
  await catchDownloads(page);
  for (const [format, kind] of [
    ['Backup', 'jsonl'],
    ['Markdown for Obsidian', 'zip'],
    ['Page to print', 'html'],
  ] as const) {
    await clickOn(surface, '.export-form label', format);
    await clickOn(surface, '.export-form button', 'Export');
    await waitFor(`the ${kind} file`, async () =>
      new RegExp(`Written: pressmark-\\w+-[\\d-]+\\.${kind}`).test(await textOf(surface)),
    );
  }
  const [backup = '', zip = '', html = ''] = await caught(page);
  match(zip, /^PK/);
  ok(!/<script/.test(html));
  await clickOn(surface, '.exchange-actions button', 'Undo the import');
  await waitForWords(surface, 'The import is undone.');
  await choose(page, 'backup.jsonl', backup);
  await clickOn(surface, 'button', 'Import 2 annotations');
  await waitForWords(surface, 'Imported:');
  equal(await keptNotes(), 2);
});

/** The files that the page hands to the browser, kept as text instead of written to the disk. */
async function catchDownloads(page: Page): Promise<void> {
  await surfaceOf(page).run(() => {
    const texts: string[] = [];
    Object.assign(globalThis, { texts });
    const makeAddress = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (file) => {
      if (file instanceof Blob) {
        const index = texts.push('') - 1;
        file.text().then((text) => {
          texts[index] = text;
        });
      }
      return makeAddress(file);
    };
  });
}

function caught(page: Page): Promise<string[]> {
  return waitFor('the files', () =>
    surfaceOf(page).run(() => {
      const { texts } = globalThis as typeof globalThis & { texts: string[] };
      return texts.every((text) => text !== '') ? texts : false;
    }),
  );
}
