// The context menu and the keyboard commands do the same with the selected words.
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { commandGiven, makeMenu, menuClicked } from './menu.ts';

const asked: { tabId: number; name: string; args: unknown[] }[] = [];
let answering: boolean;

beforeEach(() => {
  fakeBrowser.reset();
  asked.length = 0;
  answering = true;
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation((name) => name);
  const tabs: { sendMessage(tabId: number, message: { name: string; args: unknown[] }): Promise<unknown> } =
    fakeBrowser.tabs;
  vi.spyOn(tabs, 'sendMessage').mockImplementation(async (tabId, { name, args }) => {
    if (!answering) return undefined;
    asked.push({ tabId, name, args });
    return { ok: true };
  });
  vi.spyOn(fakeBrowser.scripting, 'executeScript').mockImplementation(async () => {
    answering = true;
    return [];
  });
});

it('the menu has an entry for each colour and one for a note, over selected words of web pages alone', async () => {
  vi.spyOn(fakeBrowser.contextMenus, 'removeAll').mockResolvedValue(undefined);
  const create = vi.spyOn(fakeBrowser.contextMenus, 'create').mockReturnValue('');
  await makeMenu();
  const entries = create.mock.calls.map(([entry]) => entry);
  expect(entries.map((entry) => entry.id)).toEqual([
    ...['yellow', 'green', 'blue', 'pink', 'purple'].map((colour) => `highlight-${colour}`),
    'note',
  ]);
  for (const entry of entries) {
    expect(entry.contexts).toEqual(['selection']);
    expect(entry.documentUrlPatterns).toEqual(['http://*/*', 'https://*/*']);
  }
});

it('an entry and its command reach the annotator of the tab', async () => {
  await menuClicked('highlight-pink', 4);
  await menuClicked('note', 4);
  await menuClicked('of another extension', 4);
  const tab = { id: 5 } as NonNullable<Parameters<typeof commandGiven>[1]>;
  await commandGiven('highlight', tab);
  await commandGiven('note', tab);
  expect(asked).toEqual([
    { tabId: 4, name: 'highlightSelection', args: ['pink'] },
    { tabId: 4, name: 'noteOnSelection', args: [] },
    { tabId: 5, name: 'highlightSelection', args: ['yellow'] },
    { tabId: 5, name: 'noteOnSelection', args: [] },
  ]);
});

it('a page without an annotator gets it first', async () => {
  answering = false;
  await menuClicked('note', 4);
  expect(fakeBrowser.scripting.executeScript).toHaveBeenCalledOnce();
  expect(asked).toEqual([{ tabId: 4, name: 'noteOnSelection', args: [] }]);
});
