// What became of the last automatic backup. Beside the database and not in it: it has to outlast its loss.
import { browser } from 'wxt/browser';
import type { LastBackup } from '../../notes/backups.ts';

const key = 'backup';

export interface BackupState {
  /** The last that was written. */
  written?: LastBackup;
  /** The last try failed: when, in ms since 1970, and why. */
  failed?: { at: number; why: 'not-allowed' | 'not-written' };
}

export async function readBackupState(): Promise<BackupState> {
  const stored = await browser.storage.local.get<Record<string, BackupState>>(key);
  return stored[key] ?? {};
}

export async function keepBackupState(state: BackupState): Promise<void> {
  await browser.storage.local.set({ [key]: state });
}

/** Calls back when a backup was written or failed. Returns its stop. */
export function watchBackupState(changed: () => void): () => void {
  const listener = (changes: Record<string, unknown>): void => {
    if (key in changes) changed();
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => browser.storage.local.onChanged.removeListener(listener);
}
