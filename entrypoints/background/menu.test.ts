// The context menu and the keyboard commands do the same with the selected words.
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openDatabase, type PressmarkDatabase } from '../../notes/database.ts';
import { changeSettings } from '../../notes/settings.ts';
import { commandGiven, makeMenu, menuClicked, nameMenu } from './menu.ts';

const asked: { tabId: number; name: string; args: unknown[] }[] = [];
let answering: boolean;
let db: PressmarkDatabase;

beforeEach(() => {
  fakeBrowser.reset();
  asked.length = 0;
  db = openDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
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
  await makeMenu(db);
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

it('the menu calls the colours as the reader does', async () => {
  const update = vi.spyOn(fakeBrowser.contextMenus, 'update').mockResolvedValue(undefined);
  const said = vi.spyOn(fakeBrowser.i18n, 'getMessage');
  await changeSettings(db, { colourNames: { pink: 'who & why' } });
  await nameMenu(db);
  expect(update.mock.calls.map(([entry, { title }]) => [entry, title]).slice(2, 4)).toEqual([
    ['highlight-blue', 'backgroundMenuHighlightBlue'],
    ['highlight-pink', 'highlightAs'],
  ]);
  expect(said).toHaveBeenCalledWith('highlightAs', 'who && why');
});

it('keys lead through the page', async () => {
  const tab = { id: 5 } as NonNullable<Parameters<typeof commandGiven>[1]>;
  await commandGiven('next-highlight', tab);
  await commandGiven('previous-name', tab);
  expect(asked).toEqual([
    { tabId: 5, name: 'walk', args: ['highlight', 1] },
    { tabId: 5, name: 'walk', args: ['name', -1] },
  ]);
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
