// The entries for selected words in the context menu, and the keyboard commands: the same two things.
import { type Browser, browser } from 'wxt/browser';
import { type Colour, type ColourNames, colours } from '../../core/annotation.ts';
import type { PressmarkDatabase } from '../../notes/database.ts';
import { readSettings } from '../../notes/settings.ts';
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

/** Commands that lead through the page. */
const walks = new Map<string, ['highlight' | 'name', -1 | 1]>([
  ['next-highlight', ['highlight', 1]],
  ['previous-highlight', ['highlight', -1]],
  ['next-name', ['name', 1]],
  ['previous-name', ['name', -1]],
]);

/** The colour of the keyboard command. */
const commandColour: Colour = 'yellow';

/** Menus outlive the background, not always the browser: made when installed and when the browser starts. */
export async function makeMenu(db: PressmarkDatabase): Promise<void> {
  await browser.contextMenus.removeAll();
  const names = await colourNamesIn(db);
  for (const colour of colours) add(highlightPrefix + colour, titleOf(colour, names));
  add(noteEntry, browser.i18n.getMessage('backgroundMenuNote'));
}

/** The reader has given the colours other names. */
export async function nameMenu(db: PressmarkDatabase): Promise<void> {
  const names = await colourNamesIn(db);
  for (const colour of colours) {
    await browser.contextMenus.update(highlightPrefix + colour, { title: titleOf(colour, names) });
  }
}

function titleOf(colour: Colour, names: ColourNames): string {
  const name = names[colour];
  // In a menu the sign stands for the key to the letter after it.
  if (name) return browser.i18n.getMessage('highlightAs', name.replaceAll('&', '&&'));
  return browser.i18n.getMessage(titles[colour]);
}

/** A menu there is also while the settings cannot be read. */
async function colourNamesIn(db: PressmarkDatabase): Promise<ColourNames> {
  try {
    return (await readSettings(db)).colourNames;
  } catch {
    return {};
  }
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
  const way = walks.get(command);
  if (way !== undefined) await withAnnotator(tabId, (page) => page.call('walk', ...way));
}

/** The commands of the manifest with the keys that they have now: the reader can change them. */
export async function shortcuts(): Promise<{ name: string; keys: string }[]> {
  const all = await browser.commands.getAll();
  return all.map(({ name = '', shortcut = '' }) => ({ name, keys: shortcut }));
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
