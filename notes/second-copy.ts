// A second copy of all notes, apart from the database, kept up with every write. Chromium deletes a database that it
// finds damaged, and finds one damaged when it was killed while it wrote (docs/design.md, Notes): then the notes are
// brought back from here. One entry for each article, as lines of a backup; the caches of the extension's own origin hold
// them, which lie in files of their own.
import { annotationCount } from './book.ts';
import type { PressmarkDatabase } from './database.ts';
import { guarded } from './failure.ts';
import { readSettings, type Settings } from './settings.ts';

/** Entries by name; a name is made of letters, digits and `-`. */
export interface CopyStore {
  put(name: string, text: string): Promise<void>;
  read(name: string): Promise<string | undefined>;
  remove(name: string): Promise<void>;
  names(): Promise<string[]>;
}

/** Says which database this is the copy of. */
const ownerEntry = 'owner';
/** Settings and what the reader taught. */
const restEntry = 'rest';
const cacheName = 'second-copy';
/** An address that nothing is ever fetched from: entries of a cache have one. */
const base = 'https://second-copy.invalid/';
/** So many articles are copied before it is noted how far it came, and others have their turn. */
const articlesAtATime = 20;

/** The copy of this context's origin; undefined where there are no caches. */
export function ownCopy(caches: CacheStorage | undefined = globalThis.caches): CopyStore | undefined {
  if (caches === undefined) return undefined;
  const cache = () => caches.open(cacheName);
  return {
    // A kill while an entry is overwritten loses it: the new one is written beside the old, which then goes.
    async put(name, text) {
      const entries = await cache();
      const old = (await entries.match(base + name)) === undefined ? other(name) : name;
      await entries.put(base + other(old), new Response(text));
      await entries.delete(base + old);
    },
    async read(name) {
      const entries = await cache();
      return ((await entries.match(base + name)) ?? (await entries.match(base + other(name))))?.text();
    },
    async remove(name) {
      const entries = await cache();
      await entries.delete(base + name);
      await entries.delete(base + other(name));
    },
    names: async () => (await (await cache()).keys()).map(({ url }) => url.slice(base.length)),
  };
}

/** The second place of an entry. */
function other(name: string): string {
  return name.endsWith('~') ? name.slice(0, -1) : `${name}~`;
}

/** One context at a time writes the copy, or deletes it. */
export const copyLock = 'pressmark-second-copy';

/**
 * Everything is being deleted: first the copy, or it would bring the notes back. Where that stops in between, the notes
 * are copied anew.
 */
export async function withoutCopy<Result>(deleting: () => Promise<Result>): Promise<Result> {
  if (globalThis.caches === undefined) return deleting();
  return await navigator.locks.request(copyLock, async () => {
    await caches.delete(cacheName);
    return deleting();
  });
}

/** Whether the copy is of another database than the one that is there: the browser has begun a new one. */
export async function isLost(db: PressmarkDatabase, copy: CopyStore): Promise<boolean> {
  const owner = await copy.read(ownerEntry);
  return owner !== undefined && owner !== (await guarded(db, () => db.machine.get('machine')))?.id;
}

/**
 * Copies some of what was written since the last time, or begins to copy all when there is no copy. In pieces, so that a
 * save, whose article is copied at once, waits for none but the one under way. Answers whether there may be more.
 */
export async function copySome(db: PressmarkDatabase, copy: CopyStore): Promise<boolean> {
  await begun(db, copy);
  const row = await guarded(db, () => db.uncopied.orderBy(':id').first());
  if (row?.number === undefined) return false;
  for (const id of row.articleIds.slice(0, articlesAtATime)) await copyArticle(db, copy, id);
  const { number } = row;
  const articleIds = row.articleIds.slice(articlesAtATime);
  await guarded<unknown>(db, () =>
    articleIds.length === 0 ? db.uncopied.delete(number) : db.uncopied.put({ number, articleIds }),
  );
  return true;
}

/** Copies the article that an annotation stands on. What is noted of it stays noted. */
export async function copyAround(db: PressmarkDatabase, copy: CopyStore, annotationId: string): Promise<void> {
  await begun(db, copy);
  const annotation = await guarded(db, () => db.annotations.get(annotationId));
  if (annotation !== undefined) await copyArticle(db, copy, annotation.articleId);
}

/** Copies settings, corrections, names to watch and saved searches. */
export async function copyRest(db: PressmarkDatabase, copy: CopyStore): Promise<void> {
  const { corrections, savedSearches, watched } = db;
  const lines: object[] = [{ settings: await readSettings(db) }];
  for (const table of [corrections, savedSearches, watched]) {
    for (const row of await guarded<object[]>(db, () => table.toArray()))
      lines.push({ other: { table: table.name, row } });
  }
  const text = textOf(lines);
  if ((await copy.read(restEntry)) !== text) await copy.put(restEntry, text);
}

/** The copy as a backup file, to be read once. */
export async function* copiedLines(copy: CopyStore, now: Date): AsyncGenerator<string, void> {
  let lines = 1;
  yield textOf([{ pressmark: 'backup', version: 1, created: now.toISOString() }]);
  for (const name of (await copy.names()).sort()) {
    const text = name.startsWith(ownerEntry) ? undefined : await copy.read(name);
    if (text === undefined) continue;
    lines += text.split('\n').length - 1;
    yield text;
  }
  yield textOf([{ end: lines }]);
}

/** The settings as they were copied. */
export async function copiedSettings(copy: CopyStore): Promise<Settings | undefined> {
  const [first = '{}'] = (await copy.read(restEntry))?.split('\n') ?? [];
  const { settings }: { settings?: Settings } = JSON.parse(first);
  return settings;
}

/** From now on it is the copy of this database. */
export async function ownIt(db: PressmarkDatabase, copy: CopyStore): Promise<void> {
  const machine = await guarded(db, () => db.machine.get('machine'));
  if (machine !== undefined) await copy.put(ownerEntry, machine.id);
}

/** Where there is no copy yet, or it went with the caches, all is to be copied. */
async function begun(db: PressmarkDatabase, copy: CopyStore): Promise<void> {
  if ((await copy.read(ownerEntry)) !== undefined) return;
  await guarded(db, () =>
    db.transaction('rw', db.uncopied, db.articles, db.counts, async () => {
      if ((await annotationCount(db)) === 0) return;
      await db.uncopied.add({ articleIds: await db.articles.toCollection().primaryKeys() });
    }),
  );
  await ownIt(db, copy);
}

async function copyArticle(db: PressmarkDatabase, copy: CopyStore, id: string): Promise<void> {
  const { article, joined, annotations } = await guarded(db, () =>
    db.transaction('r', db.articles, db.annotations, async () => ({
      article: await db.articles.get(id),
      joined: await db.articles.where('joined.to').equals(id).toArray(),
      annotations: await db.annotations.where('articleId').equals(id).toArray(),
    })),
  );
  if (article === undefined || annotations.length === 0) await copy.remove(id);
  else
    await copy.put(
      id,
      textOf([
        { article },
        ...joined.map((each) => ({ article: each })),
        ...annotations.map((annotation) => ({ annotation })),
      ]),
    );
}

function textOf(lines: readonly object[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}
