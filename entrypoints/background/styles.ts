// Rules for `::highlight` in a page, put there without touching its DOM, so that they reach into shadow trees too.
import { browser } from 'wxt/browser';
import { pageAddress } from '../../messages/senders.ts';
import { checkCss } from '../../messages/validate.ts';
import type { Sender } from '../../messages/wire.ts';
import { tabOf } from './articles.ts';
import { changeTab, tabAt } from './tabs.ts';

/**
 * Chromium hands a page's rules down into shadow trees, and paints no background by rules of the reader (156). In Firefox
 * a page's rules stop at shadow trees, and the reader's reach into them (153).
 */
const origin = import.meta.env.FIREFOX ? 'USER' : 'AUTHOR';

/** Puts the rules in place of those put there before. */
export async function styleHighlights(sender: Sender, given: unknown): Promise<void> {
  const tabId = tabOf(sender);
  const css = checkCss(given);
  const before = (await tabAt(tabId))?.css;
  const remove = async (): Promise<void> => {
    if (before) await browser.scripting.removeCSS({ target: { tabId }, css: before, origin }).catch(() => {});
  };
  // Old rules go after the new ones stand, so that nothing flickers; the same ones go first, or they would go with them.
  if (before === css) await remove();
  if (css !== '') await browser.scripting.insertCSS({ target: { tabId }, css, origin });
  if (before !== css) await remove();
  await changeTab(tabId, (tab) => ({ ...(tab ?? { url: pageAddress(sender) }), css }));
}
