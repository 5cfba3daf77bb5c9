import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { type Annotation, newAnnotationId, tagsOf } from '../core/annotation.ts';
import { addAll } from './add-all.ts';
import { newestAnnotations, saveNote, undoChange } from './annotations.ts';
import { annotationCount } from './book.ts';
import { openDatabase } from './database.ts';
import { colourAll, deleteAll, tagAll } from './many.ts';

const now = new Date('2026-11-20T08:00:00Z');
const later = new Date('2026-11-20T09:00:00Z');

function made(count: number): { annotation: Annotation; article: { url: string; title: string } }[] {
  const article = { url: 'https://news.example/many', title: 'Many' };
  return Array.from({ length: count }, (_, index) => ({
    article,
    annotation: {
      id: newAnnotationId(now.getTime() + index),
      type: 'Annotation',
      motivation: 'highlighting',
      created: now.toISOString(),
      modified: now.toISOString(),
      colour: index % 2 === 0 ? 'yellow' : 'blue',
      body: [{ type: 'TextualBody', purpose: 'identifying', value: `Name ${index % 3}`, entityType: 'Person' }],
      target: {
        source: article.url,
        selector: [{ type: 'TextQuoteSelector', exact: `passage ${index}`, prefix: '', suffix: '' }],
      },
    },
  }));
}

async function filled(count: number) {
  const db = openDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
  const { added, changeId } = await addAll(db, made(count), newAnnotationId(now.getTime()), now);
  return { db, ids: added, changeId };
}

describe('many annotations in one go', () => {
  it('are all as before when it is stopped midway', async () => {
    const { db, ids } = await filled(1500);
    const stop = new AbortController();
    const tagging = tagAll(db, ids, { add: ['claim'] }, later, stop.signal);
    setTimeout(() => stop.abort(), 1);
    await expect(tagging).rejects.toThrow();
    const tags = (await db.annotations.toArray()).flatMap(tagsOf);
    expect(tags).toEqual([]);
    await tagAll(db, ids, { add: ['claim'] }, later);
    expect((await db.annotations.toArray()).flatMap(tagsOf)).toHaveLength(1500);
  });

  it('are coloured, and have each its own colour again when that is undone', async () => {
    const { db, ids } = await filled(2500);
    const { changeId } = await colourAll(db, ids, 'pink', later);
    expect(new Set((await db.annotations.toArray()).map((each) => each.colour))).toEqual(new Set(['pink']));
    const redo = await undoChange(db, changeId, later);
    const colours = (await db.annotations.toArray()).map((each) => each.colour);
    expect(colours.filter((each) => each === 'yellow')).toHaveLength(1250);
    expect(colours.filter((each) => each === 'blue')).toHaveLength(1250);
    await undoChange(db, redo ?? '', later);
    expect((await db.annotations.toArray()).every((each) => each.colour === 'pink')).toBe(true);
  });

  it('are given tags and lose others; a note on the page takes no colour', async () => {
    const { db, ids } = await filled(3);
    const create = { id: newAnnotationId(now.getTime()), target: { source: 'https://a.example/', selector: [] } };
    await saveNote(db, { id: create.id, value: 'page', create }, now);
    const all = [...ids, create.id, 'unknown'];
    await colourAll(db, all, 'green', later);
    expect((await db.annotations.get(create.id))?.colour).toBeUndefined();
    await tagAll(db, all, { add: ['a', 'b'] }, now);
    const { changeId } = await tagAll(db, all, { add: ['c'], remove: ['a'] }, later);
    const tags = async () => (await db.annotations.toArray()).map((each) => tagsOf(each).join());
    expect(new Set(await tags())).toEqual(new Set(['b,c']));
    await undoChange(db, changeId, later);
    expect(new Set(await tags())).toEqual(new Set(['a,b']));
  });

  it('are deleted and come back, and the counts go with them', async () => {
    const { db, ids } = await filled(6);
    expect(await db.entities.count()).toBe(3);
    const { changeId } = await deleteAll(db, ids.slice(0, 5), later);
    expect(await annotationCount(db)).toBe(1);
    expect(await db.entities.toArray()).toMatchObject([{ name: 'Name 2', count: 1 }]);
    expect(await db.deletions.count()).toBe(5);
    await undoChange(db, changeId, later);
    expect(await annotationCount(db)).toBe(6);
    expect((await db.entities.toArray()).map((entity) => entity.count)).toEqual([2, 2, 2]);
    expect(await db.deletions.count()).toBe(0);
  });

  it('that came in by an import go again as one, and an import repeated doubles nothing', async () => {
    const { db, changeId } = await filled(0);
    const notes = made(1500);
    const action = newAnnotationId(now.getTime());
    await addAll(db, notes.slice(0, 1000), action, now);
    const last = await addAll(db, notes, action, now);
    expect(last.added).toHaveLength(500);
    expect(await annotationCount(db)).toBe(1500);
    expect(await db.articles.count()).toBe(1);
    const undone = await undoChange(db, last.changeId, later);
    expect(await newestAnnotations(db, 5)).toEqual([]);
    expect((await addAll(db, notes, action, now)).added).toEqual([]);
    await undoChange(db, undone ?? '', later);
    expect(await annotationCount(db)).toBe(1500);
    expect(changeId).toContain('many/');
  });
});
