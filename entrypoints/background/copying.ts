// Keeps the second copy of the notes, and brings them back from it when the browser has lost the database.
import { browser } from 'wxt/browser';
import type { PressmarkDatabase } from '../../notes/database.ts';
import { restoreCopy } from '../../notes/exchange/restore-copy.ts';
import { importLock } from '../../notes/exchange/undo-import.ts';
import { type CopyStore, copyLock, copyRest, isLost, keepCopy, ownCopy } from '../../notes/second-copy.ts';
import { keepLoss } from '../backup/loss.ts';
import { logError } from '../errors/error-log.ts';
import { everythingChanged } from './articles.ts';

interface Copying {
  bulk: PressmarkDatabase;
  copy: CopyStore;
  last: Promise<void>;
}

let copying: Copying | undefined;
let waiting: Promise<void> | undefined;

/** @param bulk what the copying writes down can be done again */
export async function startCopying(db: PressmarkDatabase, bulk: PressmarkDatabase): Promise<void> {
  const copy = ownCopy();
  if (copy === undefined) return;
  copying = { bulk, copy, last: Promise.resolve() };
  await bringBack(db);
  await copyNow();
  await copyRest(db, copy);
}

/** Copies what was written before the call. A copy that cannot be made keeps nothing from being saved. */
export function copyNow(): Promise<void> {
  if (copying === undefined) return Promise.resolve();
  const { bulk, copy, last } = copying;
  waiting ??= last.then(async () => {
    waiting = undefined;
    try {
      await navigator.locks.request(copyLock, () => keepCopy(bulk, copy, stayAwake));
    } catch (error) {
      logError('background second copy', error);
    }
  });
  copying.last = waiting;
  return waiting;
}

/** Brings the notes back when the database is another than the copy's. */
export async function bringBack(db: PressmarkDatabase): Promise<void> {
  if (copying === undefined) return;
  const { bulk, copy } = copying;
  await navigator.locks.request(importLock, () => broughtBack(db, bulk, copy));
}

async function broughtBack(db: PressmarkDatabase, bulk: PressmarkDatabase, copy: CopyStore): Promise<void> {
  if (!(await isLost(db, copy))) return;
  const now = new Date();
  try {
    const restored = await restoreCopy(db, bulk, copy, now, stayAwake);
    await keepLoss({ at: now.getTime(), restored });
    await everythingChanged(db);
  } catch (error) {
    await keepLoss({ at: now.getTime() });
    throw error;
  }
}

/** A background that makes no call of the browser's is stopped after half a minute. */
function stayAwake(): void {
  browser.runtime.getPlatformInfo().catch(() => undefined);
}
