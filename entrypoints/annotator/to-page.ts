// What the background and our own pages may ask of the annotator in this page.
import { browser } from 'wxt/browser';
import type { ToPage } from '../../messages/protocol.ts';
import { answer, type Handlers, type Sender } from '../../messages/wire.ts';

/** Returns the stop. */
export function answerCalls(handlers: Handlers<ToPage>): () => void {
  // Who asked is told; a page has no log.
  const stop = answer<ToPage>('to-page', isOurs, () => {}, handlers);
  return () => {
    try {
      stop();
    } catch {
      // The extension was updated: its end of the line has gone.
    }
  };
}

/** The background has no tab; our own pages have one when they are framed or stand in a window. */
export function isOurs(sender: Sender): boolean {
  if (sender.id !== browser.runtime.id) return false;
  if (sender.tab === undefined) return true;
  const own = new URL(browser.runtime.getURL('/editor.html'));
  return URL.parse(sender.url ?? '')?.protocol === own.protocol;
}
