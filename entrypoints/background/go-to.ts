// Taking the reader to an annotation: in a tab that shows its article, or in a new one that scrolls there once open.
import { browser } from 'wxt/browser';
import { pageIn } from '../../messages/callers.ts';
import { annotationById } from '../../notes/annotations.ts';
import type { PressmarkDatabase } from '../../notes/database.ts';
import { loadAnnotator } from './annotator.ts';
import { openTabs } from './tabs.ts';

interface GoTo {
  id: string;
  /** In ms since 1970. */
  asked: number;
}

const prefix = 'goto:';
/** A page that opens later than this, in ms, is read from its start. */
const patience = 120_000;

/**
 * Shows an annotation to the reader.
 * @throws Error 'annotation-unknown' when it was deleted, 'address-unusable' when its page is no web page
 */
export async function showAnnotation(db: PressmarkDatabase, id: string): Promise<void> {
  const annotation = await annotationById(db, id);
  if (annotation === undefined) throw new Error('annotation-unknown');
  for (const [tabId, tab] of await openTabs()) {
    if (tab.articleId === annotation.articleId && (await showInTab(tabId, id))) return;
  }
  // Addresses may come from an imported file: nothing but web pages is opened.
  if (!/^https?:\/\//.test(annotation.target.source)) throw new Error('address-unusable');
  const { id: tabId } = await browser.tabs.create({ url: annotation.target.source });
  if (tabId !== undefined) await waitFor(tabId, id);
}

/** The annotation that the reader came to this tab for, once, if the article has it. */
export async function takeGoTo(tabId: number, ids: readonly string[]): Promise<string | undefined> {
  const key = prefix + tabId;
  const goTo = (await browser.storage.session.get<Record<string, GoTo>>(key))[key];
  if (goTo === undefined) return undefined;
  const late = Date.now() - goTo.asked > patience;
  if (!late && !ids.includes(goTo.id)) return undefined;
  await browser.storage.session.remove(key);
  return late ? undefined : goTo.id;
}

export async function forgetGoTo(tabId: number): Promise<void> {
  await browser.storage.session.remove(prefix + tabId);
}

/** False when the tab has gone. */
async function showInTab(tabId: number, id: string): Promise<boolean> {
  try {
    const { windowId } = (await browser.tabs.update(tabId, { active: true })) ?? {};
    if (windowId !== undefined) await browser.windows.update(windowId, { focused: true });
  } catch {
    return false;
  }
  try {
    await pageIn(tabId).call('showAnnotation', id);
  } catch {
    // A tab that slept, or was loaded again: its annotator scrolls once it has opened the article.
    await waitFor(tabId, id);
    await loadAnnotator(tabId).catch(() => {});
  }
  return true;
}

async function waitFor(tabId: number, id: string): Promise<void> {
  const goTo: GoTo = { id, asked: Date.now() };
  await browser.storage.session.set({ [prefix + tabId]: goTo });
}
