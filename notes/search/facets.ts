// The values that could filter further, with how many of the found have them.
import { type Colour, colours } from '../../core/annotation.ts';
import type { IndexedDoc } from './doc.ts';
import { countMonths } from './months.ts';
import { type FacetKey, type FacetValue, type Kind, kinds } from './query.ts';
import { colourOf, type Segment, tagRowsOf } from './segment.ts';

/** So many values of a facet are told. */
const facetLimit = 200;

/** Rows of the segment that were found, 1 each, and the annotations that came since. */
export interface Found {
  hits: Uint8Array;
  newer: readonly IndexedDoc[];
}

/**
 * Of a key of which an annotation has one value, all values are counted that could stand beside the chosen ones:
 * `without` answers what is found without the filters of a key.
 */
export function facetsOf(
  segment: Segment,
  found: Found,
  without: (key: FacetKey) => Found,
): Record<FacetKey, FacetValue[]> {
  const monthsOf = ({ hits, newer }: Found) => countMonths(hits, segment, newer);
  return {
    site: counted(without('site'), segment, {
      values: segment.sites.map((site) => site.host),
      of: (row) => segment.articles.siteOf[segment.articleOf[row] ?? 0] ?? 0,
      ofNewer: (doc) => [doc.article.host],
    }),
    colour: counted(without('colour'), segment, {
      values: ['', ...colours],
      of: (row) => colourOf(segment.flags[row] ?? 0),
      ofNewer: (doc): Colour[] => (doc.colour === undefined ? [] : [doc.colour]),
    }),
    kind: counted(without('kind'), segment, {
      values: kinds,
      of: (row) => ((segment.flags[row] ?? 0) >> 3) & 3,
      ofNewer: (doc): Kind[] => [doc.kind],
    }),
    entity: countedEntities(segment, found),
    tag: countedTags(segment, found),
    month: monthsOf(without('month')),
  };
}

interface Column {
  values: readonly string[];
  of(row: number): number;
  ofNewer(doc: IndexedDoc): readonly string[];
}

function counted(found: Found, segment: Segment, { values, of, ofNewer }: Column): FacetValue[] {
  const counts = new Uint32Array(values.length);
  for (let row = 0; row < segment.rows; row++) {
    if (found.hits[row] === 1) {
      const number = of(row);
      counts[number] = (counts[number] ?? 0) + 1;
    }
  }
  return mostFrequent(values, counts, found.newer.flatMap(ofNewer));
}

function countedEntities(segment: Segment, found: Found): FacetValue[] {
  const counts = new Uint32Array(segment.entities.length);
  for (const [at, row] of segment.entityRows.entries()) {
    const entity = segment.entityOf[at] ?? 0;
    counts[entity] = (counts[entity] ?? 0) + (found.hits[row] ?? 0);
  }
  const names = segment.entities.map((entity) => entity.name);
  return mostFrequent(
    names,
    counts,
    found.newer.flatMap((doc) => (doc.entity === undefined ? [] : [doc.entity.name])),
  );
}

function countedTags(segment: Segment, found: Found): FacetValue[] {
  const counts = new Uint32Array(segment.tags.length);
  for (let tag = 0; tag < counts.length; tag++) {
    let count = 0;
    for (const row of tagRowsOf(segment, tag)) count += found.hits[row] ?? 0;
    counts[tag] = count;
  }
  return mostFrequent(
    segment.tags,
    counts,
    found.newer.flatMap((doc) => doc.tags),
  );
}

function mostFrequent(values: readonly string[], counts: Uint32Array, newer: readonly string[]): FacetValue[] {
  const total = new Map<string, number>();
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? '';
    const count = counts[at] ?? 0;
    if (value !== '' && count > 0) total.set(value, (total.get(value) ?? 0) + count);
  }
  for (const value of newer) total.set(value, (total.get(value) ?? 0) + 1);
  return [...total]
    .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .slice(0, facetLimit)
    .map(([value, count]) => ({ value, count }));
}
