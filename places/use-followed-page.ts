// The page beside which a view stays open: another tab, another article, and where the reader is in it.
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { followPage } from '../messages/news.ts';
import type { PageNews } from '../messages/protocol.ts';
import { addressOf, type Page, usePage } from './use-page.ts';

/** A page that was left is looked at again a moment later, ms: the next one needs it to be there. */
const settling = 200;

export interface FollowedPage {
  page: Page | undefined;
  /** The annotation whose passage is being read. */
  current: string | undefined;
  refresh: () => void;
}

/** @param tabId stays with this tab; else with whichever is in front. */
export function useFollowedPage(tabId?: number): FollowedPage {
  const { page, refresh } = usePage(tabId);
  const [heard, setHeard] = useState<{ url: string; news: PageNews }>();
  const known = page?.tabId ?? -1;

  useEffect(() => {
    const updated = (id: number, change: { status?: string; url?: string; title?: string }): void => {
      if (id === known && (change.status !== undefined || change.url !== undefined)) refresh();
    };
    browser.tabs.onActivated.addListener(refresh);
    browser.tabs.onUpdated.addListener(updated);
    return () => {
      browser.tabs.onActivated.removeListener(refresh);
      browser.tabs.onUpdated.removeListener(updated);
    };
  }, [known]);

  const annotator = page?.shown === undefined ? undefined : addressOf(page);
  useEffect(() => {
    if (annotator === undefined) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = followPage(
      known,
      (news) => setHeard({ url: news.state.article.url, news }),
      () => {
        timer = setTimeout(refresh, settling);
      },
    );
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [known, annotator]);

  const news = heard !== undefined && heard.url === annotator ? heard.news : undefined;
  return {
    page: page !== undefined && news !== undefined ? { ...page, shown: news.state } : page,
    current: news?.current,
    refresh,
  };
}
