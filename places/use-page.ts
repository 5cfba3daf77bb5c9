// What the tab shows that a view of ours belongs to.
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { ownBackground, pageIn } from '../messages/callers.ts';
import type { PageState, TabState } from '../messages/protocol.ts';

export interface Page {
  tabId: number;
  windowId: number;
  /** The tab's own title, for when the article has not been read. */
  title: string;
  url: string;
  host: string;
  state: TabState['page'];
  /** What the annotator in it tells; undefined where there is none, or none yet. */
  shown?: PageState;
}

/** How long the annotator may take to read an article before it is asked again, in ms, and how often it is asked. */
const pause = 250;
const attempts = 20;

/**
 * The page of one tab, or of the active one; undefined until it is known. `refresh` looks again, after the page was
 * switched.
 */
export function usePage(tabId?: number): { page: Page | undefined; refresh: () => void } {
  const [page, setPage] = useState<Page>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    void watch(
      tabId,
      (each) => {
        if (!stop.signal.aborted) setPage(each);
      },
      stop.signal,
    );
    return () => stop.abort();
  }, [tabId, round]);
  return { page, refresh: () => setRound((count) => count + 1) };
}

/** Tells what the page is at once, and what its annotator knows as soon as it answers. */
async function watch(tabId: number | undefined, tell: (page: Page) => void, stop: AbortSignal): Promise<void> {
  for (let attempt = 0; attempt < attempts && !stop.aborted; attempt++) {
    const page = await readPage(tabId);
    tell(page);
    if (!isAnnotated(page) || page.shown !== undefined) return;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** Whether notes can be written on the page. */
export function isAnnotated(page: Page | undefined): page is Page {
  return page?.state === 'article' || page?.state === 'annotated-anyway';
}

/** The address that the page's notes are kept under. */
export function addressOf(page: Page | undefined): string {
  return page?.shown?.article.url ?? page?.url ?? '';
}

async function readPage(wanted: number | undefined): Promise<Page> {
  const tab =
    wanted === undefined
      ? (await browser.tabs.query({ active: true, currentWindow: true }))[0]
      : await browser.tabs.get(wanted).catch(() => undefined);
  const tabId = tab?.id;
  const { windowId = -1, title = '' } = tab ?? {};
  if (tabId === undefined) return { tabId: -1, windowId, title, url: '', host: '', state: 'unreachable' };
  const [state, shown] = await Promise.all([
    ownBackground.call('tabState', tabId).catch(() => undefined),
    pageIn(tabId)
      .call('pageState')
      .catch(() => undefined),
  ]);
  const url = state?.url ?? tab?.url ?? '';
  const page = { tabId, windowId, title, url, host: hostOf(url), state: state?.page ?? 'unreachable' };
  return shown === undefined ? page : { ...page, shown };
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}
