// Keeps the second copy of the notes, and brings them back from it when the browser has lost the database.
import { browser } from 'wxt/browser';
import type { PressmarkDatabase } from '../../notes/database.ts';
import { restoreCopy } from '../../notes/exchange/restore-copy.ts';
import { importLock } from '../../notes/exchange/undo-import.ts';
import { type CopyStore, copyAround, copyLock, copyRest, copySome, isLost, ownCopy } from '../../notes/second-copy.ts';
import { keepLoss } from '../backup/loss.ts';
import { logError } from '../errors/error-log.ts';
import { everythingChanged } from './articles.ts';

interface Copying {
  bulk: PressmarkDatabase;
  copy: CopyStore;
}

let copying: Copying | undefined;
/** The copying that is under way, and whether something was written since it last looked. */
let running = false;
let again = false;
let pause: ReturnType<typeof setTimeout> | undefined;
/** ms */
const quiet = 2000;

/** @param bulk what the copying writes down can be done again */
export async function startCopying(db: PressmarkDatabase, bulk: PressmarkDatabase): Promise<void> {
  const copy = ownCopy();
  if (copy === undefined) return;
  copying = { bulk, copy };
  await bringBack(db);
  await copyRest(db, copy);
  await copyWritten();
}

/** Copies what was written, one piece after the other. */
export async function copyWritten(): Promise<void> {
  again = true;
  if (copying === undefined || running) return;
  const { bulk, copy } = copying;
  running = true;
  try {
    while (again) {
      again = false;
      while (await navigator.locks.request(copyLock, () => copySome(bulk, copy))) stayAwake();
    }
  } catch (error) {
    logError('background second copy', error);
  } finally {
    running = false;
  }
}

/** Copies the article of an annotation at once. A copy that cannot be made keeps nothing from being saved. */
export async function copyNow(annotationId: string): Promise<void> {
  if (copying === undefined) return;
  const { bulk, copy } = copying;
  try {
    await navigator.locks.request(copyLock, () => copyAround(bulk, copy, annotationId));
  } catch (error) {
    logError('background second copy', error);
  }
  // What is noted as uncopied is looked at once the reader pauses: the next save does not wait for it.
  clearTimeout(pause);
  pause = setTimeout(() => void copyWritten(), quiet);
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
