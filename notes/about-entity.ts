// All that the reader has kept about one person, organisation, place or handle: notes on them, and quotes and notes that
// name them, under every name that the reader has said is theirs; and who else is named there.
import { entityOf, noteOf, quoteOf } from '../core/annotation.ts';
import { alsoNamed } from '../core/entities/also-named.ts';
import { type EntityName, sameEntity } from '../core/entities/name-key.ts';
import { type ArticleNotes, dayOf } from './article-notes.ts';
import { articlesById } from './articles.ts';
import { readLearned } from './corrections.ts';
import type { PressmarkDatabase, StoredAnnotation, StoredArticle } from './database.ts';
import { guarded } from './failure.ts';
import type { Search } from './search/search.ts';
import { matchesIn, wordsOf } from './search/words.ts';

export interface AboutEntity {
  /** Their own name first. */
  names: readonly EntityName[];
  /** By their day, the oldest first; the annotations in the order of making. */
  articles: readonly ArticleNotes[];
  /** Who is named or noted in the same articles, in how many; the most first. */
  together: readonly { entity: EntityName; articles: number }[];
}

/** So many of those named together are told. */
const mostTogether = 30;

export function aboutEntity(
  db: PressmarkDatabase,
  search: Pick<Search, 'findAll'>,
  entity: EntityName,
): Promise<AboutEntity> {
  return guarded(db, async () => {
    const { corrections, watched } = await readLearned(db);
    const names = alsoNamed(entity, corrections, watched);
    const ids = new Set<string>();
    for (const { name } of names) {
      for (const id of await search.findAll(`"${name.replaceAll('"', ' ')}"`)) ids.add(id);
    }
    const about = (await db.annotations.bulkGet([...ids].sort())).filter(
      (each) => each !== undefined && each.deleted === 0 && isAbout(each, names),
    ) as StoredAnnotation[];
    const articles = await articlesById(
      db,
      about.map(({ articleId }) => articleId),
    );
    return { names, articles: byDay(about, articles), together: await namedTogether(db, articles, names) };
  });
}

function isAbout(annotation: StoredAnnotation, names: readonly EntityName[]): boolean {
  const noted = entityOf(annotation);
  if (noted !== undefined && names.some((each) => sameEntity(each, noted))) return true;
  const text = `${quoteOf(annotation)}\n${noteOf(annotation)}`;
  return names.some((each) => isNamedIn(text, each));
}

/** A name that begins with a capital is not named by a word without one: "Apple" and an apple. */
function isNamedIn(text: string, { name }: EntityName): boolean {
  const words = wordsOf(name);
  const isCapital = /^\p{Lu}/u.test(name);
  return (
    words.length > 0 &&
    matchesIn(text, [{ words, open: false }]).some(({ start }) => !isCapital || /^\p{Lu}/u.test(text.slice(start)))
  );
}

function byDay(about: readonly StoredAnnotation[], articles: ReadonlyMap<string, StoredArticle>): ArticleNotes[] {
  const groups = Map.groupBy(about, ({ articleId }) => articleId);
  return [...groups]
    .flatMap(([id, annotations]) => {
      const article = articles.get(id);
      return article === undefined ? [] : [{ article, day: dayOf(article), annotations }];
    })
    .sort((one, other) => (one.day < other.day ? -1 : 1));
}

/** Of the entities that the reader has ever noted, those that come up in these articles' annotations. */
async function namedTogether(
  db: PressmarkDatabase,
  articles: ReadonlyMap<string, StoredArticle>,
  own: readonly EntityName[],
): Promise<AboutEntity['together']> {
  const met = (await db.entities.toArray()).filter((each) => !own.some((name) => sameEntity(name, each)));
  const annotations = await db.annotations
    .where('articleId')
    .anyOf([...articles.keys()])
    .filter(({ deleted }) => deleted === 0)
    .toArray();
  const named = namesByFirstWord(met);
  const counts = new Map<EntityName, Set<string>>();
  for (const annotation of annotations) {
    const words = wordsOf(`${entityOf(annotation)?.name ?? ''}\n${quoteOf(annotation)}\n${noteOf(annotation)}`);
    for (const [at, word] of words.entries()) {
      for (const each of named.get(word) ?? []) {
        if (!each.words.every((own, step) => words[at + step] === own)) continue;
        const seen = counts.get(each.entity) ?? new Set();
        counts.set(each.entity, seen.add(annotation.articleId));
      }
    }
  }
  return [...counts]
    .map(([{ name, type }, seen]) => ({ entity: { name, type }, articles: seen.size }))
    .sort((one, other) => other.articles - one.articles || one.entity.name.localeCompare(other.entity.name))
    .slice(0, mostTogether);
}

/** Each text is gone through once, whatever the number of names. */
function namesByFirstWord(all: readonly EntityName[]) {
  const split = all.map((entity) => ({ entity, words: wordsOf(entity.name) }));
  return Map.groupBy(split, ({ words }) => words[0] ?? '');
}
