// Which pages get the annotator: those that the spotter calls an article, those with notes, those the reader asks for.
import { browser } from 'wxt/browser';
import type { TabState } from '../../messages/protocol.ts';
import { pageAddress } from '../../messages/senders.ts';
import type { Sender } from '../../messages/wire.ts';
import { annotationsOfArticle } from '../../notes/annotations.ts';
import { articleOf } from '../../notes/articles.ts';
import type { PressmarkDatabase } from '../../notes/database.ts';
import { isOffSite, readSettings } from '../../notes/settings.ts';
import { hasAnnotator, loadAnnotator } from './annotator.ts';
import { changeTab, movedTo, type Tab, tabAt } from './tabs.ts';
import { showArticle, showNothing } from './toolbar.ts';

export async function articleSpotted(db: PressmarkDatabase, sender: Sender): Promise<void> {
  const tabId = sender.tab?.id;
  if (tabId === undefined) return;
  const url = pageAddress(sender);
  if (await isOff(db, url)) {
    await enter(tabId, url, 'site-off');
    return;
  }
  const tab = await enter(tabId, url, 'article');
  // A page that navigates without loading is spotted again and again: its annotator is there already.
  if (tab?.annotated === undefined || tab.annotated !== sender.documentId) await loadAnnotator(tabId);
  await showArticle(tabId, await countOn(db, url));
}

/** The reader asks for annotations on a page, spotted or not. */
export async function annotateAnyway(tabId: number): Promise<void> {
  const { url = '' } = await browser.tabs.get(tabId);
  await loadAnnotator(tabId);
  const known = await tabAt(tabId);
  await enter(tabId, url, known?.state === 'site-off' || known?.state === 'article' ? 'article' : 'annotated-anyway');
}

/** A page that nobody spotted, but on which the reader has left something, is painted too. */
export async function pageLoaded(db: PressmarkDatabase, tabId: number, url: string): Promise<void> {
  const before = (await tabAt(tabId))?.state;
  if (!isWebPage(url) || before === 'site-off') return;
  // Loaded anew, a page has lost the annotator that it had.
  if (before !== undefined && (await hasAnnotator(tabId))) return;
  if ((await countOn(db, url)) === 0 || (await isOff(db, url))) return;
  // The spotter may have told of an article meanwhile: its word stays.
  const tab = await changeTab(tabId, (known) => ({ ...known, url, state: known?.state ?? 'annotated-anyway' }));
  if (tab?.state !== 'site-off') await loadAnnotator(tabId);
}

/** The tab shows another address, or loads the same one again. */
export async function pageLeft(tabId: number, url: string): Promise<void> {
  const before = await tabAt(tabId);
  if (before === undefined) return;
  const after = await changeTab(tabId, (tab) => tab && movedTo(url, tab));
  if (after?.state === undefined) await showNothing(tabId);
}

export async function tabState(db: PressmarkDatabase, tabId: number): Promise<TabState> {
  const { url = '' } = await browser.tabs.get(tabId);
  const tab = await tabAt(tabId);
  const here = tab !== undefined && movedTo(url, tab) === tab ? tab : undefined;
  const articleId = here?.articleId ?? (await ifReadable(articleOf(db, url)))?.id;
  return { page: await pageOf(db, tabId, url, here), url, ...(articleId === undefined ? {} : { articleId }) };
}

async function pageOf(
  db: PressmarkDatabase,
  tabId: number,
  url: string,
  tab: Tab | undefined,
): Promise<TabState['page']> {
  if (!isWebPage(url)) return 'unreachable';
  if (tab?.state === 'article' || tab?.state === 'annotated-anyway') {
    // Reloaded since: the annotator that the reader asked for is gone, and nobody spotted the page.
    if (await hasAnnotator(tabId)) return tab.state;
  }
  if (await isOff(db, url)) return 'site-off';
  return (await isReachable(tabId)) ? 'not-spotted' : 'unreachable';
}

function enter(tabId: number, url: string, state: NonNullable<Tab['state']>): Promise<Tab | undefined> {
  return changeTab(tabId, (tab) => ({ ...(tab === undefined ? { url } : movedTo(url, tab)), url, state }));
}

/** While the settings cannot be read no site counts as switched off. */
async function isOff(db: PressmarkDatabase, url: string): Promise<boolean> {
  const host = URL.parse(url)?.hostname;
  const settings = await ifReadable(readSettings(db));
  return host !== undefined && settings !== undefined && isOffSite(settings, host);
}

async function countOn(db: PressmarkDatabase, url: string): Promise<number> {
  const article = await ifReadable(articleOf(db, url));
  const annotations = article && (await ifReadable(annotationsOfArticle(db, article.id)));
  return annotations?.length ?? 0;
}

/** What a page is does not hang on the database: whoever reads or writes notes is told that it cannot be opened. */
async function ifReadable<Result>(reading: Promise<Result>): Promise<Result | undefined> {
  try {
    return await reading;
  } catch {
    return undefined;
  }
}

/** Stores, and sites that the browser protects, are closed to extensions. */
async function isReachable(tabId: number): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, func: () => true, injectImmediately: true });
    return true;
  } catch {
    return false;
  }
}

function isWebPage(url: string): boolean {
  return /^https?:/.test(url);
}
