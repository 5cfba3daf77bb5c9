// Each file in saved/ is a database as that version of Pressmark left it.
import { readdirSync, readFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { noteOf } from '../core/annotation.ts';
import { annotationById, annotationOf, annotationsOfArticle, saveNote, undoChange } from './annotations.ts';
import { articleOf } from './articles.ts';
import { annotationCount } from './book.ts';
import { openDatabase, type PressmarkDatabase, type StoredAnnotation, type StoredArticle } from './database.ts';
import { readSettings } from './settings.ts';

interface SavedDatabase {
  version: number;
  stores: Record<string, string>;
  rows: { annotations: StoredAnnotation[]; articles: StoredArticle[]; [table: string]: object[] };
}

const folder = new URL('saved/', import.meta.url);
const versions = readdirSync(folder).map((file) => file.replace('.json', ''));

function savedAs(version: string): SavedDatabase {
  return JSON.parse(readFileSync(new URL(`${version}.json`, folder), 'utf8'));
}

async function upgraded({ version, stores, rows }: SavedDatabase): Promise<PressmarkDatabase> {
  const indexedDB = new IDBFactory();
  const old = new Dexie('pressmark', { indexedDB, IDBKeyRange });
  old.version(version).stores(stores);
  await old.open();
  for (const [table, content] of Object.entries(rows)) await old.table(table).bulkAdd(content);
  old.close();
  return openDatabase({ indexedDB, IDBKeyRange });
}

describe.each(versions)('a database of %s', (name) => {
  const saved = savedAs(name);

  it('keeps every annotation and every article as it was', async () => {
    const db = await upgraded(saved);
    for (const before of saved.rows.annotations) {
      expect(await db.annotations.get(before.id)).toEqual(before);
    }
    for (const { addresses: _addresses, ...article } of saved.rows.articles) {
      expect(await articleOf(db, article.url)).toMatchObject(article);
    }
    expect(await db.annotations.count()).toBe(saved.rows.annotations.length);
  });

  it('counts its annotations and the entities that they are about, without the deleted', async () => {
    const db = await upgraded(saved);
    const live = saved.rows.annotations.filter((each) => each.deleted === 0);
    expect(await annotationCount(db)).toBe(live.length);
    expect(await db.entities.toArray()).toEqual([
      { id: 'Person:maria keller', name: 'Maria Keller', type: 'Person', count: 1 },
    ]);
    const deleted = saved.rows.annotations.find((each) => each.deleted > 0);
    expect(await db.deletions.toArray()).toMatchObject([{ id: deleted?.id, at: deleted?.deleted }]);
  });

  it('keeps the settings, and has the new ones at their defaults', async () => {
    const db = await upgraded(saved);
    expect(await readSettings(db)).toMatchObject({
      marks: false,
      marksOffSites: ['coast.example'],
      backupEvery: 'never',
    });
  });

  it('undoes what was done before the upgrade, and goes on being written', async () => {
    const db = await upgraded(saved);
    const [deleted] = await db.deletions.toArray();
    const changes = await db.log
      .where('annotationId')
      .equals(deleted?.id ?? '')
      .toArray();
    await undoChange(db, `${deleted?.id}/${changes.at(-1)?.action}`);
    expect((await annotationById(db, deleted?.id ?? ''))?.deleted).toBe(0);
    const [article] = saved.rows.articles;
    const [first] = await annotationsOfArticle(db, article?.id ?? '');
    if (first === undefined) throw new Error('nothing on the article');
    await saveNote(db, { id: first.id, value: 'After the upgrade', base: noteOf(first) }, new Date());
    const after = await annotationById(db, first.id);
    expect(after && noteOf(after)).toBe('After the upgrade');
    expect(after && Object.keys(annotationOf(after))).not.toContain('changed');
  });
});
