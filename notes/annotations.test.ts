import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { type NewAnnotation, newAnnotationId, noteOf, quoteOf, tagsOf } from '../core/annotation.ts';
import {
  annotationById,
  annotationsOfArticle,
  deleteAnnotation,
  newestAnnotations,
  saveAnnotation,
  saveNote,
  setColour,
  setTags,
  undoChange,
} from './annotations.ts';
import { articleOf } from './articles.ts';
import { openDatabase, type PressmarkDatabase } from './database.ts';

const article = { url: 'https://news.example/harbour', title: 'Harbour wall to be rebuilt' };
const start = Date.parse('2026-11-20T08:00:00Z');

function database(factory = new IDBFactory()): PressmarkDatabase {
  return openDatabase({ indexedDB: factory, IDBKeyRange });
}

/** The time of the nth thing that the reader does, two minutes apart. */
function time(index: number): Date {
  return new Date(start + index * 120_000);
}

function highlight(exact: string, position: number, index = 0): NewAnnotation {
  return {
    id: newAnnotationId(time(index).getTime()),
    colour: 'yellow',
    target: {
      source: article.url,
      selector: [
        { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
        { type: 'TextPositionSelector', start: position, end: position + exact.length },
      ],
    },
  };
}

async function noteAt(db: PressmarkDatabase, id: string): Promise<string | undefined> {
  const annotation = await annotationById(db, id);
  return annotation && noteOf(annotation);
}

describe('saving', () => {
  it('keeps a repeated save as one annotation and answers the same change', async () => {
    const db = database();
    const made = highlight('the wall', 10);
    const first = await saveAnnotation(db, made, article, time(0));
    const again = await saveAnnotation(db, { ...made, colour: 'pink' }, article, time(1));
    expect(again).toEqual(first);
    const kept = await newestAnnotations(db, 10);
    expect(kept).toHaveLength(1);
    expect(kept[0]).toMatchObject({ colour: 'yellow', created: time(0).toISOString(), motivation: 'highlighting' });
  });

  it('answers the creation again when the annotation was changed in between', async () => {
    const db = database();
    const made = highlight('the wall', 10);
    const first = await saveAnnotation(db, made, article, time(0));
    await setColour(db, made.id, 'blue', time(1));
    expect(await saveAnnotation(db, made, article, time(2))).toEqual(first);
    expect((await annotationById(db, made.id))?.colour).toBe('blue');
  });

  it('keeps many saves made at once, all of one article', async () => {
    const db = database();
    const made = Array.from({ length: 40 }, (_, index) => highlight(`passage ${index}`, index, index));
    await Promise.all(made.map((each) => saveAnnotation(db, each, article, time(0))));
    expect(await db.articles.count()).toBe(1);
    const id = (await articleOf(db, article.url))?.id ?? '';
    expect(await annotationsOfArticle(db, id)).toHaveLength(40);
  });

  it('makes a note on the page, or on an entity, when it is new', async () => {
    const db = database();
    const create = {
      ...highlight('Maria Keller', 5),
      entity: { name: 'Maria Keller', type: 'Person' as const },
      article,
    };
    await saveNote(db, { id: create.id, value: 'The mayor.', create }, time(0));
    await saveNote(db, { id: create.id, value: 'The mayor since May.', base: 'The mayor.', create }, time(1));
    expect(await newestAnnotations(db, 5)).toMatchObject([
      {
        motivation: 'commenting',
        body: [
          { purpose: 'identifying', value: 'Maria Keller', entityType: 'Person' },
          { purpose: 'commenting', value: 'The mayor since May.' },
        ],
      },
    ]);
  });

  it('takes the words out when the note is emptied, and leaves the highlight', async () => {
    const db = database();
    const made = highlight('the wall', 10);
    await saveAnnotation(db, made, article, time(0));
    await saveNote(db, { id: made.id, value: 'why?' }, time(1));
    await saveNote(db, { id: made.id, value: '' }, time(2));
    expect(await annotationById(db, made.id)).toMatchObject({ motivation: 'highlighting', body: [], colour: 'yellow' });
  });

  it('refuses words for an annotation that never was', async () => {
    const db = database();
    await expect(saveNote(db, { id: newAnnotationId(start), value: 'x' }, time(0))).rejects.toThrow(
      'annotation-unknown',
    );
    await expect(setColour(db, 'none', 'blue', time(0))).rejects.toThrow('annotation-unknown');
    await expect(deleteAnnotation(db, 'none', time(0))).rejects.toThrow('annotation-unknown');
  });

  it('keeps the words of both windows that write one note', async () => {
    const db = database();
    const made = highlight('the wall', 10);
    await saveAnnotation(db, made, article, time(0));
    await saveNote(db, { id: made.id, value: 'from one', base: '' }, time(1));
    const second = await saveNote(db, { id: made.id, value: 'the other', base: '' }, time(1));
    const note = await noteAt(db, made.id);
    expect(note).toContain('from one');
    expect(note).toContain('the other');
    expect(second.note).toBe(note);
  });

  it('takes words for a deleted annotation without bringing it back', async () => {
    const db = database();
    const made = highlight('the wall', 10);
    await saveAnnotation(db, made, article, time(0));
    const { changeId } = await deleteAnnotation(db, made.id, time(1));
    await saveNote(db, { id: made.id, value: 'last words', base: '' }, time(2));
    expect(await annotationById(db, made.id)).toBeUndefined();
    await undoChange(db, changeId);
    expect(await noteAt(db, made.id)).toBe('last words');
  });
});

describe('undoing', () => {
  it('deletes what was made, softly', async () => {
    const db = database();
    const made = highlight('the wall', 10);
    const { changeId } = await saveAnnotation(db, made, article, time(0));
    await undoChange(db, changeId, time(1));
    expect(await newestAnnotations(db, 5)).toEqual([]);
    expect(await db.annotations.get(made.id)).toMatchObject({ deleted: time(1).getTime(), colour: 'yellow' });
  });

  it('brings back what was deleted, in a background that started anew', async () => {
    const factory = new IDBFactory();
    const made = highlight('the wall', 10);
    const before = database(factory);
    await saveAnnotation(before, made, article, time(0));
    const { changeId } = await deleteAnnotation(before, made.id, time(1));
    before.close();
    const after = database(factory);
    expect(await annotationById(after, made.id)).toBeUndefined();
    await undoChange(after, changeId);
    expect(await annotationById(after, made.id)).toMatchObject({ id: made.id, deleted: 0 });
  });

  it('brings back a colour and leaves the words written since', async () => {
    const db = database();
    const made = highlight('the wall', 10);
    await saveAnnotation(db, made, article, time(0));
    const { changeId } = await setColour(db, made.id, 'pink', time(1));
    await saveNote(db, { id: made.id, value: 'since', base: '' }, time(2));
    await undoChange(db, changeId);
    await undoChange(db, changeId);
    expect((await annotationById(db, made.id))?.colour).toBe('yellow');
    expect(await noteAt(db, made.id)).toBe('since');
  });

  it('brings back the tags that were there and leaves note and colour', async () => {
    const db = database();
    const made = highlight('the wall', 10);
    await saveAnnotation(db, made, article, time(0));
    await setTags(db, made.id, [' #Harbour ', 'two\nwords', 'harbour', ''], time(1));
    const kept = await db.annotations.get(made.id);
    expect(kept && tagsOf(kept)).toEqual(['Harbour', 'two words']);
    const { changeId } = await setTags(db, made.id, ['other'], time(2));
    expect(await setTags(db, made.id, ['other'], time(3))).toEqual({ changeId });
    await saveNote(db, { id: made.id, value: 'since', base: '' }, time(4));
    await undoChange(db, changeId);
    const undone = await db.annotations.get(made.id);
    expect(undone && [tagsOf(undone), noteOf(undone)]).toEqual([['Harbour', 'two words'], 'since']);
  });

  it('takes back a spell of writing as one', async () => {
    const db = database();
    const made = highlight('the wall', 10);
    await saveAnnotation(db, made, article, time(0));
    await saveNote(db, { id: made.id, value: 'before' }, time(1));
    const first = await saveNote(db, { id: made.id, value: 'before a' }, time(5));
    const second = await saveNote(db, { id: made.id, value: 'before ab' }, new Date(time(5).getTime() + 800));
    expect(second.changeId).toBe(first.changeId);
    await undoChange(db, second.changeId);
    expect(await noteAt(db, made.id)).toBe('before');
  });

  it('answers a repeated deletion with the change that deleted', async () => {
    const db = database();
    const made = highlight('the wall', 10);
    await saveAnnotation(db, made, article, time(0));
    const first = await deleteAnnotation(db, made.id, time(1));
    expect(await deleteAnnotation(db, made.id, time(2))).toEqual(first);
    const recoloured = highlight('the harbour', 20, 1);
    await saveAnnotation(db, recoloured, article, time(1));
    const colour = await setColour(db, recoloured.id, 'blue', time(2));
    expect(await setColour(db, recoloured.id, 'blue', time(3))).toEqual(colour);
  });

  it('passes over change ids that mean nothing', async () => {
    const db = database();
    const made = highlight('the wall', 10);
    await saveAnnotation(db, made, article, time(0));
    const other = highlight('the harbour', 20, 1);
    await saveAnnotation(db, other, article, time(1));
    const { changeId } = await deleteAnnotation(db, other.id, time(2));
    const number = changeId.split('/')[1];
    for (const id of ['', '/', 'x', `${made.id}/999`, `${made.id}/x`, `${made.id}/${number}`]) await undoChange(db, id);
    expect(await newestAnnotations(db, 5)).toHaveLength(1);
  });
});

describe('reading', () => {
  it('lists an article in reading order, notes on the page first', async () => {
    const db = database();
    const page: NewAnnotation = { id: newAnnotationId(start), target: { source: article.url, selector: [] } };
    for (const each of [highlight('third', 300, 1), highlight('second', 20, 2), page]) {
      await saveAnnotation(db, each, article, time(3));
    }
    const id = (await articleOf(db, article.url))?.id ?? '';
    expect((await annotationsOfArticle(db, id)).map(quoteOf)).toEqual(['', 'second', 'third']);
  });

  it('lists the newest of all articles first, without the deleted', async () => {
    const db = database();
    const made = [0, 1, 2, 3].map((index) => highlight(`passage ${index}`, index, index));
    for (const [index, each] of made.entries()) {
      await saveAnnotation(db, each, { url: `https://news.example/${index}`, title: '' }, time(9));
    }
    await deleteAnnotation(db, made[3]?.id ?? '', time(10));
    expect((await newestAnnotations(db, 2)).map((each) => each.id)).toEqual([made[2]?.id, made[1]?.id]);
  });
});
