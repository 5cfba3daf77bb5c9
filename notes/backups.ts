// Automatic backups: when one is due, and what its file is called. The files of a reader take turns: each new one stands
// in place of the oldest. So the number of files is kept without ever deleting one, which browsers allow for downloads of
// this session alone.
import { annotationCount, originOf } from './book.ts';
import type { PressmarkDatabase, Settings } from './database.ts';
import { guarded } from './failure.ts';

/** How many files a reader may choose to keep. */
export const backupsToKeep = ['3', '5', '10', '30'] as const;

const day = 86_400_000;
const periods: Readonly<Record<Settings['backupEvery'], number>> = {
  never: Number.POSITIVE_INFINITY,
  day,
  week: 7 * day,
};

/** A backup that was written, or tried. */
export interface LastBackup {
  /** In ms since 1970. */
  at: number;
  /** Which of the files it is, from 1. */
  slot: number;
  /** Path below the folder of downloads. */
  name: string;
}

/** @param last when one was written or tried last, in ms since 1970 */
export function backupDue(
  { backupEvery }: Pick<Settings, 'backupEvery'>,
  last: number | undefined,
  now: Date,
): boolean {
  if (backupEvery === 'never') return false;
  // A clock that was set back does not stop it.
  if (last === undefined || last > now.getTime()) return true;
  // A reader who opens the browser each morning at nine shall have one each day, not every other.
  return now.getTime() - last >= periods[backupEvery] - day / 8;
}

/** Which file comes next. */
export function slotAfter(last: number | undefined, kept: number): number {
  return last === undefined || last >= kept ? 1 : last + 1;
}

/**
 * What the file is called. The name of this database is in it: were the notes lost and a new database begun, its backups
 * would not stand in place of those that the lost notes are in.
 */
export async function backupName(db: PressmarkDatabase, slot: number): Promise<string> {
  const origin = await guarded(db, () => db.transaction('rw', db.machine, () => originOf(db)));
  return `Pressmark/pressmark-backup-${origin.slice(0, 6)}-${slot}.jsonl`;
}

/** Of an empty database no backup is made by itself. */
export async function hasNotes(db: PressmarkDatabase): Promise<boolean> {
  return (await guarded(db, () => annotationCount(db))) > 0;
}
