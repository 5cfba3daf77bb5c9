import { describe, expect, it } from 'vitest';
import { noteOf, quoteOf, tagsOf } from '../../core/annotation.ts';
import { deleteAnnotation, saveNote, setColour } from '../annotations.ts';
import { annotationCount } from '../book.ts';
import type { PressmarkDatabase } from '../database.ts';
import { changeSettings, readSettings } from '../settings.ts';
import { type ExportOptions, exportFile } from './export.ts';
import { importFile, previewImport } from './import.ts';
import { databaseWith, emptyDatabase } from './made-library.ts';
import { finishedImports, takeBackUnfinished, undoImport } from './undo-import.ts';

const now = new Date('2026-11-25T10:00:00.000Z');
const later = new Date('2026-11-25T11:00:00.000Z');
const exporting: ExportOptions = { now, words: { lang: 'en', title: 'Notes' } };

const hypothesis = (id: string, more: object = {}) => ({
  id,
  created: '2024-05-01T10:00:00.000000+00:00',
  updated: '2024-05-02T10:00:00.000000+00:00',
  uri: 'https://courier.example/harbour?utm_source=feed',
  text: `Note ${id}`,
  tags: ['port'],
  document: { title: ['The harbour'] },
  target: [
    { source: 'https://courier.example/harbour', selector: [{ type: 'TextQuoteSelector', exact: `words ${id}` }] },
  ],
  ...more,
});

const fileOf = (value: unknown) => new File([JSON.stringify(value)], 'notes.json');
const three = fileOf({ annotations: [hypothesis('one'), hypothesis('two'), hypothesis('three')] });

async function words(db: PressmarkDatabase): Promise<string[]> {
  const all = await db.annotations.toArray();
  return all
    .filter((each) => each.deleted === 0)
    .map((each) => `${quoteOf(each)}: ${noteOf(each)}`)
    .sort();
}

describe('an import', () => {
  it('says before what it does, and does it', async () => {
    const db = emptyDatabase();
    const preview = await previewImport(db, three, { now });
    expect(preview).toMatchObject({ format: 'hypothesis', added: 3, doubles: 0, articles: 1, refused: { count: 0 } });
    expect(await db.annotations.count()).toBe(0);
    expect(await importFile(db, three, { now })).toMatchObject({ added: 3, articles: 1 });
    expect(await words(db)).toEqual(['words one: Note one', 'words three: Note three', 'words two: Note two']);
    expect(await annotationCount(db)).toBe(3);
    const [first] = await db.annotations.toArray();
    expect(first).toMatchObject({ created: '2024-05-01T10:00:00.000Z', colour: 'yellow' });
    expect(first && tagsOf(first)).toEqual(['port']);
  });

  it('adds nothing when it is done again, also with the words alone in another format', async () => {
    const db = emptyDatabase();
    await importFile(db, three, { now });
    expect(await importFile(db, three, { now })).toMatchObject({ added: 0, updated: 0, doubles: 3, articles: 0 });
    const rows = ['Highlight,Title,URL,Note', 'words one,,https://courier.example/harbour,Note one'].join('\n');
    const readwise = new File([rows], 'x.csv');
    expect(await importFile(db, readwise, { now })).toMatchObject({ format: 'readwise', added: 0, doubles: 1 });
  });

  it('takes the same entry once when the file has it twice', async () => {
    const db = emptyDatabase();
    const doubled = fileOf([hypothesis('one'), hypothesis('one')]);
    expect(await previewImport(db, doubled, { now })).toMatchObject({ added: 1, doubles: 1 });
    expect(await importFile(db, doubled, { now })).toMatchObject({ added: 1, doubles: 1 });
  });

  it('takes what is newer in the file, field by field, and leaves what is newer here', async () => {
    const db = emptyDatabase();
    await importFile(db, three, { now });
    const [first, second] = await db.annotations.toArray();
    if (first === undefined || second === undefined) throw new Error('nothing was imported');
    await saveNote(db, { id: first.id, value: 'Written here' }, now);
    const newer = (id: string, updated: string) => hypothesis(id, { updated, text: `Newer ${id}` });
    const named = (each: typeof first) => quoteOf(each).replace('words ', '');
    const file = fileOf([newer(named(first), '2025-01-01T00:00:00Z'), newer(named(second), '2025-01-01T00:00:00Z')]);
    expect(await importFile(db, file, { now: later })).toMatchObject({ added: 0, updated: 1, doubles: 1 });
    const [kept, taken] = await db.annotations.bulkGet([first.id, second.id]);
    expect(kept && noteOf(kept)).toBe('Written here');
    expect(taken && noteOf(taken)).toBe(`Newer ${named(second)}`);
  });

  it('brings back from the trash what the file still has, and deletes nothing', async () => {
    const db = emptyDatabase();
    await importFile(db, three, { now });
    const backup = await exportFile(db, 'backup', exporting);
    const [first] = await db.annotations.toArray();
    await deleteAnnotation(db, first?.id ?? '', later);
    const withoutFirst = await exportFile(db, 'backup', exporting);
    expect(await importFile(db, backup, { now: later })).toMatchObject({ returned: 1, doubles: 2 });
    expect(await annotationCount(db)).toBe(3);
    expect(await importFile(db, withoutFirst, { now: later })).toMatchObject({ returned: 0, doubles: 3 });
    expect(await annotationCount(db)).toBe(3);
  });

  it('knows the article by any of its addresses, and a backup keeps to the article that is here', async () => {
    const db = emptyDatabase();
    await importFile(db, three, { now });
    const other = emptyDatabase();
    await importFile(other, fileOf([hypothesis('four')]), { now });
    const backup = await exportFile(other, 'backup', exporting);
    expect(await importFile(db, backup, { now })).toMatchObject({ added: 1, articles: 0 });
    expect(await db.articles.count()).toBe(1);
    const [article] = await db.articles.toArray();
    expect(
      await db.annotations
        .where('articleId')
        .equals(article?.id ?? '')
        .count(),
    ).toBe(4);
  });

  it('takes over sites that are switched off, and the switches only where none were set', async () => {
    const source = emptyDatabase();
    await changeSettings(source, { marks: false, offSites: ['a.example'] });
    const backup = await exportFile(source, 'backup', exporting);
    const fresh = emptyDatabase();
    expect(await importFile(fresh, backup, { now })).toMatchObject({ settings: true, added: 0 });
    expect(await readSettings(fresh)).toMatchObject({ marks: false, offSites: ['a.example'] });
    const used = emptyDatabase();
    await changeSettings(used, { offSites: ['b.example'] });
    const { id } = await importFile(used, backup, { now });
    expect(await readSettings(used)).toMatchObject({ marks: true, offSites: ['b.example', 'a.example'] });
    await undoImport(used, id, { now });
    expect(await readSettings(used)).toMatchObject({ marks: true, offSites: ['b.example'] });
  });

  it('brings names that are watched, corrections, and searches that were saved, once', async () => {
    const source = emptyDatabase();
    await source.watched.add({ id: 'w', name: 'Maria Keller', type: 'Person', aliases: [] });
    await source.corrections.add({
      id: 'c',
      made: '2026-11-20T08:00:00.000Z',
      name: 'Skarn',
      type: 'Person',
      form: 'Skarn',
      reach: 'always',
      fix: { what: 'kind', type: 'Place' },
    });
    await source.savedSearches.add({ id: 's', name: 'Harbour', query: 'tag:port', at: 1, origin: 'm' });
    const backup = await exportFile(source, 'backup', exporting);
    const db = emptyDatabase();
    const { id } = await importFile(db, backup, { now });
    await importFile(db, backup, { now });
    const counts = () => Promise.all([db.watched, db.corrections, db.savedSearches].map((table) => table.count()));
    expect(await counts()).toEqual([1, 1, 1]);
    expect((await db.corrections.toArray())[0]?.fix).toEqual({ what: 'kind', type: 'Place' });
    await undoImport(db, id, { now });
    expect(await counts()).toEqual([0, 0, 0]);
  });
});

describe('an import that is undone', () => {
  it('leaves everything as it was before', async () => {
    const db = emptyDatabase();
    await importFile(db, fileOf([hypothesis('one')]), { now: new Date('2024-06-01') });
    const annotations = await db.annotations.toArray();
    const articles = await db.articles.toArray();
    const file = fileOf([
      hypothesis('one', { updated: '2025-01-01T00:00:00Z', text: 'Newer', tags: ['other'] }),
      hypothesis('two'),
      hypothesis('three', { uri: 'https://other.example/', target: [] }),
    ]);
    const { id } = await importFile(db, file, { now });
    expect(await annotationCount(db)).toBe(3);
    await undoImport(db, id, { now: later });
    const kept = await db.annotations.toArray();
    expect(kept).toMatchObject(annotations.map(({ id: same, body, target }) => ({ id: same, body, target })));
    expect(await db.articles.toArray()).toEqual(articles);
    expect(await annotationCount(db)).toBe(1);
    expect(await db.imports.count()).toBe(1);
    await undoImport(db, id, { now: later });
    expect(await importFile(db, file, { now: later })).toMatchObject({ added: 2 });
  });

  it('can be stopped: the rest stands, and is taken back later', async () => {
    const db = emptyDatabase();
    const { id } = await importFile(db, three, { now });
    const [making] = await db.makings.toArray();
    // As of a long file: one batch for each note.
    await db.makings.bulkPut((making?.ids ?? []).map((made) => ({ id: made, action: id, ids: [made] })));
    await db.makings.delete(making?.id ?? '');
    const stop = new AbortController();
    const undoing = undoImport(db, id, { now: later, signal: stop.signal, onProgress: () => stop.abort() });
    await expect(undoing).rejects.toThrow('aborted');
    const left = await annotationCount(db);
    expect(left).toBe(2);
    expect(await finishedImports(db, later)).toMatchObject([{ id, count: left }]);
    await undoImport(db, id, { now: later });
    expect(await annotationCount(db)).toBe(0);
    expect(await db.imports.count()).toBe(0);
  });

  it('puts in the trash what the reader has written on since', async () => {
    const db = emptyDatabase();
    const { id } = await importFile(db, three, { now });
    const [first] = await db.annotations.toArray();
    await setColour(db, first?.id ?? '', 'pink', later);
    await undoImport(db, id, { now: later });
    expect(await db.annotations.toArray()).toMatchObject([{ id: first?.id, colour: 'pink', deleted: later.getTime() }]);
    expect(await annotationCount(db)).toBe(0);
  });
});

describe('an import that does not come to its end', () => {
  const many = fileOf(Array.from({ length: 1100 }, (_, index) => hypothesis(String(index))));

  it('leaves nothing when it is cancelled', async () => {
    const db = emptyDatabase();
    const stop = new AbortController();
    const importing = importFile(db, slowly(many), {
      now,
      signal: stop.signal,
      onProgress: (done) => done > 0.93 && stop.abort(),
    });
    await expect(importing).rejects.toThrow(/abort/i);
    expect(await db.unindexed.count()).toBeGreaterThan(1);
    expect([await db.annotations.count(), await db.articles.count(), await db.imports.count()]).toEqual([0, 0, 0]);
  });

  it('leaves nothing when the file cannot be read to its end', async () => {
    const db = emptyDatabase();
    const bytes = new Uint8Array(await many.arrayBuffer());
    bytes[bytes.length - 100] = 0xff;
    const importing = importFile(db, slowly(new File([bytes], 'x')), { now });
    await expect(importing).rejects.toMatchObject({ fault: 'wrong-encoding' });
    expect([await db.annotations.count(), await db.articles.count(), await db.imports.count()]).toEqual([0, 0, 0]);
  });

  it('is known after the browser has ended, and taken back', async () => {
    const db = emptyDatabase();
    const { id } = await importFile(db, many, { now });
    expect(await takeBackUnfinished(db, free)).toBe(0);
    await db.imports.update(id, { state: 'running' });
    expect(await takeBackUnfinished(db, taken)).toBe(0);
    expect(await db.annotations.count()).toBe(1100);
    expect(await takeBackUnfinished(db, free)).toBe(1);
    expect([await db.annotations.count(), await db.articles.count(), await db.makings.count()]).toEqual([0, 0, 0]);
  });
});

describe('what is chosen', () => {
  it('is all that is exported', async () => {
    const db = emptyDatabase();
    await importFile(db, three, { now });
    const [first, second] = await db.annotations.toArray();
    const ids = [first?.id ?? '', second?.id ?? '', 'gone'];
    const file = await exportFile(db, 'backup', { ...exporting, ids });
    const copy = emptyDatabase();
    expect(await importFile(copy, file, { now })).toMatchObject({ added: 2, articles: 1, settings: false });
  });

  it('is exported no further once it is cancelled', async () => {
    const stop = new AbortController();
    const db = await databaseWith({ articles: [], annotations: [] });
    await importFile(db, three, { now });
    stop.abort();
    await expect(exportFile(db, 'w3c', { ...exporting, signal: stop.signal })).rejects.toThrow(/abort/i);
  });
});

/** Locks that nobody holds, and locks that another window holds. */
const free = locks({ mode: 'exclusive', name: 'pressmark-import' });
const taken = locks(null);

function locks(lock: Lock | null): LockManager {
  const request = async (_name: string, _options: LockOptions, work: LockGrantedCallback<number>) => work(lock);
  return { request, query: () => Promise.reject(new Error('not asked')) } as unknown as LockManager;
}

/** The file in pieces, as one comes from a disk. */
function slowly(file: File) {
  return {
    name: file.name,
    size: file.size,
    stream: () =>
      file.stream().pipeThrough(
        new TransformStream<Uint8Array, Uint8Array>({
          transform(bytes, controller) {
            for (let start = 0; start < bytes.length; start += 50_000) {
              controller.enqueue(bytes.slice(start, start + 50_000));
            }
          },
        }),
      ),
  };
}
