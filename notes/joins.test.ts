import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { newAnnotationId } from '../core/annotation.ts';
import { annotationsOfArticle, saveAnnotation, undoChange } from './annotations.ts';
import { articleOf, articleShown, articleVisited, type Page } from './articles.ts';
import { openDatabase, type PressmarkDatabase } from './database.ts';
import { joinArticles, joinedTo, partArticle } from './joins.ts';
import { textHashOf } from './text-hash.ts';

const now = new Date('2026-11-20T08:00:00Z');
const text =
  'The ferry between the two islands will sail again from Monday, the harbour office said. Its engine was mended in the winter, and the crew has been trained on a new radar.';
const original = page('https://agency.example/article/ferry-sails-again');
const copy = page('https://portal.example/news/ferry-213045112.html');

function page(url: string): Page {
  const textHash = textHashOf(text);
  return { url, title: 'Island ferry to sail again', ...(textHash === undefined ? {} : { textHash }) };
}

async function annotate(db: PressmarkDatabase, article: Page): Promise<string> {
  const id = newAnnotationId(now.getTime());
  await saveAnnotation(db, { id, target: { source: article.url, selector: [] } }, article, now);
  return (await db.annotations.get(id))?.articleId ?? '';
}

async function countOn(db: PressmarkDatabase, article: Page): Promise<number> {
  const shown = await articleShown(db, article);
  return shown === undefined ? 0 : (await annotationsOfArticle(db, shown.id)).length;
}

function database(): PressmarkDatabase {
  return openDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
}

describe('a copy of an article', () => {
  it('shows the notes of the other from its first visit on, and says why', async () => {
    const db = database();
    const root = await annotate(db, original);
    expect((await articleVisited(db, copy, now))?.id).toBe(root);
    expect((await articleOf(db, copy.url))?.id).toBe(root);
    expect(await joinedTo(db, root)).toMatchObject([{ url: copy.url, joined: { to: root, by: 'text' } }]);
    expect(await annotate(db, copy)).toBe(root);
    expect([await countOn(db, original), await countOn(db, copy)]).toEqual([2, 2]);
  });

  it('is parted from it with its own notes, stays so, and comes back when that is undone', async () => {
    const db = database();
    const root = await annotate(db, original);
    await annotate(db, copy);
    const [joined] = await joinedTo(db, root);
    const { changeId } = await partArticle(db, joined?.id ?? '', now);
    expect([await countOn(db, original), await countOn(db, copy)]).toEqual([1, 1]);
    await articleVisited(db, copy, now);
    await annotate(db, copy);
    expect([await countOn(db, original), await countOn(db, copy)]).toEqual([1, 2]);
    const again = await undoChange(db, changeId, now);
    expect([await countOn(db, original), await countOn(db, copy)]).toEqual([3, 3]);
    await undoChange(db, again ?? '', now);
    expect([await countOn(db, original), await countOn(db, copy)]).toEqual([1, 2]);
  });

  it('is not known before its words are read', async () => {
    const db = database();
    const root = await annotate(db, original);
    const { textHash: _textHash, ...unread } = copy;
    const untitled = { ...unread, title: 'Portal' };
    expect(await articleShown(db, untitled)).toBeUndefined();
    expect((await articleShown(db, { ...copy, title: 'Ferry to sail again Monday' }))?.id).toBe(root);
  });
});

describe('a join by hand', () => {
  const other: Page = { url: 'https://third.example/story', title: 'Other words' };

  it('makes one article of two, and of those that were joined to them', async () => {
    const db = database();
    const root = await annotate(db, original);
    await annotate(db, copy);
    const third = await annotate(db, other);
    const { changeId } = await joinArticles(db, root, third, now);
    for (const each of [original, copy, other]) expect(await countOn(db, each)).toBe(3);
    expect((await joinedTo(db, third)).map((each) => each.url).sort()).toEqual([original.url, copy.url].sort());
    await undoChange(db, changeId, now);
    expect([await countOn(db, original), await countOn(db, copy), await countOn(db, other)]).toEqual([2, 2, 1]);
  });

  it('is refused where there is nothing to join', async () => {
    const db = database();
    const root = await annotate(db, original);
    const third = await annotate(db, other);
    await expect(joinArticles(db, root, root, now)).rejects.toThrow('article-unknown');
    await expect(joinArticles(db, root, 'none', now)).rejects.toThrow('article-unknown');
    await joinArticles(db, root, third, now);
    await expect(joinArticles(db, third, root, now)).rejects.toThrow('article-unknown');
    await expect(partArticle(db, third, now)).rejects.toThrow('article-unknown');
  });
});
