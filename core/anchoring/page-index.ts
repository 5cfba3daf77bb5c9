// What anchoring knows of one state of a page: its folded text, where its blocks begin, and where each run of seven
// folded characters stands. Made once for a page's text and shared by all its highlights.
import { atOnce, type Steps } from '../slices.ts';
import type { PageText } from '../text/page-text.ts';
import { sameAfter } from './common.ts';
import { type Folded, foldSteps } from './fold.ts';

export const gramLength = 7;
/** A run that stands in more places than this tells nothing of where a passage is. */
export const mostPlaces = 32;
/** So many units are indexed in one piece. */
const piece = 65_536;

export class PageIndex {
  readonly page: PageText;
  readonly folded: Folded;
  /** For each folded unit: 1 where a block of the page begins with it. */
  readonly #blockStarts: Uint8Array;
  readonly #grams: GramTable;
  #pairs: readonly number[] | undefined;

  private constructor(page: PageText, folded: Folded, grams: GramTable) {
    this.page = page;
    this.folded = folded;
    this.#grams = grams;
    this.#blockStarts = blockStarts(page, folded.origins);
  }

  static *of(page: PageText): Steps<PageIndex> {
    const folded = yield* foldSteps(page.text);
    yield;
    const grams = yield* GramTable.of(folded.text);
    return new PageIndex(page, folded, grams);
  }

  get text(): string {
    return this.folded.text;
  }

  /** Offset in the page's text where the folded unit begins; the text's end after the last. */
  startOf(unit: number): number {
    return this.folded.origins[unit] ?? this.page.text.length;
  }

  /** Offset in the page's text where the folded unit before `unit` ends. */
  endOf(unit: number): number {
    const last = this.folded.origins[unit - 1] ?? 0;
    return last + ((this.page.text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1);
  }

  /** Characters of two UTF-16 units (emoji, letters of some scripts) before an offset in the page's text. */
  pairsBefore(offset: number): number {
    this.#pairs ??= Array.from(this.page.text.matchAll(/[\u{10000}-\u{10ffff}]/gu), ({ index }) => index);
    return firstAtLeast(this.#pairs, offset);
  }

  /** Folded unit that stands at or after an offset in the page's text. */
  unitAt(offset: number): number {
    return firstAtLeast(this.folded.origins, offset);
  }

  /** Whether a block of the page begins with this folded unit; the text's end is one too. */
  isBlockStart(unit: number): boolean {
    return unit >= this.text.length || this.#blockStarts[unit] === 1;
  }

  /**
   * Where the seven units at `at` of `pattern` stand in the page, ascending: so many of the first of `found` are filled;
   * 0 when they stand in too many places.
   */
  placesOf(pattern: string, at: number, found: Uint32Array): number {
    return this.#grams.placesOf(pattern, at, found);
  }

  /** Where `sought` stands, ascending, at most `most` places; looked up by its rarest run. */
  occurrences(sought: string, most: number): number[] {
    if (sought.length < gramLength) return this.#scan(sought, most);
    let rarest = 0;
    let fewest = Number.POSITIVE_INFINITY;
    const step = Math.max(1, (sought.length - gramLength) >> 3);
    for (let at = 0; at + gramLength <= sought.length && fewest > 1; at += step) {
      const count = this.#grams.atMost(sought, at);
      if (count < fewest) {
        fewest = count;
        rarest = at;
      }
    }
    if (fewest > 1000) return this.#scan(sought, most);
    const found: number[] = [];
    for (const place of this.#grams.candidates(sought, rarest)) {
      if (found.length === most) break;
      if (place >= rarest && this.text.startsWith(sought, place - rarest)) found.push(place - rarest);
    }
    return found;
  }

  #scan(sought: string, most: number): number[] {
    const found: number[] = [];
    if (sought === '') return found;
    for (let at = this.text.indexOf(sought); at >= 0 && found.length < most; at = this.text.indexOf(sought, at + 1)) {
      found.push(at);
    }
    return found;
  }
}

/** All positions of a text, sorted by the hash of the seven units that stand there. */
class GramTable {
  readonly #text: string;
  readonly #shift: number;
  readonly #starts: Uint32Array;
  readonly #places: Uint32Array;

  private constructor(text: string) {
    this.#text = text;
    const count = Math.max(0, text.length - gramLength + 1);
    const bits = Math.min(20, Math.max(8, Math.ceil(Math.log2(count + 1))));
    this.#shift = 32 - bits;
    this.#starts = new Uint32Array(2 ** bits + 1);
    this.#places = new Uint32Array(count);
  }

  /** Sorted by counting. */
  static *of(text: string): Steps<GramTable> {
    const table = new GramTable(text);
    const starts = table.#starts;
    const places = table.#places;
    const slots = new Uint32Array(places.length);
    for (let at = 0; at < slots.length; at++) {
      if (at % piece === piece - 1) yield;
      const slot = table.#slotOf(text, at);
      slots[at] = slot;
      starts[slot + 1] = (starts[slot + 1] ?? 0) + 1;
    }
    yield;
    for (let slot = 1; slot < starts.length; slot++) starts[slot] = (starts[slot] ?? 0) + (starts[slot - 1] ?? 0);
    const next = starts.slice();
    for (let at = 0; at < slots.length; at++) {
      if (at % piece === piece - 1) yield;
      const slot = slots[at] ?? 0;
      const index = next[slot] ?? 0;
      places[index] = at;
      next[slot] = index + 1;
    }
    return table;
  }

  placesOf(pattern: string, at: number, found: Uint32Array): number {
    const slot = this.#slotOf(pattern, at);
    const end = this.#starts[slot + 1] ?? 0;
    let each = this.#starts[slot] ?? 0;
    if (end - each > mostPlaces * 4) return 0;
    let count = 0;
    for (; each < end; each++) {
      const place = this.#places[each] ?? 0;
      if (sameAfter(pattern, at, this.#text, place, gramLength) < gramLength) continue;
      if (count === mostPlaces) return 0;
      found[count++] = place;
    }
    return count;
  }

  /** At least all places of the seven units at `at`, ascending. */
  candidates(pattern: string, at: number): Uint32Array {
    const slot = this.#slotOf(pattern, at);
    return this.#places.subarray(this.#starts[slot], this.#starts[slot + 1]);
  }

  atMost(pattern: string, at: number): number {
    const slot = this.#slotOf(pattern, at);
    return (this.#starts[slot + 1] ?? 0) - (this.#starts[slot] ?? 0);
  }

  #slotOf(text: string, at: number): number {
    let hash = 0;
    for (let index = 0; index < gramLength; index++) hash = Math.imul(hash, 31) + text.charCodeAt(at + index);
    return Math.imul(hash, 0x9e3779b1) >>> this.#shift;
  }
}

/** A block begins where the page's text holds a break that stands in no text node. */
function blockStarts(page: PageText, origins: Uint32Array): Uint8Array {
  const starts = new Uint8Array(origins.length);
  let end = -1;
  let unit = 0;
  for (const { start, length } of page.pieces) {
    if (start !== end) {
      while (unit < origins.length && (origins[unit] ?? 0) < start) unit++;
      if (unit < starts.length) starts[unit] = 1;
    }
    end = start + length;
  }
  return starts;
}

/** Index of the first number that is not smaller. */
export function firstAtLeast(ascending: ArrayLike<number>, wanted: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

const indexes = new WeakMap<PageText, PageIndex>();

/** The index of a page's text, made once for all its highlights. */
export function indexOf(page: PageText): PageIndex {
  return atOnce(indexSteps(page));
}

/** Makes the index in pieces: on a long page it takes longer than a frame. */
export function* indexSteps(page: PageText): Steps<PageIndex> {
  const known = indexes.get(page);
  if (known !== undefined) return known;
  const index = yield* PageIndex.of(page);
  indexes.set(page, index);
  return index;
}
