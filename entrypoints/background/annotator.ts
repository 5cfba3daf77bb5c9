// Loading the annotator into a tab, and calling it.
import { browser } from 'wxt/browser';
import { pageIn } from '../../messages/callers.ts';
import type { ToPage } from '../../messages/protocol.ts';
import { type Caller, NoAnswer } from '../../messages/wire.ts';
import { changeTab } from './tabs.ts';

const script = '/annotator.js';
/** Tries to reach an annotator that was just loaded, and the pause between them in ms. */
const tries = 20;
const pause = 100;

/**
 * Loads the annotator into the tab's page. Loaded twice, the second one does nothing.
 * @throws Error 'page-unreachable' where the browser lets no extension in
 */
export async function loadAnnotator(tabId: number): Promise<void> {
  try {
    const [top] = await browser.scripting.executeScript({
      target: { tabId },
      files: [script],
      injectImmediately: true,
    });
    const annotated = top?.documentId;
    if (annotated !== undefined) await changeTab(tabId, (tab) => tab && { ...tab, annotated });
  } catch (error) {
    throw new Error('page-unreachable', { cause: error });
  }
}

/** Whether an annotator answers in the tab. */
export async function hasAnnotator(tabId: number): Promise<boolean> {
  try {
    await pageIn(tabId).call('pageState');
    return true;
  } catch (error) {
    // Any other error is told by an annotator that is still reading.
    return !(error instanceof NoAnswer);
  }
}

/** Does something with the annotator of a tab, which is loaded first when the reader asks where there is none. */
export async function withAnnotator(tabId: number, ask: (page: Caller<ToPage>) => Promise<unknown>) {
  const page = pageIn(tabId);
  for (let attempt = 0; attempt < tries; attempt++) {
    try {
      return await ask(page);
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      if (attempt === 0) await loadAnnotator(tabId);
      else await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  throw new NoAnswer('The annotator did not start');
}
