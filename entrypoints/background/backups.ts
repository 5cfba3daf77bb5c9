// Writes backups into the folder of downloads: by itself when one is due, or when the reader asks for one.
import { browser } from 'wxt/browser';
import { offscreen } from '../../messages/callers.ts';
import { backupDue, backupName, hasNotes, slotAfter } from '../../notes/backups.ts';
import type { PressmarkDatabase } from '../../notes/database.ts';
import { readSettings } from '../../notes/settings.ts';
import { type BackupState, keepBackupState, readBackupState } from '../backup/backup-state.ts';
import { makeBackup } from '../backup/make-backup.ts';

/** One that failed is tried again after this time, ms. */
const tryAgain = 3_600_000;
/** How often a download is looked at, ms. */
const look = 200;

export async function backUpIfDue(db: PressmarkDatabase, now = new Date()): Promise<void> {
  const settings = await readSettings(db);
  const { written, failed } = await readBackupState();
  if (!backupDue(settings, written?.at, now) || !(await hasNotes(db))) return;
  if (failed !== undefined && failed.at <= now.getTime() && now.getTime() - failed.at < tryAgain) return;
  await backUp(db, now);
}

/** What became of it stands in the backup's state; one at a time. */
export async function backUp(db: PressmarkDatabase, now = new Date()): Promise<void> {
  await navigator.locks.request('pressmark-backup', { ifAvailable: true }, async (lock) => {
    if (lock !== null) await keepBackupState(await tried(db, now));
  });
}

async function tried(db: PressmarkDatabase, now: Date): Promise<BackupState> {
  const { written } = await readBackupState();
  const before = written === undefined ? {} : { written };
  const failedFor = (why: NonNullable<BackupState['failed']>['why']) => ({
    ...before,
    failed: { at: now.getTime(), why },
  });
  if (!(await browser.permissions.contains({ permissions: ['downloads'] }))) return failedFor('not-allowed');
  try {
    const { backupsKept } = await readSettings(db);
    const slot = slotAfter(written?.slot, backupsKept);
    const name = await backupName(db, slot);
    await download(db, name);
    return { written: { at: now.getTime(), slot, name } };
  } catch (error) {
    console.error('The backup was not written', error);
    return failedFor('not-written');
  }
}

async function download(db: PressmarkDatabase, name: string): Promise<void> {
  const { url, release } = await fileOf(db);
  try {
    const id = await browser.downloads.download({ url, filename: name, conflictAction: 'overwrite', saveAs: false });
    await finished(id);
  } finally {
    await release();
  }
}

async function fileOf(db: PressmarkDatabase): Promise<{ url: string; release: () => Promise<void> }> {
  if (import.meta.env.FIREFOX) {
    const url = await makeBackup(db);
    return { url, release: async () => URL.revokeObjectURL(url) };
  }
  const close = () => browser.offscreen.closeDocument();
  // One of a background that was stopped before its end.
  await close().catch(() => undefined);
  const justification = 'The address of a backup file can be made in a page alone.';
  await browser.offscreen.createDocument({ url: '/offscreen.html', reasons: ['BLOBS'], justification });
  return { url: await offscreen.call('makeBackup'), release: close };
}

/** @throws when the file was not written */
async function finished(id: number): Promise<void> {
  for (;;) {
    const [item] = await browser.downloads.search({ id });
    if (item?.state === 'complete') return;
    if (item?.state !== 'in_progress') throw new Error(item?.error ?? 'The download is gone');
    await new Promise((resolve) => setTimeout(resolve, look));
  }
}
