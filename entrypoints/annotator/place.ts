// Finds the places of annotations and mentions in the live page.
import { anchor } from '../../core/anchoring/anchor.ts';
import type { PageAnnotation } from '../../core/annotation.ts';
import type { Mention } from '../../core/entities/mention.ts';
import { eachOf, inSlices } from '../../core/slices.ts';
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
  const placeOne = (annotation: PageAnnotation): void => {
    const old = known.get(annotation.id);
    if (old?.stand !== undefined && stands(old.stand)) placed.push({ ...old, annotation });
    else placed.push(place(page, annotation));
  };
  await inSlices(eachOf(annotations, placeOne), signal);
  return placed;
}

function place(page: () => PageText, annotation: PageAnnotation): PlacedAnnotation {
  const { selector } = annotation.target;
  // A note on the page as a whole has no place in it.
  if (selector.length === 0) return { annotation, state: 'exact', stand: undefined };
  const { state, range } = anchor(page(), selector);
  const found = state !== 'ambiguous' && state !== 'gone' && range !== undefined;
  return { annotation, state, stand: found ? standOf(range) : undefined };
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
