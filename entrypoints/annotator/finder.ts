// What of ours lies at a point of the page.
import { indexRanges, type RangeIndex } from '../../core/painting/range-index.ts';
import { type PlacedAnnotation, type PlacedMention, type Reading, shownMentions } from './reading.ts';

export type Found =
  | { kind: 'annotation'; placed: PlacedAnnotation; range: Range }
  | { kind: 'mention'; placed: PlacedMention; range: Range };

export type Finder = (reading: Reading, point: { x: number; y: number }) => Found | undefined;

/** Indexes a reading when it is asked for first, and again only when what could be found has changed. */
export function createFinder(document: Document): Finder {
  let indexed: Reading | undefined;
  let index: RangeIndex<Found> | undefined;
  return (reading, { x, y }) => {
    if (index === undefined || !sameTargets(indexed, reading)) {
      index = indexRanges(document, targetsOf(reading));
      indexed = reading;
    }
    const found = index.at(x, y);
    // A note on an entity is shown by the entity's card, with all else that is known of it.
    const ofEntity = found[0]?.kind === 'annotation' && found[0].placed.annotation.entity !== undefined;
    return (ofEntity ? found.find(({ kind }) => kind === 'mention') : undefined) ?? found[0];
  };
}

/** The first that begins in an element. */
export function firstIn(reading: Reading, element: Element): Found | undefined {
  return targetsOf(reading).find(({ range }) => element.contains(range.startContainer))?.value;
}

/** The reader's own before ours: of two that are equally long the first is found. */
function targetsOf(reading: Reading): { range: Range; value: Found }[] {
  const targets: { range: Range; value: Found }[] = [];
  for (const placed of reading.annotations) {
    if (placed.stand === undefined) continue;
    const { range } = placed.stand;
    targets.push({ range, value: { kind: 'annotation', placed, range } });
  }
  for (const placed of shownMentions(reading)) {
    const { range } = placed;
    targets.push({ range, value: { kind: 'mention', placed, range } });
  }
  return targets;
}

function sameTargets(one: Reading | undefined, other: Reading): boolean {
  return (
    one?.annotations === other.annotations &&
    one.mentions === other.mentions &&
    one.settings === other.settings &&
    one.filter === other.filter
  );
}
