// A click on an annotation in the popup leads to its passage, wherever its article is.
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { newAnnotationId } from '../../core/annotation.ts';
import { saveAnnotation } from '../../notes/annotations.ts';
import { openDatabase, type PressmarkDatabase } from '../../notes/database.ts';
import { showAnnotation, takeGoTo } from './go-to.ts';
import { changeTab } from './tabs.ts';

const url = 'https://news.example/story';
let db: PressmarkDatabase;
let answering: boolean;
const shown: { tabId: number; id: unknown }[] = [];

async function keep(source = url): Promise<{ id: string; articleId: string }> {
  const id = newAnnotationId(Date.now());
  const selector = [{ type: 'TextQuoteSelector' as const, exact: 'wall', prefix: '', suffix: '' }];
  await saveAnnotation(
    db,
    { id, colour: 'blue', target: { source, selector } },
    { url: source, title: 'T' },
    new Date(),
  );
  const kept = await db.annotations.get(id);
  return { id, articleId: kept?.articleId ?? '' };
}

beforeEach(() => {
  fakeBrowser.reset();
  db = openDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
  shown.length = 0;
  answering = true;
  const tabs: { sendMessage(tabId: number, message: { args: unknown[] }): Promise<unknown> } = fakeBrowser.tabs;
  vi.spyOn(tabs, 'sendMessage').mockImplementation(async (tabId, { args: [id] }) => {
    if (!answering) return undefined;
    shown.push({ tabId, id });
    return { ok: true };
  });
  vi.spyOn(fakeBrowser.scripting, 'executeScript').mockImplementation(async () => []);
});

it('in a tab that shows the article, it scrolls there', async () => {
  const { id, articleId } = await keep();
  const { id: tabId = 0 } = await fakeBrowser.tabs.create({ url, active: false });
  await changeTab(tabId, () => ({ url, articleId }));
  await showAnnotation(db, id);
  expect(shown).toEqual([{ tabId, id }]);
  expect((await fakeBrowser.tabs.get(tabId)).active).toBe(true);
});

it('in no tab, the article is opened and takes the annotation once', async () => {
  const { id } = await keep();
  await showAnnotation(db, id);
  const opened = (await fakeBrowser.tabs.query({ url }))[0]?.id ?? 0;
  expect(await takeGoTo(opened, ['another'])).toBeUndefined();
  expect(await takeGoTo(opened, ['another', id])).toBe(id);
  expect(await takeGoTo(opened, ['another', id])).toBeUndefined();
});

it('a tab that slept goes there once it is awake', async () => {
  const { id, articleId } = await keep();
  const { id: tabId = 0 } = await fakeBrowser.tabs.create({ url });
  await changeTab(tabId, () => ({ url, articleId }));
  answering = false;
  await showAnnotation(db, id);
  expect(await takeGoTo(tabId, [id])).toBe(id);
});

it('a page that opens much later is read from its start', async () => {
  const { id } = await keep();
  await showAnnotation(db, id);
  const opened = (await fakeBrowser.tabs.query({ url }))[0]?.id ?? 0;
  const clock = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 180_000);
  expect(await takeGoTo(opened, [id])).toBeUndefined();
  clock.mockRestore();
});

it('what was deleted, or has no web page, is refused', async () => {
  await expect(showAnnotation(db, newAnnotationId(1))).rejects.toThrow('annotation-unknown');
  const { id } = await keep('javascript:alert(1)');
  await expect(showAnnotation(db, id)).rejects.toThrow('address-unusable');
});
