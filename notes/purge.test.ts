import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { newAnnotationId } from '../core/annotation.ts';
import { annotationById, deleteAnnotation, saveAnnotation, saveNote, undoChange } from './annotations.ts';
import { annotationCount } from './book.ts';
import { openDatabase, type PressmarkDatabase } from './database.ts';
import { purgeOld } from './purge.ts';

const start = Date.parse('2026-11-20T08:00:00Z');

function days(count: number): Date {
  return new Date(start + count * 86_400_000);
}

async function made(db: PressmarkDatabase, url: string): Promise<string> {
  const id = newAnnotationId(start);
  await saveAnnotation(db, { id, target: { source: url, selector: [] } }, { url, title: 'Story' }, days(0));
  return id;
}

describe('what was deleted', () => {
  it('can be brought back for thirty days, and leaves no word after them', async () => {
    const db = openDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
    const id = await made(db, 'https://a.example/one-two-three');
    await saveNote(db, { id, value: 'a secret' }, days(0));
    const { changeId } = await deleteAnnotation(db, id, days(1));
    expect(await purgeOld(db, days(30))).toBe(0);
    expect(await purgeOld(db, days(31.1))).toBe(1);
    await undoChange(db, changeId, days(32));
    const all = await Promise.all(db.tables.map((table) => table.toArray()));
    expect(JSON.stringify(all)).not.toContain('secret');
    expect(JSON.stringify(all)).not.toContain('a.example');
    expect(await db.deletions.toArray()).toMatchObject([{ id, at: days(1).getTime(), purged: true }]);
    expect(await purgeOld(db, days(40))).toBe(0);
  });

  it('does not take with it what stands on the same article, or was brought back', async () => {
    const db = openDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
    const url = 'https://a.example/one-two-three';
    const [kept, gone, back] = [await made(db, url), await made(db, url), await made(db, 'https://b.example/x')];
    await deleteAnnotation(db, gone, days(1));
    const { changeId } = await deleteAnnotation(db, back, days(1));
    await undoChange(db, changeId, days(2));
    expect(await purgeOld(db, days(60))).toBe(1);
    expect(await annotationById(db, kept)).toBeDefined();
    expect(await annotationById(db, back)).toBeDefined();
    expect(await db.articles.count()).toBe(2);
    expect(await annotationCount(db)).toBe(2);
  });
});
