// Annotations for the tests of searching, said in few words.
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { type Annotation, type Colour, newAnnotationId } from '../../core/annotation.ts';
import { addAll } from '../add-all.ts';
import { openDatabase, type PressmarkDatabase } from '../database.ts';
import type { SearchRequest } from './find.ts';
import { type Search, searchIn } from './search.ts';

export const start = new Date(2026, 10, 1, 12).getTime();
export const day = 86_400_000;

export interface Made {
  quote?: string;
  note?: string;
  tags?: string[];
  entity?: string;
  colour?: Colour;
  /** Days after the first. */
  made?: number;
  url?: string;
  title?: string;
  siteName?: string;
  position?: number;
}

export function made(all: readonly Made[]) {
  return all.map((each, index) => {
    const time = start + (each.made ?? index) * day;
    const annotation: Annotation = {
      id: newAnnotationId(time),
      type: 'Annotation',
      motivation: each.note ? 'commenting' : 'highlighting',
      created: new Date(time).toISOString(),
      modified: new Date(time).toISOString(),
      ...(each.colour ? { colour: each.colour } : {}),
      body: [
        ...(each.entity
          ? [
              {
                type: 'TextualBody' as const,
                purpose: 'identifying' as const,
                value: each.entity,
                entityType: 'Person' as const,
              },
            ]
          : []),
        ...(each.note
          ? [
              {
                type: 'TextualBody' as const,
                purpose: 'commenting' as const,
                format: 'text/markdown' as const,
                value: each.note,
              },
            ]
          : []),
        ...(each.tags ?? []).map((value) => ({ type: 'TextualBody' as const, purpose: 'tagging' as const, value })),
      ],
      target: {
        source: each.url ?? 'https://www.coast.example/a',
        selector:
          each.quote === undefined
            ? []
            : [
                { type: 'TextQuoteSelector', exact: each.quote, prefix: '', suffix: '' },
                { type: 'TextPositionSelector', start: each.position ?? 0, end: (each.position ?? 0) + 1 },
              ],
      },
    };
    const { url = 'https://www.coast.example/a', title = '', siteName } = each;
    return { annotation, article: { url, title, ...(siteName ? { siteName } : {}) } };
  });
}

export async function filled(all: readonly Made[]): Promise<{ db: PressmarkDatabase; search: Search; ids: string[] }> {
  const db = openDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
  const notes = made(all);
  await addAll(db, notes, newAnnotationId(start), new Date(start));
  return { db, search: searchIn(db), ids: notes.map((each) => each.annotation.id) };
}

export const whole: Omit<SearchRequest, 'query'> = { order: 'oldest', from: 0, count: 1000, facets: false };

/** Which of the made annotations a query finds, by their place. */
export async function places(search: Search, ids: readonly string[], query: string): Promise<number[]> {
  return (await search.find({ ...whole, query })).ids.map((id) => ids.indexOf(id));
}
