// What anchoring knows of one state of a page: its folded text, and where each run of seven folded characters stands.
import type { PageText } from '../text/page-text.ts';
import { type Folded, fold } from './fold.ts';

export const gramLength = 7;
/** A run that stands in more places than this tells nothing of where a passage is. */
const mostPlaces = 64;

export class PageIndex {
  readonly page: PageText;
  readonly folded: Folded;
  #heads: Int32Array | undefined;
  #next: Int32Array | undefined;

  constructor(page: PageText) {
    this.page = page;
    this.folded = fold(page.text);
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

  /** Folded unit that stands at or after an offset in the page's text. */
  unitAt(offset: number): number {
    const { origins } = this.folded;
    let low = 0;
    let high = origins.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((origins[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Where the seven units at `at` of `pattern` stand in the page, ascending; none when they stand in too many places. */
  placesOf(pattern: string, at: number): number[] {
    this.#heads ??= this.#indexGrams();
    const gram = pattern.slice(at, at + gramLength);
    const places: number[] = [];
    let steps = 0;
    const mask = this.#heads.length - 1;
    for (let place = this.#heads[hashAt(pattern, at) & mask] ?? -1; place >= 0; place = this.#next?.[place] ?? -1) {
      if (++steps > mostPlaces * 4) return [];
      if (!this.text.startsWith(gram, place)) continue;
      places.push(place);
      if (places.length > mostPlaces) return [];
    }
    return places;
  }

  #indexGrams(): Int32Array {
    const count = Math.max(0, this.text.length - gramLength + 1);
    const heads = new Int32Array(2 ** Math.min(20, Math.max(8, Math.ceil(Math.log2(count + 1))))).fill(-1);
    const next = new Int32Array(count);
    const mask = heads.length - 1;
    for (let at = count - 1; at >= 0; at--) {
      const slot = hashAt(this.text, at) & mask;
      next[at] = heads[slot] ?? -1;
      heads[slot] = at;
    }
    this.#next = next;
    return heads;
  }
}

function hashAt(text: string, at: number): number {
  let hash = 0;
  for (let index = 0; index < gramLength; index++) hash = Math.imul(hash, 31) + text.charCodeAt(at + index);
  return Math.imul(hash, 0x9e3779b1) >>> 8;
}

const indexes = new WeakMap<PageText, PageIndex>();

/** The index of a page's text, made once for all its highlights. */
export function indexOf(page: PageText): PageIndex {
  let index = indexes.get(page);
  if (index === undefined) {
    index = new PageIndex(page);
    indexes.set(page, index);
  }
  return index;
}
