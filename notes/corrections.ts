// What the reader has said of marks, and the names that they watch: kept, listed, taken back, part of a backup.
import { type Correction, correctionsFor } from '../core/entities/corrections.ts';
import type { WatchedName } from '../core/entities/watched-names.ts';
import type { PressmarkDatabase } from './database.ts';
import { guarded } from './failure.ts';

/** All of it. A backup has the rows of both tables (exchange/take-rest.ts). */
export interface Learned {
  corrections: readonly Correction[];
  watched: readonly WatchedName[];
}

/** Corrections newest first, watched names by name. */
export function readLearned(db: PressmarkDatabase): Promise<Learned> {
  return guarded(db, async () => {
    const [corrections, watched] = await Promise.all([db.corrections.reverse().toArray(), db.watched.toArray()]);
    return { corrections, watched: watched.sort((one, other) => one.name.localeCompare(other.name)) };
  });
}

/** What is to be applied to an article that is known under these addresses. */
export async function learnedFor(db: PressmarkDatabase, addresses: readonly string[]): Promise<Learned> {
  const { corrections, watched } = await readLearned(db);
  return { corrections: correctionsFor(corrections, addresses), watched };
}

/** Kept again under the same id it takes the place of what was kept before. */
export function keepCorrection(db: PressmarkDatabase, correction: Correction): Promise<void> {
  return guarded(db, async () => void (await db.corrections.put(correction)));
}

/** Answers what was taken back, so that it can be kept again. */
export function takeBackCorrection(db: PressmarkDatabase, id: string): Promise<Correction | undefined> {
  return guarded(db, () =>
    db.transaction('rw', db.corrections, async () => {
      const correction = await db.corrections.get(id);
      await db.corrections.delete(id);
      return correction;
    }),
  );
}

/** Names are kept without white space around them; empty and doubled aliases are left out. */
export function watchName(db: PressmarkDatabase, { id, name, aliases, type }: WatchedName): Promise<void> {
  const tidy = name.trim();
  const others = [...new Set(aliases.map((alias) => alias.trim()))].filter((alias) => alias !== '' && alias !== tidy);
  return guarded(db, async () => void (await db.watched.put({ id, name: tidy, aliases: others, type })));
}

export function unwatchName(db: PressmarkDatabase, id: string): Promise<void> {
  return guarded(db, () => db.watched.delete(id));
}
