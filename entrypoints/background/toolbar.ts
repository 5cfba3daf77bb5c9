// The toolbar icon of each tab: whether an article was spotted, and how many annotations it has.
import { browser } from 'wxt/browser';

const quiet = { 16: '/icon/16.png', 32: '/icon/32.png' };
const spotted = { 16: '/icon/article-16.png', 32: '/icon/article-32.png' };
const badgeColour = '#3a4a5e';

/** @param count annotations of the article */
export async function showArticle(tabId: number, count: number): Promise<void> {
  await settle(
    browser.action.setIcon({ tabId, path: spotted }),
    browser.action.setTitle({ tabId, title: browser.i18n.getMessage('backgroundTitleArticle', [String(count)]) }),
    browser.action.setBadgeBackgroundColor({ tabId, color: badgeColour }),
    browser.action.setBadgeTextColor({ tabId, color: '#ffffff' }),
    browser.action.setBadgeText({ tabId, text: count === 0 ? '' : count > 999 ? '999+' : String(count) }),
  );
}

export async function showNothing(tabId: number): Promise<void> {
  await settle(
    browser.action.setIcon({ tabId, path: quiet }),
    browser.action.setTitle({ tabId, title: browser.i18n.getMessage('extensionName') }),
    browser.action.setBadgeText({ tabId, text: '' }),
  );
}

/** The tab may have been closed in the meantime: then there is nothing to show. */
async function settle(...works: readonly Promise<unknown>[]): Promise<void> {
  await Promise.allSettled(works);
}
