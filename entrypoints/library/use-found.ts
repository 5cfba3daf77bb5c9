// What a search found, as far as it is looked at: the index answers with ids, page by page, and only the annotations of
// pages in view are read from the database.
import { useEffect, useRef, useState } from 'preact/hooks';
import { articlesById } from '../../notes/articles.ts';
import type { PressmarkDatabase, StoredAnnotation, StoredArticle } from '../../notes/database.ts';
import { lastWrite, type Order, type Search, type SearchAnswer } from '../../notes/search/search.ts';
import { useLive } from '../../places/use-live.ts';

export interface FoundRow {
  annotation: StoredAnnotation;
  article: StoredArticle | undefined;
}

export interface Found {
  /** Undefined before the first answer. */
  answer: SearchAnswer | undefined;
  /** Undefined while it is not read. */
  rowAt(index: number): FoundRow | undefined;
  idAt(index: number): string | undefined;
  /** Of all rows from one to another, seen or not; `to` is exclusive. */
  idsBetween(from: number, to: number): Promise<readonly string[]>;
  /** What is about to be seen. */
  look(from: number, to: number): void;
  error: unknown;
  retry: () => void;
}

const pageSize = 100;

export function useFound(db: PressmarkDatabase, search: Search, query: string, order: Order): Found {
  const { value, error, retry } = useLive(async () => {
    await lastWrite(db);
    const answer = await search.find({ query, order, from: 0, count: pageSize, facets: true });
    return { answer, rows: await readRows(db, answer.ids), query, order };
  }, [db, search, query, order]);
  const [, redraw] = useState(0);
  const pages = useRef(new Map<number, readonly FoundRow[]>());
  const range = useRef({ from: 0, to: 0 });
  const head = useRef(value);

  // A page that is read for an answer that is no longer the newest is thrown away.
  async function readPage(page: number, asked: typeof value): Promise<void> {
    pages.current.set(page, pages.current.get(page) ?? []);
    const { ids } = await search.find({ query, order, from: page * pageSize, count: pageSize, facets: false });
    const rows = await readRows(db, ids);
    if (head.current !== asked) return;
    pages.current.set(page, rows);
    redraw((count) => count + 1);
  }

  function look(from: number, to: number): void {
    range.current = { from, to };
    if (value === undefined || head.current !== value) return;
    for (let page = Math.floor(from / pageSize); page * pageSize < to; page++) {
      if (!pages.current.has(page)) readPage(page, value).catch(() => pages.current.delete(page));
    }
  }

  if (head.current !== value && value !== undefined) {
    const same = head.current?.query === value.query && head.current.order === value.order;
    const before = same ? pages.current : new Map<number, readonly FoundRow[]>();
    head.current = value;
    // What is shown stays until it is read anew.
    pages.current = new Map([[0, value.rows]]);
    for (let page = Math.floor(range.current.from / pageSize); page * pageSize < range.current.to; page++) {
      const rows = before.get(page);
      if (page > 0 && rows !== undefined) pages.current.set(page, rows);
    }
  }
  useEffect(() => {
    if (value === undefined) return;
    for (const page of pages.current.keys()) {
      if (page > 0) readPage(page, value).catch(() => pages.current.delete(page));
    }
  }, [value]);

  const rowAt = (index: number): FoundRow | undefined =>
    pages.current.get(Math.floor(index / pageSize))?.[index % pageSize];
  return {
    answer: value?.answer,
    rowAt,
    idAt: (index) => rowAt(index)?.annotation.id,
    idsBetween: async (from, to) => (await search.find({ query, order, from, count: to - from, facets: false })).ids,
    look,
    error,
    retry,
  };
}

async function readRows(db: PressmarkDatabase, ids: readonly string[]): Promise<readonly FoundRow[]> {
  const annotations = await db.annotations.bulkGet([...ids]);
  const articles = await articlesById(
    db,
    annotations.flatMap((each) => (each === undefined ? [] : [each.articleId])),
  );
  return annotations.flatMap((annotation) =>
    annotation === undefined ? [] : [{ annotation, article: articles.get(annotation.articleId) }],
  );
}
