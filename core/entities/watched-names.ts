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
export interface WatchedPlace {
  start: number;
  end: number;
  watched: WatchedName;
}

/** So many are marked in one text: a hostile one shall not cost more. */
const mostPlaces = 20_000;

const wordPattern = /[\p{L}\p{M}\p{N}]+/gu;
const oneWord = /[\p{L}\p{M}\p{N}]+/u;
const endsInWord = /[\p{L}\p{M}\p{N}]$/u;
const beginsWithWord = /^[\p{L}\p{M}\p{N}]/u;
/** Scripts that write words without spaces between them. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

interface Form {
  text: string;
  watched: WatchedName;
}

/**
 * All places of the names, in the order of the text, never overlapping; of two that begin alike the longer counts.
 * A small letter of a name stands for both cases, a capital for itself alone: "Apple" finds "APPLE" and no "apple".
 */
export function findWatched(text: string, names: readonly WatchedName[]): WatchedPlace[] {
  if (names.length === 0) return [];
  const forms = names.flatMap((watched) =>
    [watched.name, ...watched.aliases].map((form) => ({ text: form.replace(/\s+/gu, ' ').trim(), watched })),
  );
  const byFirstWord = new Map<string, Form[]>();
  const places: WatchedPlace[] = [];
  for (const form of forms) {
    const first = unspaced.test(form.text) ? undefined : oneWord.exec(form.text);
    if (first === undefined) places.push(...findAnywhere(text, form));
    else if (first !== null) byFirstWord.set(nameKey(first[0]), [...(byFirstWord.get(nameKey(first[0])) ?? []), form]);
  }
  for (const word of text.matchAll(wordPattern)) {
    for (const form of byFirstWord.get(nameKey(word[0])) ?? []) {
      // "@name" begins before its first word.
      const start = word.index - (oneWord.exec(form.text)?.index ?? 0);
      const end = start < 0 ? undefined : endOf(text, start, form.text);
      if (end !== undefined && isBorder(text, start) && isBorder(text, end))
        places.push({ start, end, watched: form.watched });
    }
    if (places.length > mostPlaces) break;
  }
  places.sort((one, other) => one.start - other.start || other.end - one.end);
  let last = 0;
  return places.filter(({ start, end }) => {
    const free = start >= last;
    if (free) last = end;
    return free;
  });
}

function findAnywhere(text: string, { text: form, watched }: Form): WatchedPlace[] {
  const places: WatchedPlace[] = [];
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
