// Who sent a message. Messages of other extensions and of web pages never arrive at `onMessage` (only at
// `onMessageExternal`, which nobody listens to); the id is looked at all the same.
import { browser } from 'wxt/browser';
import type { Sender } from './wire.ts';

/** A content script of ours in the top frame of a web page; the page may have taken it over. */
export function isContentScript(sender: Sender): boolean {
  return (
    sender.id === browser.runtime.id &&
    sender.tab?.id !== undefined &&
    sender.frameId === 0 &&
    /^https?:/.test(sender.url ?? '') &&
    !isOurs(sender.origin) &&
    !isOurs(sender.url)
  );
}

/** A page of the extension: popup, editor (in a frame or a window). A web page cannot run code there. */
export function isOwnPage(sender: Sender): boolean {
  return (
    sender.id === browser.runtime.id && isOurs(sender.url) && (sender.origin === undefined || isOurs(sender.origin))
  );
}

/** The address of the web page that a content script runs in, as the browser tells it: the page cannot forge it. */
export function pageAddress(sender: Sender): string {
  const url = sender.url ?? '';
  const tabUrl = sender.tab?.url;
  // After a navigation without loading only the tab's address is sure to be the new one.
  return tabUrl !== undefined && URL.parse(tabUrl)?.origin === URL.parse(url)?.origin ? tabUrl : url;
}

function isOurs(address: string | undefined): boolean {
  const given = address === undefined ? null : URL.parse(address);
  const own = URL.parse(browser.runtime.getURL('/'));
  return given !== null && given.protocol === own?.protocol && given.host === own.host;
}
