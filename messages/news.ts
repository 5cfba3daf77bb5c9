// What the annotator tells of its page while one of our pages looks on. Over a port, so that it works for that only as
// long as somebody looks, and both ends learn when the other has gone.
import { type Browser, browser } from 'wxt/browser';
import type { PageNews } from './protocol.ts';
import type { Sender } from './wire.ts';

const name = 'pressmark-news';

/**
 * In a page: `opened` is called for each of ours that begins to look on, with what tells it news, and answers with its
 * stop. Returns the stop of all.
 */
export function offerNews(
  allows: (sender: Sender) => boolean,
  opened: (tell: (news: PageNews) => void) => () => void,
): () => void {
  const open = new Set<Browser.runtime.Port>();
  const listener = (port: Browser.runtime.Port): void => {
    if (port.name !== name || port.sender === undefined || !allows(port.sender)) return;
    open.add(port);
    const close = opened((news) => {
      if (open.has(port)) port.postMessage(news);
    });
    port.onDisconnect.addListener(() => {
      open.delete(port);
      close();
    });
  };
  browser.runtime.onConnect.addListener(listener);
  return () => {
    browser.runtime.onConnect.removeListener(listener);
    for (const port of open) port.disconnect();
    open.clear();
  };
}

/** Looks on at the page in a tab. `gone`: it was left, or has no annotator. Returns the stop. */
export function followPage(tabId: number, heard: (news: PageNews) => void, gone: () => void): () => void {
  const port = browser.tabs.connect(tabId, { name, frameId: 0 });
  port.onMessage.addListener((message: unknown) => heard(message as PageNews));
  port.onDisconnect.addListener(() => {
    // Read, or the browser writes it into the console: a page without us is ordinary.
    void browser.runtime.lastError;
    gone();
  });
  return () => port.disconnect();
}
