// Backups that are written by themselves, and the way back from one.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { ElementHandle } from 'puppeteer-core';
import { surfaceOf, waitFor } from '../../tools/browsers/browsing.ts';
import { keptIn, waitForPaint } from '../../tools/browsers/reading.ts';
import { clickOn } from '../../tools/browsers/surfaces.ts';
import { samplePages } from '../../tools/demo/serve.ts';
import { violationsOn } from './axe.ts';
import { highlight, waitForNoCard, waitForWords, writeNote } from './steps.ts';
import { startTrial } from './trial.ts';

const downloads = await mkdtemp(join(tmpdir(), 'pressmark-downloads-'));
const trial = await startTrial({ downloads });
after(() => rm(downloads, { recursive: true, force: true }));

/** Files that were written, the name of the database in them left out. */
async function written(): Promise<string[]> {
  const names = await readdir(join(downloads, 'Pressmark')).catch(() => []);
  return names.filter((name) => name.endsWith('.jsonl')).sort();
}

async function notesIn(name: string): Promise<number> {
  const lines = (await readFile(join(downloads, 'Pressmark', name), 'utf8')).trim().split('\n');
  equal(JSON.parse(lines.at(-1) ?? '').end, lines.length - 1);
  return lines.filter((line) => 'annotation' in JSON.parse(line)).length;
}

/** Makes the last backup one of two days ago, and starts the background as any event does. */
async function aDayLater(): Promise<void> {
  const extension = await trial.browsing.inExtension();
  await extension.run(async () => {
    const storage = Reflect.get(globalThis, 'chrome').storage.local;
    const { backup } = await storage.get('backup');
    backup.written.at -= 2 * 86_400_000;
    await storage.set({ backup });
  });
  await trial.browsing.stopBackground();
  await trial.open(samplePages.longRead);
}

test('a backup is written each day, the newest in place of the oldest, and brings all back without doubles', async () => {
  const article = await trial.open(samplePages.longRead);
  await waitForPaint(article, 'person', 'Eskil Thornbury');
  await writeNote(trial.browsing, article, 'can hear the lamp', 'Which lamp?');
  await article.keyboard.press('Escape');
  await waitForNoCard(trial.browsing, article);
  await highlight(trial.browsing, article, 'because it was time', '3');

  const page = await trial.openOwn('settings.html#backups');
  const settings = surfaceOf(page);
  await waitForWords(settings, 'No backup has been written yet.');
  deepEqual(await violationsOn(settings), []);
  await clickOn(settings, '#backups label', 'Every day');
  await waitForWords(settings, 'Last backup');
  const [first = ''] = await written();
  match(first, /^pressmark-backup-[0-9a-f]{6}-1\.jsonl$/);
  equal(await notesIn(first), 2);

  await page.bringToFront();
  // By hand, from 5 files to 3.
  await page.focus('#backups select');
  await page.keyboard.press('ArrowUp');
  const begun = (await stat(join(downloads, 'Pressmark', first))).mtimeMs;
  for (const slot of [2, 3, 1]) {
    await aDayLater();
    await waitForBackup(slot);
  }
  equal((await written()).length, 3);
  ok((await stat(join(downloads, 'Pressmark', first))).mtimeMs > begun, 'the first was not written anew');

  await trial.browsing.inExtension().then((extension) => extension.run(() => localStorage.clear()));
  const before = await keptIn(trial.browsing);
  await forget();
  const exchange = await trial.openOwn('exchange.html');
  const field = await waitFor('the field for a file', () => exchange.$('input[type=file]'));
  const path = join(downloads, 'Pressmark', first);
  await (field as ElementHandle<HTMLInputElement>).uploadFile(path);
  await waitForWords(surfaceOf(exchange), '2 new annotations');
  await clickOn(surfaceOf(exchange), 'button', 'Import 2 annotations');
  await waitForWords(surfaceOf(exchange), 'Imported:');
  deepEqual(await keptIn(trial.browsing), before);
  await clickOn(surfaceOf(exchange), 'button', 'Choose another file');
  await (field as ElementHandle<HTMLInputElement>).dispose();
  const again = await waitFor('the field for a file', () => exchange.$('input[type=file]'));
  await (again as ElementHandle<HTMLInputElement>).uploadFile(path);
  await waitForWords(surfaceOf(exchange), '2 that are here already');
});

test('notes of a database that the browser has lost are back from the second copy, and the reader is told', async () => {
  const article = await trial.open(samplePages.longRead);
  await waitForPaint(article, 'person', 'Eskil Thornbury');
  await writeNote(trial.browsing, article, 'can hear the lamp', 'Which lamp?');
  await article.keyboard.press('Escape');
  await waitForNoCard(trial.browsing, article);
  const before = await keptIn(trial.browsing);
  const extension = await trial.browsing.inExtension();
  // The words are acknowledged once they are in the copy too.
  await waitFor('the words in the second copy', () =>
    extension.run(async () => {
      const cache = await caches.open('second-copy');
      const entries = await Promise.all((await cache.keys()).map(async (key) => (await cache.match(key))?.text()));
      return entries.some((text) => text?.includes('Which lamp?'));
    }),
  );
  await extension.run(async () => {
    const deleting = indexedDB.deleteDatabase('pressmark');
    await new Promise((resolve) => deleting.addEventListener('success', resolve));
  });
  await trial.browsing.stopBackground();
  const again = await trial.open(samplePages.longRead);
  await waitForPaint(again, 'highlight-yellow', 'can hear the lamp');
  deepEqual(await keptIn(trial.browsing), before);
  const popup = await trial.browsing.openPopup(again);
  await waitForWords(popup, 'Pressmark has brought 1 note back from its second copy.');
  await waitForWords(popup, 'Which lamp?');
  deepEqual(await violationsOn(popup), []);
  await clickOn(popup, '.loss-notice button', 'All right');
  await waitFor('the notice to go', () => popup.run((root) => root.querySelector('.loss-notice') === null));
});

test('of a database that cannot be opened all that can be read is saved, and is back when the browser lets go of it', {
  skip: trial.browsing.name !== 'chromium',
}, async () => {
  const article = await trial.open(samplePages.longRead);
  await waitForPaint(article, 'person', 'Eskil Thornbury');
  await highlight(trial.browsing, article, 'because it was time', '3');
  let folder = '';
  await trial.restart(async (profile) => {
    const all = join(profile, 'Default', 'IndexedDB');
    const [name = ''] = (await readdir(all)).filter((each) => each.endsWith('.leveldb'));
    folder = join(all, name);
    await rm(folder, { recursive: true });
    // In place of the folder: neither to be read nor to be begun anew.
    await writeFile(folder, 'damaged');
  });
  const again = await trial.open(samplePages.longRead);
  const popup = await trial.browsing.openPopup(again);
  await waitForWords(popup, 'The browser finds the file of your notes damaged.');
  await waitForWords(popup, 'Save what can be read');
  await trial.browsing.closePopup();
  const page = await trial.openOwn('exchange.html#rescue');
  await clickOn(surfaceOf(page), 'button', 'Save to a file');
  await waitForWords(surfaceOf(page), '1 note was saved to');
  await waitFor('the file', async () => (await readdir(downloads)).some((name) => name.endsWith('.jsonl')));
  // Dexie says that it tries again.
  const complaints = trial.complaints.splice(0);
  deepEqual(
    complaints.filter((each) => !each.includes('Workaround for Chrome UnknownError')),
    [],
  );
  await trial.restart(() => rm(folder));
  await waitForPaint(await trial.open(samplePages.longRead), 'highlight-blue', 'because it was time');
});

test('what was deleted with everything does not come back', async () => {
  const article = await trial.open(samplePages.longRead);
  await waitForPaint(article, 'person', 'Eskil Thornbury');
  await highlight(trial.browsing, article, 'because it was time', '3');
  const page = await trial.openOwn('settings.html#data');
  const settings = surfaceOf(page);
  await waitForWords(settings, '1 highlight or note');
  await clickOn(settings, '#data button', 'Delete everything');
  await waitForWords(settings, 'delete');
  await clickOn(settings, 'dialog input');
  await settings.type('delete');
  await clickOn(settings, 'dialog button', 'Delete everything');
  await waitForWords(settings, 'Everything was deleted');
  await trial.browsing.stopBackground();
  const again = await trial.open(samplePages.longRead);
  await waitForPaint(again, 'person', 'Eskil Thornbury');
  await trial.browsing.openPopup(again);
  deepEqual(await keptIn(trial.browsing), []);
});

async function waitForBackup(slot: number): Promise<void> {
  const extension = await trial.browsing.inExtension();
  await waitFor(`backup ${slot}`, async () => {
    const state = await extension.run(() => Reflect.get(globalThis, 'chrome').storage.local.get('backup'));
    return state.backup.written.slot === slot && state.backup.written.at > Date.now() - 86_400_000;
  });
}

/** All notes are gone, as after a mishap. */
async function forget(): Promise<void> {
  const extension = await trial.browsing.inExtension();
  await extension.run(async () => {
    const settled = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await settled(indexedDB.open('pressmark'));
    const stores = [...db.objectStoreNames];
    const transaction = db.transaction(stores, 'readwrite');
    await Promise.all(stores.map((store) => settled(transaction.objectStore(store).clear())));
    db.close();
  });
}
