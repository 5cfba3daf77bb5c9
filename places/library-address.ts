// What the library shows, as its address: so that back works and a view can be bookmarked.
import type { EntityType } from '../core/annotation.ts';
import { entityTypes } from '../core/annotation.ts';
import type { Order } from '../notes/search/search.ts';

export interface LibraryState {
  view: 'notes' | 'trash' | 'timeline' | 'article' | 'entity';
  /** What stands in the search field. */
  query: string;
  order: Order;
  /** The annotation that is shown beside the list. */
  note?: string | undefined;
  /** Of the view `article`: its id. */
  article?: string | undefined;
  /** Of the view `entity`. */
  entity?: { name: string; type: EntityType } | undefined;
}

const views = ['notes', 'trash', 'timeline', 'article', 'entity'] as const;
const orders = ['newest', 'oldest', 'article'] as const;

export const start: LibraryState = { view: 'notes', query: '', order: 'newest' };

/** @param search the part of an address from its `?` on; what cannot be read is as at the start */
export function readAddress(search: string): LibraryState {
  const params = new URLSearchParams(search);
  const type = entityTypes.find((each) => each === params.get('type'));
  const name = params.get('name');
  return {
    view: views.find((each) => each === params.get('view')) ?? start.view,
    query: params.get('q') ?? '',
    order: orders.find((each) => each === params.get('sort')) ?? start.order,
    ...(params.get('note') ? { note: params.get('note') ?? '' } : {}),
    ...(params.get('article') ? { article: params.get('article') ?? '' } : {}),
    ...(name !== null && type !== undefined ? { entity: { name, type } } : {}),
  };
}

/** From the `?` on; empty at the start. */
export function writeAddress({ view, query, order, note, article, entity }: LibraryState): string {
  const params = new URLSearchParams();
  if (view !== start.view) params.set('view', view);
  if (query !== '') params.set('q', query);
  if (order !== start.order) params.set('sort', order);
  if (note !== undefined) params.set('note', note);
  if (article !== undefined) params.set('article', article);
  if (entity !== undefined) {
    params.set('name', entity.name);
    params.set('type', entity.type);
  }
  const written = params.toString();
  return written === '' ? '' : `?${written}`;
}
