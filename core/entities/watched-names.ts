// The reader's own names to watch: where they stand in a text. Each text is read once, whatever the number of names:
// names are looked up by their first word. Cost: linear in the text, times the names that begin with the same word.
import type { EntityType } from '../annotation.ts';
import { nameKey } from './name-key.ts';

/** Someone or something that is always marked, under any of its names. */
export interface WatchedName {
  id: string;
  name: string;
  aliases: readonly string[];
  type: EntityType;
}

/** UTF-16 offsets, end exclusive. */
export interface WatchedPlace<Name> {
  start: number;
  end: number;
  watched: Name;
}

/** So many are marked in one text: a hostile one shall not cost more. */
const mostPlaces = 20_000;

const wordPattern = /[\p{L}\p{M}\p{N}]+/gu;
const oneWord = /[\p{L}\p{M}\p{N}]+/u;
const endsInWord = /[\p{L}\p{M}\p{N}]$/u;
const beginsWithWord = /^[\p{L}\p{M}\p{N}]/u;
/** Scripts that write words without spaces between them. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

interface Form<Name> {
  text: string;
  watched: Name;
  /** What stands before its first word, UTF-16 units. */
  ahead?: number;
}

/**
 * All places of the names, in the order of the text, never overlapping; of two that begin alike the longer counts.
 * A small letter of a name stands for both cases, a capital for itself alone: "Apple" finds "APPLE" and no "apple".
 */
export function findWatched<Name extends WatchedName>(text: string, names: readonly Name[]): WatchedPlace<Name>[] {
  return watchFor(names)(text);
}

/** The same for many texts: the names are indexed once. */
export function watchFor<Name extends WatchedName>(names: readonly Name[]): (text: string) => WatchedPlace<Name>[] {
  const byFirstWord = new Map<string, Form<Name>[]>();
  const anywhere: Form<Name>[] = [];
  for (const watched of names) {
    for (const each of [watched.name, ...watched.aliases]) {
      const form = { text: each.replace(/\s+/gu, ' ').trim(), watched };
      const first = oneWord.exec(form.text);
      if (unspaced.test(form.text)) anywhere.push(form);
      // "@name" begins before its first word.
      else if (first !== null) addTo(byFirstWord, nameKey(first[0]), { ...form, ahead: first.index });
    }
  }
  return (text) => {
    const places = anywhere.flatMap((form) => findAnywhere(text, form));
    if (byFirstWord.size > 0) {
      for (const word of text.matchAll(wordPattern)) {
        for (const form of byFirstWord.get(nameKey(word[0])) ?? []) {
          const start = word.index - (form.ahead ?? 0);
          const end = start < 0 ? undefined : endOf(text, start, form.text);
          if (end === undefined || !isBorder(text, start) || !isBorder(text, end)) continue;
          places.push({ start, end, watched: form.watched });
        }
        if (places.length > mostPlaces) break;
      }
    }
    return apart(places);
  };
}

function addTo<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

function apart<Place extends WatchedPlace<WatchedName>>(places: Place[]): Place[] {
  places.sort((one, other) => one.start - other.start || other.end - one.end);
  let last = 0;
  return places.filter(({ start, end }) => {
    const free = start >= last;
    if (free) last = end;
    return free;
  });
}

function findAnywhere<Name>(text: string, { text: form, watched }: Form<Name>): WatchedPlace<Name>[] {
  const places: WatchedPlace<Name>[] = [];
  let start = text.indexOf(form);
  while (start >= 0 && places.length < mostPlaces) {
    places.push({ start, end: start + form.length, watched });
    start = text.indexOf(form, start + form.length);
  }
  return places;
}

/** Where the form ends that begins at `start`; undefined when another text stands there. */
function endOf(text: string, start: number, form: string): number | undefined {
  let at = start;
  for (const letter of form) {
    if (letter === ' ') {
      const space = /^[^\S\n]{1,3}/u.exec(text.slice(at, at + 3));
      if (space === null) return undefined;
      at += space[0].length;
      continue;
    }
    const here = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const alike =
      here === letter ||
      (letter === letter.toLowerCase() && here.toLowerCase() === letter) ||
      (letter === "'" && here === '’') ||
      (letter === '’' && here === "'");
    if (!alike) return undefined;
    at += here.length;
  }
  return at;
}

function isBorder(text: string, at: number): boolean {
  return !endsInWord.test(text.slice(Math.max(0, at - 2), at)) || !beginsWithWord.test(text.slice(at, at + 2));
}
