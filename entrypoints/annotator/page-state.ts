// What our own pages are told of the page: popup, side panel, cards.
import { listNames, type NamedHere } from '../../core/entities/list-names.ts';
import type { PageState } from '../../messages/protocol.ts';
import type { Reading } from './reading.ts';

/** So many UTF-16 units of a changed passage are told. */
const toldWords = 1000;

/** What the reader sees in the page. */
export function pageStateOf({ metadata, settings, recognition, recognised, annotations, filter }: Reading): PageState {
  return {
    article: metadata,
    marksShown: settings.marksShown,
    entityCount: recognition?.entities.length ?? 0,
    coverage: recognition?.coverage ?? 'all',
    filter,
    recognised,
    notFound: annotations
      .filter(({ annotation, stand }) => stand === undefined && annotation.target.selector.length > 0)
      .map(({ annotation }) => annotation.id),
    unclear: annotations.filter(({ state }) => state === 'ambiguous').map(({ annotation }) => annotation.id),
    edited: annotations.flatMap(({ annotation: { id }, state, stand }) =>
      state === 'edited' && stand !== undefined ? [{ id, now: stand.words.slice(0, toldWords) }] : [],
    ),
  };
}

/** Who is who in the article. */
export function namesIn({ text, recognition, metadata }: Reading): NamedHere[] {
  return text === undefined || recognition === undefined ? [] : listNames(text.text, recognition, metadata.title);
}
