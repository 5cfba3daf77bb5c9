// Ways from one view of ours to another.
import { browser } from 'wxt/browser';
import { type LibraryState, start, writeAddress } from './library-address.ts';

/** Chromium has the one, Firefox the other, phones have neither. */
interface PanelApis {
  sidePanel?: { open(where: { windowId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
}

/**
 * Opens side panel or sidebar beside a tab; where the browser has neither, the same view in a tab of its own. Only
 * within a click or a keyboard command, and before anything was waited for: Firefox forgets the click.
 */
export async function openPanel({ tabId, windowId }: { tabId: number; windowId: number }): Promise<void> {
  const { sidePanel, sidebarAction } = browser as unknown as PanelApis;
  if (sidePanel !== undefined) await sidePanel.open({ windowId });
  else if (sidebarAction !== undefined) await sidebarAction.open();
  else await browser.tabs.create({ url: `${browser.runtime.getURL('/sidepanel.html')}?tab=${tabId}` });
}

/** Opens the library in a tab. */
export async function openLibrary(state: LibraryState = start): Promise<void> {
  await browser.tabs.create({ url: `${browser.runtime.getURL('/library.html')}${writeAddress(state)}` });
}
