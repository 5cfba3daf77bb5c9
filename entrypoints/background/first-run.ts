// The first-run page opens once, after the installation; an update or a reload opens nothing.
import { browser } from 'wxt/browser';

const key = 'welcomed';

/** @param reason as `runtime.onInstalled` tells it */
export async function openWelcome(reason: string): Promise<void> {
  if (reason !== 'install') return;
  // A folder or file that is loaded for development counts as installed at each start.
  const { [key]: welcomed } = await browser.storage.local.get(key);
  if (welcomed === true) return;
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
  await browser.storage.local.set({ [key]: true });
}
