// What stands in each open tab. Kept in session storage: the background may be stopped at any moment, and the browser's
// end takes it away.
import { browser } from 'wxt/browser';
import { addressKey } from '../../notes/article-url.ts';
import type { Page } from '../../notes/articles.ts';

export interface Tab {
  /** The page that the rest is about. */
  url: string;
  /** Who asked for annotations there: the spotter, or the reader; `site-off`: spotted, and left alone. */
  state?: 'article' | 'annotated-anyway' | 'site-off';
  /** The document that the annotator was loaded into, where the browser names documents. */
  annotated?: string;
  /** What the annotator read, and the trace of its words once they were looked at. */
  article?: Page;
  /** Set when something was kept of the article. */
  articleId?: string;
  /** The style rules of ours that stand there. */
  css?: string;
}

const prefix = 'tab:';
/** One change of a tab after the other. */
const turns = new Map<number, Promise<unknown>>();

export async function tabAt(tabId: number): Promise<Tab | undefined> {
  const stored = await browser.storage.session.get<Record<string, Tab>>(prefix + tabId);
  return stored[prefix + tabId];
}

/** Every tab that is known, by its id. */
export async function openTabs(): Promise<Map<number, Tab>> {
  const stored = await browser.storage.session.get<Record<string, Tab>>(null);
  const known = Object.entries(stored).filter(([key]) => key.startsWith(prefix));
  return new Map(known.map(([key, tab]) => [Number(key.slice(prefix.length)), tab]));
}

/** Changes what is known of a tab; changes of one tab never overtake each other. */
export function changeTab(tabId: number, change: (tab: Tab | undefined) => Tab | undefined): Promise<Tab | undefined> {
  const turn = (turns.get(tabId) ?? Promise.resolve())
    .catch(() => {})
    .then(async () => {
      const before = await tabAt(tabId);
      const after = change(before);
      if (after === undefined) await browser.storage.session.remove(prefix + tabId);
      else if (after !== before) await browser.storage.session.set({ [prefix + tabId]: after });
      return after;
    });
  turns.set(tabId, turn);
  const done = (): void => {
    if (turns.get(tabId) === turn) turns.delete(tabId);
  };
  turn.then(done, done);
  return turn;
}

/** What stays known of a tab that shows another address now: its document may be the same one. */
export function movedTo(url: string, tab: Tab): Tab {
  if (addressKey(url) === addressKey(tab.url)) return tab;
  const { annotated, css } = tab;
  return { url, ...(annotated === undefined ? {} : { annotated }), ...(css === undefined ? {} : { css }) };
}
