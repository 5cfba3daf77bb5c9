// Finds the places of annotations and mentions in the live page.
import { anchor } from '../../core/anchoring/anchor.ts';
import { indexSteps } from '../../core/anchoring/page-index.ts';
import type { PageAnnotation } from '../../core/annotation.ts';
import type { Mention } from '../../core/entities/mention.ts';
import { eachOf, inSlices, type Steps } from '../../core/slices.ts';
import type { PageText } from '../../core/text/page-text.ts';
import type { TextMap } from '../../core/text/text-map.ts';
import { type PlacedAnnotation, type PlacedMention, standOf, stands } from './reading.ts';

/**
 * Places annotations in the page, keeping what stands where it was. What was not found before is tried again: its
 * text may have come since.
 */
export async function placeAnnotations(
  page: () => PageText,
  annotations: readonly PageAnnotation[],
  before: readonly PlacedAnnotation[],
  signal: AbortSignal,
): Promise<PlacedAnnotation[]> {
  const known = new Map(before.map((placed) => [placed.annotation.id, placed]));
  const placed: PlacedAnnotation[] = [];
  function* placeAll(): Steps<void> {
    for (const annotation of annotations) {
      const old = known.get(annotation.id);
      if (old?.stand !== undefined && sameSelectors(old.annotation, annotation) && stands(old.stand)) {
        placed.push({ ...old, annotation });
      } else if (annotation.target.selector.length === 0) {
        // A note on the page as a whole has no place in it.
        placed.push({ annotation, state: 'exact', stand: undefined });
      } else {
        const text = page();
        yield* indexSteps(text);
        placed.push(place(text, annotation));
      }
      yield;
    }
  }
  await inSlices(placeAll(), signal);
  return placed;
}

/** The reader may have said that the passage is another one. */
function sameSelectors(one: PageAnnotation, other: PageAnnotation): boolean {
  return one === other || JSON.stringify(one.target.selector) === JSON.stringify(other.target.selector);
}

function place(page: PageText, annotation: PageAnnotation): PlacedAnnotation {
  const { state, range, places } = anchor(page, annotation.target.selector);
  return {
    annotation,
    state,
    stand: range === undefined ? undefined : standOf(range),
    ...(places === undefined ? {} : { places }),
  };
}

/** Finds the live ranges of mentions; those whose text has gone from the page are left out. */
export async function placeMentions(
  text: TextMap,
  mentions: readonly Mention[],
  signal: AbortSignal,
): Promise<PlacedMention[]> {
  const placed: PlacedMention[] = [];
  const placeOne = (mention: Mention): void => {
    const range = text.rangeAt(mention.start, mention.end);
    if (range !== undefined) placed.push({ mention, ...standOf(range) });
  };
  await inSlices(eachOf(mentions, placeOne), signal);
  return placed;
}
