// Makes highlights out of selections: described, painted at once, then kept.
import { describe } from '../../core/anchoring/describe.ts';
import { type Colour, newAnnotationId } from '../../core/annotation.ts';
import type { NewAnnotation } from '../../messages/protocol.ts';
import type { Keeper } from './keeper.ts';
import type { Session } from './session.ts';

export type Marked = 'made' | 'no-text' | 'too-long';

export interface Marker {
  highlight(range: Range, colour: Colour): Marked;
  /** Highlights in the colour that was used last, and writes when the highlight is kept. */
  note(range: Range): Marked;
}

/** The longest passage that is kept, UTF-16 units: a long read in full. */
const longest = 100_000;

interface MarkerOptions {
  session(): Session | undefined;
  keeper: Keeper;
  /** Opens the note of an annotation that is kept. */
  write(id: string): void;
}

export function createMarker({ session, keeper, write }: MarkerOptions): Marker {
  let lastColour: Colour = 'yellow';

  const make = (range: Range, colour: Colour, then: (made: NewAnnotation) => void): Marked => {
    const now = session();
    // The page may have changed since its text was read.
    const selector = now && (describe(range, now.page()) ?? describe(range, now.page(true)));
    if (now === undefined || selector === undefined) return 'no-text';
    const place = selector.find((each) => each.type === 'TextPositionSelector');
    if (place !== undefined && place.end - place.start > longest) return 'too-long';
    const words = place && now.page().rangeAt(place.start, place.end);
    const target = { source: now.reading.metadata.url, selector };
    const made: NewAnnotation = { id: newAnnotationId(Date.now()), colour, target };
    lastColour = colour;
    now.add(made, words ?? range);
    // The highlight shows what was selected; the next click on it shall open its card, not end a selection.
    range.startContainer.ownerDocument?.getSelection()?.removeAllRanges();
    then(made);
    return 'made';
  };

  return {
    highlight: (range, colour) => make(range, colour, (made) => void keeper.keep(made)),
    note: (range) =>
      make(range, lastColour, (made) => {
        void keeper.keep(made).then((kept) => kept && write(made.id));
      }),
  };
}
