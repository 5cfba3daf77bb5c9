// Corrections as the card makes them and the page sees them; without the tagger's file handles alone are recognised.
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { NameCorrection } from '../../messages/protocol.ts';
import type { Sender } from '../../messages/wire.ts';
import { watchName } from '../../notes/corrections.ts';
import { openDatabase, type PressmarkDatabase } from '../../notes/database.ts';
import { openArticle } from './articles.ts';
import { correctName, undoCorrection } from './corrections.ts';
import { recogniseFor } from './entities.ts';

const text = 'The office writes as @harbour_wall on Instagram. Ask @harbour_wall about Skarn Ltd.';
const handle = { name: '@harbour_wall', type: 'Handle', form: '@harbour_wall', before: '', after: '' } as const;
const told: string[] = [];
let db: PressmarkDatabase;

function page(id: number, url: string): Sender {
  return { id: fakeBrowser.runtime.id, frameId: 0, url, tab: { id, url, title: '' } } as Sender;
}

const one = page(1, 'https://news.example/one');
const two = page(2, 'https://news.example/two');
const markedIn = async (sender: Sender): Promise<string[]> =>
  (await recogniseFor(db, sender, { text, links: [] })).mentions.map(({ start, end }) => text.slice(start, end));
const correction = (change: Partial<NameCorrection>): NameCorrection => ({
  ...handle,
  reach: 'always',
  fix: { what: 'not-a-name' },
  ...change,
});

beforeEach(async () => {
  fakeBrowser.reset();
  told.length = 0;
  db = openDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
  vi.spyOn(console, 'error').mockImplementation(() => {});
  for (const name of ['setIcon', 'setTitle'] as const) vi.spyOn(fakeBrowser.action, name).mockResolvedValue(undefined);
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockReturnValue('');
  const tabs: { sendMessage(tabId: number, message: { name: string }): Promise<unknown> } = fakeBrowser.tabs;
  vi.spyOn(tabs, 'sendMessage').mockImplementation(async (tabId, { name }) => {
    told.push(`${name} ${tabId}`);
    return { ok: true };
  });
  for (const sender of [one, two]) await openArticle(db, sender, { url: sender.url ?? '', title: 'Title' });
});

it('holds where it was said to hold, is told to every open article, and can be taken back', async () => {
  const here = await correctName(db, 1, correction({ reach: 'article' }));
  expect(told).toEqual(['namesChanged 1', 'namesChanged 2']);
  expect(await markedIn(one)).toEqual([]);
  expect(await markedIn(two)).toEqual(['@harbour_wall', '@harbour_wall']);
  const everywhere = await correctName(db, 1, correction({}));
  expect(await markedIn(two)).toEqual([]);
  await undoCorrection(db, here);
  await undoCorrection(db, everywhere);
  expect(await markedIn(one)).toEqual(['@harbour_wall', '@harbour_wall']);
});

it('of one mention knows it by the words beside it', async () => {
  await correctName(db, 1, correction({ reach: 'mention', before: 'Instagram. Ask ', after: ' about Skarn Ltd.' }));
  expect(await markedIn(one)).toEqual(['@harbour_wall']);
});

it('keeps no article for what is said for good, and none where there is none', async () => {
  await correctName(db, 9, correction({}));
  expect((await db.corrections.toArray()).map((each) => each.article)).toEqual([undefined]);
  await expect(correctName(db, 9, correction({ reach: 'article' }))).rejects.toThrow('no-article');
});

it('stands beside the names to watch, which are marked in any article', async () => {
  await watchName(db, { id: 'w', name: 'Skarn Ltd', aliases: [], type: 'Organization' });
  expect(await markedIn(two)).toEqual(['@harbour_wall', '@harbour_wall', 'Skarn Ltd']);
});
