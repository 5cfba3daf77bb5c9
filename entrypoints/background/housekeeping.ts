// What is done once in a while: the trash is emptied of what is older than its days. The browser starts the background
// for many reasons; the first of them in six hours does it.
import { browser } from 'wxt/browser';
import type { PressmarkDatabase } from '../../notes/database.ts';
import { purgeOld } from '../../notes/purge.ts';

const key = 'housekeeping';
/** In ms. */
const interval = 6 * 3_600_000;

export async function keepHouse(db: PressmarkDatabase, now = new Date()): Promise<void> {
  const last = (await browser.storage.local.get<Record<string, number>>(key))[key] ?? 0;
  // A clock that was set back does not stop it.
  if (now.getTime() - last < interval && last <= now.getTime()) return;
  await browser.storage.local.set({ [key]: now.getTime() });
  await purgeOld(db, now);
}
