// The keyboard shortcuts as the browser has them now, and the way to the browser's own page where they are changed.
import { browser } from 'wxt/browser';
import type { Shortcut } from '../../components/KeyList.tsx';

/** Of the commands of the manifest, in its order. */
export async function readShortcuts(): Promise<Shortcut[]> {
  const all = await browser.commands.getAll();
  return all.map(({ name = '', shortcut = '' }) => ({ name, keys: shortcut }));
}

/** Only the browser lets shortcuts be changed. */
export async function openShortcutSettings(): Promise<void> {
  if ('openShortcutSettings' in browser.commands && typeof browser.commands.openShortcutSettings === 'function') {
    await browser.commands.openShortcutSettings();
  } else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
