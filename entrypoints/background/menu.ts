// The entries for selected words in the context menu, and the keyboard commands: the same two things.
import { type Browser, browser } from 'wxt/browser';
import { type Colour, colours } from '../../core/annotation.ts';
import { openPanel } from '../../places/ways.ts';
import { withAnnotator } from './annotator.ts';

const noteEntry = 'note';
const highlightPrefix = 'highlight-';

const titles = {
  yellow: 'backgroundMenuHighlightYellow',
  green: 'backgroundMenuHighlightGreen',
  blue: 'backgroundMenuHighlightBlue',
  pink: 'backgroundMenuHighlightPink',
  purple: 'backgroundMenuHighlightPurple',
} as const satisfies Record<Colour, string>;

/** The colour of the keyboard command. */
const commandColour: Colour = 'yellow';

/** Menus outlive the background, not always the browser: made when installed and when the browser starts. */
export async function makeMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const colour of colours) add(highlightPrefix + colour, browser.i18n.getMessage(titles[colour]));
  add(noteEntry, browser.i18n.getMessage('backgroundMenuNote'));
}

export async function menuClicked(entry: string, tabId: number | undefined): Promise<void> {
  if (tabId === undefined) return;
  const colour = colours.find((each) => highlightPrefix + each === entry);
  if (colour !== undefined) await highlight(tabId, colour);
  else if (entry === noteEntry) await note(tabId);
}

export async function commandGiven(command: string, tab: Browser.tabs.Tab | undefined): Promise<void> {
  if (command === 'panel' && tab?.id !== undefined) return openPanel({ tabId: tab.id, windowId: tab.windowId });
  const tabId = tab?.id ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id;
  if (tabId === undefined) return;
  if (command === 'highlight') await highlight(tabId, commandColour);
  else if (command === 'note') await note(tabId);
}

async function highlight(tabId: number, colour: Colour): Promise<void> {
  await withAnnotator(tabId, (page) => page.call('highlightSelection', colour));
}

async function note(tabId: number): Promise<void> {
  await withAnnotator(tabId, (page) => page.call('noteOnSelection'));
}

function add(id: string, title: string): void {
  browser.contextMenus.create({
    id,
    title,
    contexts: ['selection'],
    documentUrlPatterns: ['http://*/*', 'https://*/*'],
  });
}
