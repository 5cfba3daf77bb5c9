// What the tab under the popup shows.
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { ownBackground, pageIn } from '../messages/callers.ts';
import type { PageState, TabState } from '../messages/protocol.ts';

export interface Page {
  tabId: number;
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

/** The page of the active tab; undefined until it is known. `refresh` looks again, after the page was switched. */
export function usePage(): { page: Page | undefined; refresh: () => void } {
  const [page, setPage] = useState<Page>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    void watch((each) => {
      if (!stop.signal.aborted) setPage(each);
    }, stop.signal);
    return () => stop.abort();
  }, [round]);
  return { page, refresh: () => setRound((count) => count + 1) };
}

/** Tells what the page is at once, and what its annotator knows as soon as it answers. */
async function watch(tell: (page: Page) => void, stop: AbortSignal): Promise<void> {
  for (let attempt = 0; attempt < attempts && !stop.aborted; attempt++) {
    const page = await readPage();
    tell(page);
    const annotated = page.state === 'article' || page.state === 'annotated-anyway';
    if (!annotated || page.shown !== undefined) return;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

async function readPage(): Promise<Page> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const tabId = tab?.id;
  const title = tab?.title ?? '';
  if (tabId === undefined) return { tabId: -1, title, url: '', host: '', state: 'unreachable' };
  const [state, shown] = await Promise.all([
    ownBackground.call('tabState', tabId).catch(() => undefined),
    pageIn(tabId)
      .call('pageState')
      .catch(() => undefined),
  ]);
  const url = state?.url ?? tab?.url ?? '';
  const page = { tabId, title, url, host: hostOf(url), state: state?.page ?? 'unreachable' };
  return shown === undefined ? page : { ...page, shown };
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}
