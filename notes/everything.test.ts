import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import { openDatabase } from './database.ts';
import { countEverything, deleteEverything } from './everything.ts';
import { changeSettings, readSettings } from './settings.ts';

it('tells how far it is, and leaves all as it was when it is cancelled midway', async () => {
  const db = openDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
  await changeSettings(db, { offSites: ['bank.example'] });
  const stop = new AbortController();
  const told: number[] = [];
  const onProgress = (done: number): void => {
    told.push(done);
    if (done > 0.9) stop.abort();
  };
  await expect(deleteEverything(db, { onProgress, signal: stop.signal })).rejects.toThrow();
  expect(told.length).toBeGreaterThan(3);
  expect((await readSettings(db)).offSites).toEqual(['bank.example']);
  await deleteEverything(db);
  expect((await readSettings(db)).offSites).toEqual([]);
  expect(await countEverything(db)).toEqual({ annotations: 0, articles: 0 });
});
