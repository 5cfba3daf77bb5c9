import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { newAnnotationId, noteOf } from '../core/annotation.ts';
import { deleteAnnotation, newestAnnotations, saveNote, setTags } from './annotations.ts';
import { openDatabase, type PressmarkDatabase } from './database.ts';
import { restoreCopy } from './exchange/restore-copy.ts';
import { joinArticles } from './joins.ts';
import { type CopyStore, copyAround, copyRest, copySome, isLost } from './second-copy.ts';
import { changeSettings, readSettings } from './settings.ts';

const now = new Date('2026-11-25T10:00:00Z');
let db: PressmarkDatabase;
let entries: Map<string, string>;
let copy: CopyStore;

const empty = () => openDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });

beforeEach(() => {
  db = empty();
  entries = new Map();
  copy = {
    put: async (name, text) => void entries.set(name, text),
    read: async (name) => entries.get(name),
    remove: async (name) => void entries.delete(name),
    names: async () => [...entries.keys()],
  };
});

async function write(value: string, source = 'https://news.example/story'): Promise<string> {
  const id = newAnnotationId(Date.now());
  const article = { url: source, title: 'A story' };
  await saveNote(db, { id, value, base: '', create: { id, target: { source, selector: [] }, article } }, now);
  return id;
}

async function copyAll(which: PressmarkDatabase, into: CopyStore): Promise<void> {
  while (await copySome(which, into));
}

const notesIn = async (which: PressmarkDatabase) => (await newestAnnotations(which, 100)).map(noteOf).sort();

describe('a database that the browser has lost', () => {
  it('is known by its copy, and comes back with every note, tag, join and deletion', async () => {
    const first = await write('One');
    await write('Two', 'https://news.example/other');
    const gone = await write('Gone');
    await deleteAnnotation(db, gone, now);
    await setTags(db, first, ['harbour'], now);
    const [one, two] = await db.articles.toArray();
    await joinArticles(db, one?.id ?? '', two?.id ?? '', now);
    await changeSettings(db, { backupEvery: 'week', offSites: ['quiet.example'] });
    await copyAll(db, copy);
    await copyRest(db, copy);
    expect(await isLost(db, copy)).toBe(false);

    const fresh = empty();
    expect(await isLost(fresh, copy)).toBe(true);
    expect(await restoreCopy(fresh, fresh, copy, now)).toBe(3);
    expect(await isLost(fresh, copy)).toBe(false);
    expect(await fresh.annotations.toArray()).toEqual(await db.annotations.toArray());
    expect(await fresh.articles.toArray()).toEqual(await db.articles.toArray());
    expect(await readSettings(fresh)).toMatchObject({ backupEvery: 'week', offSites: ['quiet.example'] });
    expect(await fresh.imports.count()).toBe(0);
  });

  it('keeps what was written since it was begun anew', async () => {
    await write('Before');
    await copyAll(db, copy);
    db = empty();
    await write('After');
    await copyAll(db, copy);
    expect(await isLost(db, copy)).toBe(true);
    await restoreCopy(db, db, copy, now);
    expect(await notesIn(db)).toEqual(['After', 'Before']);
  });
});

describe('the second copy', () => {
  it('holds a note as soon as it was copied, and the newest words of it alone', async () => {
    const id = await write('One');
    await copyAll(db, copy);
    await saveNote(db, { id, value: 'One and a half', base: 'One' }, now);
    await copyAll(db, copy);
    expect([...entries.values()].join('')).toContain('One and a half');
    expect(await db.uncopied.count()).toBe(0);
    expect(entries.size).toBe(2);
  });

  it('is made anew of all notes when it is not there', async () => {
    await write('One');
    await write('Two', 'https://news.example/other');
    await copyAll(db, copy);
    entries.clear();
    await copyAll(db, copy);
    const fresh = empty();
    await restoreCopy(fresh, fresh, copy, now);
    expect(await notesIn(fresh)).toEqual(['One', 'Two']);
  });

  it('goes on where it was stopped', async () => {
    await db.transaction('rw', db.written, async () => {
      await db.uncopied.add({ articleIds: Array.from({ length: 250 }, (_, index) => `${index}`) });
    });
    entries.set('owner', 'here');
    for (let piece = 0; piece < 10; piece++) expect(await copySome(db, copy)).toBe(true);
    expect((await db.uncopied.toArray()).map(({ articleIds }) => articleIds.length)).toEqual([50]);
    await copyAll(db, copy);
    expect(await db.uncopied.count()).toBe(0);
  });

  it('has an article at once, while others wait for their turn', async () => {
    const id = await write('Now');
    await copyAround(db, copy, id);
    expect([...entries.values()].join('')).toContain('Now');
    expect(await db.uncopied.count()).toBe(2);
  });

  it('of an empty database has nothing to bring back', async () => {
    await copyAll(db, copy);
    expect(await isLost(empty(), copy)).toBe(false);
  });
});
