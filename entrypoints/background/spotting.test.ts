// Which pages get the annotator, whatever the order in which the browser and the page tell of them.
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { newAnnotationId } from '../../core/annotation.ts';
import type { Sender } from '../../messages/wire.ts';
import { openDatabase, type PressmarkDatabase } from '../../notes/database.ts';
import { changeSettings } from '../../notes/settings.ts';
import { openArticle } from './articles.ts';
import { saveFromPage } from './saving.ts';
import { annotateAnyway, articleSpotted, pageLeft, pageLoaded, tabState } from './spotting.ts';
import { changeTab, tabAt } from './tabs.ts';

const url = 'https://news.example/story';
let db: PressmarkDatabase;
let tabId: number;
let answering: boolean;
const loads: string[] = [];

function page(at = url): Sender {
  return { id: fakeBrowser.runtime.id, frameId: 0, url: at, tab: { id: tabId, url: at } } as Sender;
}

async function keepOne(): Promise<void> {
  await openArticle(db, page(), { url, title: 'Harbour wall' });
  const selector = [{ type: 'TextQuoteSelector' as const, exact: 'wall', prefix: '', suffix: '' }];
  await saveFromPage(db, page(), {
    id: newAnnotationId(Date.now()),
    colour: 'blue',
    target: { source: url, selector },
  });
  await changeTab(tabId, () => undefined);
}

beforeEach(async () => {
  fakeBrowser.reset();
  db = openDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
  loads.length = 0;
  answering = true;
  tabId = (await fakeBrowser.tabs.create({ url })).id ?? 0;
  for (const name of ['setIcon', 'setTitle', 'setBadgeText'] as const)
    vi.spyOn(fakeBrowser.action, name).mockResolvedValue(undefined);
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockReturnValue('');
  vi.spyOn(fakeBrowser.scripting, 'executeScript').mockImplementation(
    async (injection: { files?: string[] | undefined }) => {
      loads.push(...(injection.files ?? ['a look']));
      return [{ frameId: 0, documentId: 'document', result: true }];
    },
  );
  const tabs: { sendMessage(tabId: number, message: unknown): Promise<unknown> } = fakeBrowser.tabs;
  vi.spyOn(tabs, 'sendMessage').mockImplementation(async () => (answering ? { ok: true } : undefined));
});

describe('a page that the spotter calls an article', () => {
  it('gets the annotator, once for its document', async () => {
    await articleSpotted(db, page());
    await articleSpotted(db, page('https://news.example/next'));
    expect(loads).toHaveLength(2);
    await changeTab(tabId, (tab) => tab && { ...tab, annotated: 'document' });
    await articleSpotted(db, { ...page(), documentId: 'document' });
    expect(loads).toHaveLength(2);
    expect(await tabState(db, tabId)).toEqual({ page: 'article', url });
  });

  it('shows how many annotations it has', async () => {
    await keepOne();
    await articleSpotted(db, page());
    expect(fakeBrowser.action.setBadgeText).toHaveBeenLastCalledWith({ tabId, text: '1' });
  });

  it('is left alone on a site that is switched off', async () => {
    await changeSettings(db, { offSites: ['news.example'] });
    await articleSpotted(db, page());
    expect(loads).toEqual([]);
    expect(await tabState(db, tabId)).toEqual({ page: 'site-off', url });
  });

  it('stays an article when the browser tells only then that it was loaded', async () => {
    await keepOne();
    await Promise.all([pageLoaded(db, tabId, url), articleSpotted(db, page())]);
    expect((await tabAt(tabId))?.state).toBe('article');
    await changeTab(tabId, () => undefined);
    await Promise.all([articleSpotted(db, page()), pageLoaded(db, tabId, url)]);
    expect((await tabAt(tabId))?.state).toBe('article');
  });
});

describe('a page that nobody spotted', () => {
  it('is left alone', async () => {
    await pageLoaded(db, tabId, url);
    expect(loads).toEqual([]);
    expect(await tabState(db, tabId)).toEqual({ page: 'not-spotted', url });
  });

  it('is painted when the reader has left something there', async () => {
    await keepOne();
    await pageLoaded(db, tabId, url);
    expect(loads).toEqual(['/annotator.js']);
    expect(await tabState(db, tabId)).toMatchObject({ page: 'annotated-anyway' });
  });

  it('is annotated when the reader asks, and forgotten when it is left', async () => {
    await annotateAnyway(tabId);
    expect(await tabState(db, tabId)).toEqual({ page: 'annotated-anyway', url });
    await pageLeft(tabId, 'https://news.example/');
    expect((await tabAt(tabId))?.state).toBeUndefined();
    expect(fakeBrowser.action.setBadgeText).toHaveBeenLastCalledWith({ tabId, text: '' });
  });

  it('is painted again after a reload took its annotator away', async () => {
    await keepOne();
    await annotateAnyway(tabId);
    loads.length = 0;
    await pageLoaded(db, tabId, url);
    expect(loads).toEqual([]);
    answering = false;
    await pageLoaded(db, tabId, url);
    expect(loads).toEqual(['/annotator.js']);
  });

  it('says so after a reload took its annotator away', async () => {
    await annotateAnyway(tabId);
    answering = false;
    expect(await tabState(db, tabId)).toEqual({ page: 'not-spotted', url });
  });

  it('is told from one that is closed to extensions', async () => {
    vi.spyOn(fakeBrowser.scripting, 'executeScript').mockRejectedValue(new Error('Cannot access'));
    expect(await tabState(db, tabId)).toEqual({ page: 'unreachable', url });
    await expect(annotateAnyway(tabId)).rejects.toThrow('page-unreachable');
  });
});
