// The reader's notes in which the names of an article appear: notes on the entity, and notes or quotes that name it.
import { entityOf, noteOf, quoteOf } from '../core/annotation.ts';
import { alsoNamed } from '../core/entities/also-named.ts';
import { type EntityName, sameEntity } from '../core/entities/name-key.ts';
import { watchFor } from '../core/entities/watched-names.ts';
import { readLearned } from './corrections.ts';
import type { PressmarkDatabase, StoredAnnotation } from './database.ts';
import { guarded } from './failure.ts';
import { entityKey } from './fold.ts';
import type { Search } from './search/search.ts';

export interface NotesNaming {
  /** In this article, as they were made. */
  here: readonly StoredAnnotation[];
  /** In other articles, newest first; no more than are shown. */
  elsewhere: readonly StoredAnnotation[];
  /** How many those are in all, and in how many articles. */
  count: number;
  articles: number;
}

/** So many notes of other articles are shown for one name. */
const mostShown = 20;

/**
 * One answer for each name, in their order. The search index tells which notes have a name's words; whether they mean
 * the name is then read in the notes themselves.
 */
export function notesNaming(
  db: PressmarkDatabase,
  search: Pick<Search, 'findAll'>,
  names: readonly EntityName[],
  articleId: string | undefined,
): Promise<NotesNaming[]> {
  return guarded(db, async () => {
    const { corrections, watched } = await readLearned(db);
    const wanted = names.map((entity, index) => {
      const all = alsoNamed(entity, corrections, watched);
      const [, ...others] = all.map(({ name }) => name);
      return { id: String(index), index, name: entity.name, aliases: others, type: entity.type, all };
    });
    const find = watchFor(wanted);
    const found = names.map(() => ({
      here: [] as StoredAnnotation[],
      elsewhere: [] as StoredAnnotation[],
      count: 0,
      articles: new Set<string>(),
    }));
    const look = (annotation: StoredAnnotation): void => {
      const about = entityOf(annotation);
      const indexes = new Set(
        find(`${quoteOf(annotation)}\n${noteOf(annotation)}`).map((place) => place.watched.index),
      );
      if (about !== undefined) {
        for (const { index, all } of wanted) if (all.some((each) => sameEntity(each, about))) indexes.add(index);
      }
      for (const index of indexes) {
        const own = found[index];
        if (annotation.articleId === articleId) own?.here.unshift(annotation);
        else if (own !== undefined) {
          own.count++;
          own.articles.add(annotation.articleId);
          if (own.elsewhere.length < mostShown) own.elsewhere.push(annotation);
        }
      }
    };
    const ids = new Set<string>();
    for (const { all } of wanted) {
      for (const { name } of all) for (const id of await search.findAll(phraseOf(name))) ids.add(id);
    }
    // Ids sort by the time of making: the newest first.
    for (const annotation of await db.annotations.bulkGet([...ids].sort().reverse())) {
      if (annotation?.deleted === 0) look(annotation);
    }
    return found.map((each) => ({ ...each, articles: each.articles.size }));
  });
}

/** The name's words in their order, as the search field takes them. */
function phraseOf(name: string): string {
  return `"${name.replaceAll('"', ' ')}"`;
}

/** How many annotations are about an entity, in all articles: as it is counted with every write. */
export function countAbout(db: PressmarkDatabase, names: readonly EntityName[]): Promise<number> {
  return guarded(db, async () => {
    const met = await db.entities.bulkGet(names.map(entityKey));
    return met.reduce((sum, entity) => sum + (entity?.count ?? 0), 0);
  });
}
