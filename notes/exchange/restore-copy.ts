// Brings the notes back from the second copy after the browser has lost the database: an import like any other, which
// merges with what was written since.
import type { PressmarkDatabase } from '../database.ts';
import { guarded } from '../failure.ts';
import { type CopyStore, copiedLines, copiedSettings, ownIt } from '../second-copy.ts';
import { bytesOf } from './export.ts';
import type { ReadableFile } from './file-text.ts';
import { importFile } from './import.ts';

/** The copy as a file. */
export function copyAsFile(copy: CopyStore, now: Date): ReadableFile {
  return { size: 0, stream: () => bytesOf(copiedLines(copy, now)) };
}

/**
 * Answers how many annotations were brought back.
 * @param onProgress told now and then, as long as it goes on
 */
export async function restoreCopy(
  db: PressmarkDatabase,
  bulk: PressmarkDatabase,
  copy: CopyStore,
  now: Date,
  onProgress?: () => void,
): Promise<number> {
  const file = copyAsFile(copy, now);
  const settings = await copiedSettings(copy);
  await guarded(db, () =>
    db.transaction('rw', db.settings, async () => {
      if (settings !== undefined && (await db.settings.count()) === 0)
        await db.settings.add({ ...settings, key: 'settings' });
    }),
  );
  const { id, added } = await importFile(db, file, { now, bulk, ...(onProgress === undefined ? {} : { onProgress }) });
  // It is nothing that the reader has done, and so nothing to undo.
  await guarded(db, () => db.imports.delete(id));
  await ownIt(db, copy);
  return added;
}
