// Asks the reader, once, where a passage belongs whose words stand in several places: its places are shown one after the
// other, and the one that is chosen is kept. Who closes the question is not asked again until the page is loaded again.
import { describe } from '../../core/anchoring/describe.ts';
import type { Selector } from '../../core/annotation.ts';
import type { PageToBackground } from '../../messages/protocol.ts';
import type { Caller } from '../../messages/wire.ts';
import type { Bar } from './bar.ts';
import type { PlacedAnnotation } from './reading.ts';
import { scrollTo } from './scroll.ts';
import type { Session } from './session.ts';
import type { Words } from './words.ts';

export interface Chooser {
  /** Asks, if there is something to ask that was not asked yet. */
  look(): void;
  /** Shows the places of a passage; false when it has none to choose from. */
  open(id: string): boolean;
}

interface ChooserOptions {
  bar: Bar;
  words: Words;
  session(): Session | undefined;
  background: Caller<PageToBackground>;
  failed(error: unknown, otherwise: string, retry: () => void): void;
}

const left = 'M10 3.5 5.5 8 10 12.5';
const right = 'M6 3.5 10.5 8 6 12.5';

export function createChooser({ bar, words, session, background, failed }: ChooserOptions): Chooser {
  const asked = new Set<string>();

  const unclear = (): PlacedAnnotation[] =>
    session()?.reading.annotations.filter(({ places = [] }) => places.length > 0) ?? [];

  /** Ranges are asked for anew each time: the page may have rendered itself again. */
  const placesOf = (id: string): readonly Range[] =>
    unclear().find(({ annotation }) => annotation.id === id)?.places ?? [];

  const bringForward = (range: Range | undefined): void => {
    if (range !== undefined) scrollTo(range);
    session()?.show({ flash: range });
  };

  const keep = (id: string, selector: readonly Selector[]): void => {
    const again = (): void => keep(id, selector);
    background.call('placeAnnotation', id, selector).catch((error: unknown) => failed(error, words.notSaved, again));
  };

  const show = (id: string, at: number): void => {
    const places = placesOf(id);
    const index = (at + places.length) % places.length;
    const range = places[index];
    if (range === undefined) return;
    bringForward(range);
    const steps = [
      { label: words.previousPlace, drawing: left, press: () => show(id, index - 1) },
      { label: words.nextPlace, drawing: right, press: () => show(id, index + 1) },
    ];
    bar.show({
      text: words.placeOf(index + 1, places.length),
      ...(places.length > 1 ? { steps } : {}),
      action: { word: words.here, press: () => choose(id, index) },
      closed: () => bringForward(undefined),
    });
  };

  const choose = (id: string, index: number): void => {
    const now = session();
    const range = placesOf(id)[index];
    const selector = range && now && (describe(range, now.page()) ?? describe(range, now.page(true)));
    bringForward(undefined);
    if (now === undefined || range === undefined || selector === undefined) return;
    now.place(id, selector, range);
    keep(id, selector);
    look();
  };

  const open = (id: string): boolean => {
    if (placesOf(id).length === 0) return false;
    asked.add(id);
    show(id, 0);
    return true;
  };

  function look(): void {
    const [first] = unclear().filter(({ annotation }) => !asked.has(annotation.id));
    if (first === undefined) return;
    const { id } = first.annotation;
    // All that is open now is one question.
    for (const { annotation } of unclear()) asked.add(annotation.id);
    bar.show({ text: words.unclear, action: { word: words.choose, press: () => open(id) } });
  }

  return { look, open };
}
