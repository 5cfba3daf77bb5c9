import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { backupDue, backupName, hasNotes, slotAfter } from './backups.ts';
import { openDatabase } from './database.ts';

const now = new Date('2026-11-25T09:00:00Z');
const hoursAgo = (hours: number) => now.getTime() - hours * 3_600_000;

describe('a backup is due', () => {
  it('never by itself unless the reader wants it', () => {
    expect(backupDue({ backupEvery: 'never' }, undefined, now)).toBe(false);
  });

  it('at once when there is none yet, or the clock was set back', () => {
    expect(backupDue({ backupEvery: 'week' }, undefined, now)).toBe(true);
    expect(backupDue({ backupEvery: 'week' }, hoursAgo(-48), now)).toBe(true);
  });

  it('after a day or a week; a reader who comes some minutes earlier each day does not miss one', () => {
    expect(backupDue({ backupEvery: 'day' }, hoursAgo(12), now)).toBe(false);
    expect(backupDue({ backupEvery: 'day' }, hoursAgo(23.5), now)).toBe(true);
    expect(backupDue({ backupEvery: 'week' }, hoursAgo(6 * 24), now)).toBe(false);
    expect(backupDue({ backupEvery: 'week' }, hoursAgo(7 * 24), now)).toBe(true);
  });
});

it('as many files as the reader keeps take turns', () => {
  const slots: number[] = [];
  for (let round = 0; round < 5; round++) slots.push(slotAfter(slots.at(-1), 3));
  expect(slots).toEqual([1, 2, 3, 1, 2]);
  expect(slotAfter(9, 3)).toBe(1);
});

it('a new database writes into files of its own', async () => {
  const names = await Promise.all(
    [1, 2].map(() => backupName(openDatabase({ indexedDB: new IDBFactory(), IDBKeyRange }), 1)),
  );
  expect(names[0]).toMatch(/^Pressmark\/pressmark-backup-[0-9a-f]{6}-1\.jsonl$/);
  expect(names[0]).not.toBe(names[1]);
});

it('an empty database has nothing to back up', async () => {
  expect(await hasNotes(openDatabase({ indexedDB: new IDBFactory(), IDBKeyRange }))).toBe(false);
});
