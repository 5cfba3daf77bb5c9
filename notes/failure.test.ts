import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { newAnnotationId } from '../core/annotation.ts';
import { newestAnnotations, saveAnnotation } from './annotations.ts';
import { openDatabase } from './database.ts';
import { failureOf } from './failure.ts';
import { changeSettings, defaultSettings, marksShownOn, readSettings, toolbarShownOn } from './settings.ts';

const target = { source: 'https://a.example/', selector: [] };
const article = { url: 'https://a.example/', title: '' };

describe('a failing database', () => {
  it('says that the storage is full, and keeps nothing by halves', async () => {
    const db = openDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
    await db.open();
    vi.spyOn(db.annotations, 'bulkPut').mockRejectedValueOnce(new DOMException('full', 'QuotaExceededError'));
    const save = () => saveAnnotation(db, { id: newAnnotationId(0), target }, article, new Date());
    await expect(save()).rejects.toThrow('storage-full');
    expect(await db.articles.count()).toBe(0);
    await expect(save()).resolves.toHaveProperty('changeId');
  });

  it('says so when the quota ends a transaction from within', () => {
    const error = Object.assign(new Error('aborted'), {
      name: 'AbortError',
      inner: new DOMException('full', 'QuotaExceededError'),
    });
    expect(failureOf(error)).toMatchObject({ message: 'storage-full', name: 'AbortError' });
  });

  it('says that it cannot be opened', async () => {
    const broken = new IDBFactory();
    vi.spyOn(broken, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    const db = openDatabase({ indexedDB: broken, IDBKeyRange });
    await expect(newestAnnotations(db, 1)).rejects.toThrow('database-damaged');
  });

  it('says that it cannot be opened when nothing tells why', () => {
    expect(failureOf(new DOMException('', 'UnknownError'))).toMatchObject({ message: 'database-unavailable' });
  });

  it('says that an older page is in the way of its upgrade, and opens when that has gone', async () => {
    const indexedDB = new IDBFactory();
    const old = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('pressmark', 10);
      request.onsuccess = () => resolve(request.result);
    });
    const db = openDatabase({ indexedDB, IDBKeyRange });
    await expect(newestAnnotations(db, 1)).rejects.toThrow('database-blocked');
    old.close();
    await vi.waitFor(async () => expect(await newestAnnotations(db, 1)).toEqual([]), 5000);
  });

  it('leaves other errors as they are', () => {
    const mistake = new TypeError('a mistake of ours');
    expect(failureOf(mistake)).toBe(mistake);
    expect(failureOf('text')).toBe('text');
  });

  it('is opened again by the next call after it was closed', async () => {
    const db = openDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
    await saveAnnotation(db, { id: newAnnotationId(0), target }, article, new Date());
    db.close();
    expect(await newestAnnotations(db, 1)).toHaveLength(1);
  });

  it('leaves the database of a newer version as it is, and opens its own when that has gone', async () => {
    const factory = new IDBFactory();
    const done = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const newer = await done(factory.open('pressmark', 1000));
    newer.close();
    const db = openDatabase({ indexedDB: factory, IDBKeyRange });
    const save = () => saveAnnotation(db, { id: newAnnotationId(0), target }, article, new Date());
    await expect(save()).rejects.toThrow('database-unavailable');
    expect(await factory.databases()).toEqual([{ name: 'pressmark', version: 1000 }]);
    await done(factory.deleteDatabase('pressmark'));
    await expect(save()).resolves.toHaveProperty('changeId');
  });

  it('makes way for a newer version', async () => {
    const factory = new IDBFactory();
    const db = openDatabase({ indexedDB: factory, IDBKeyRange });
    await newestAnnotations(db, 1);
    const version = await new Promise<number>((resolve, reject) => {
      const request = factory.open('pressmark', 1000);
      request.onsuccess = () => resolve(request.result.version);
      request.onblocked = () => reject(new Error('blocked'));
    });
    expect(version).toBe(1000);
  });
});

describe('settings', () => {
  it('start with marks everywhere, and keep what is not changed', async () => {
    const db = openDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
    expect(await readSettings(db)).toEqual(defaultSettings);
    await Promise.all([changeSettings(db, { offSites: ['a.example'] }), changeSettings(db, { marks: false })]);
    expect(await readSettings(db)).toEqual({ ...defaultSettings, marks: false, offSites: ['a.example'] });
  });

  it('say whether names are marked on a site', () => {
    const settings = { ...defaultSettings, marksOffSites: ['a.example'] };
    expect(marksShownOn(settings, 'a.example')).toBe(false);
    expect(marksShownOn(settings, 'www.a.example')).toBe(false);
    expect(marksShownOn(settings, 'aa.example')).toBe(true);
    expect(marksShownOn(settings, 'b.example')).toBe(true);
    expect(marksShownOn({ ...settings, marks: false }, 'b.example')).toBe(false);
  });

  it('say whether the toolbar comes on a site', () => {
    const settings = { ...defaultSettings, toolbarOffSites: ['a.example'] };
    expect(toolbarShownOn(settings, 'a.example')).toBe(false);
    expect(toolbarShownOn(settings, 'b.example')).toBe(true);
    expect(toolbarShownOn({ ...settings, toolbar: false }, 'b.example')).toBe(false);
  });

  it('of an older version get the defaults of what it did not know', async () => {
    const db = openDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
    const old: unknown = { key: 'settings', marks: false, marksOffSites: ['a.example'], offSites: [] };
    await db.table('settings').put(old);
    expect(await readSettings(db)).toEqual({ ...defaultSettings, marks: false, marksOffSites: ['a.example'] });
  });
});
