// Who can be called from here. A call that finds the background asleep or restarting is made again: every call to
// the background may be repeated.
import { browser } from 'wxt/browser';
import type { ExtensionToBackground, PageToBackground, ToOffscreen, ToPage } from './protocol.ts';
import { type Caller, callerOf, ExtensionGone } from './wire.ts';

/** Pauses before the tries after the first, in ms. */
const pauses = [50, 200, 800, 2000];

/** The background, called by a content script. */
export const background: Caller<PageToBackground> = callerOf('page-to-background', postToBackground);

/** The background, called by one of our own pages. */
export const ownBackground: Caller<ExtensionToBackground> = callerOf('extension-to-background', postToBackground);

/** The page that nobody sees, called by the background while it is open. */
export const offscreen: Caller<ToOffscreen> = callerOf('to-offscreen', (message) =>
  browser.runtime.sendMessage(message),
);

/** The annotator in one tab. Rejects with NoAnswer when there is none. */
export function pageIn(tabId: number): Caller<ToPage> {
  return callerOf('to-page', (message) => postToPage(tabId, message));
}

/** Hands a message to the annotator in one tab; undefined when nobody took it. */
export function postToPage(tabId: number, message: unknown): Promise<unknown> {
  // Firefox gives a page of ours that is framed in a web page no more than a content script has.
  if (browser.tabs === undefined) return ownBackground.call('callPage', tabId, message);
  return browser.tabs.sendMessage(tabId, message, { frameId: 0 }).catch(() => undefined);
}

async function postToBackground(message: unknown): Promise<unknown> {
  for (const pause of [...pauses, undefined]) {
    // After a reload of the extension the old content script keeps running, without its runtime.
    if (browser.runtime?.id === undefined) throw new ExtensionGone('The extension was reloaded');
    try {
      const reply: unknown = await browser.runtime.sendMessage(message);
      if (reply !== undefined) return reply;
    } catch (error) {
      if (browser.runtime?.id === undefined) throw new ExtensionGone('The extension was reloaded');
      if (pause === undefined) throw error;
    }
    if (pause !== undefined) await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return undefined;
}
