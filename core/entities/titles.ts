// Titles and letters of honour are no part of a person's name: "Mr", "Datuk Seri", "Baroness", "QC".

import { tagTypes } from './labels.ts';
import type { PreparedText } from './prepared-text.ts';
import type { TaggedName } from './tagger.ts';

const before = new Set(
  (
    'mr mrs ms mx dr prof professor sir dame lord lady baron baroness viscount sen senator rep gov governor gen general ' +
    'president president-elect chancellor premier minister secretary mayor congressman congresswoman councillor judge justice ' +
    'ayatollah imam mullah rabbi rev reverend pastor bishop archbishop cardinal pope datuk dato tan sri seri tun haji ' +
    'captain capt col colonel lt lieutenant sgt sergeant supt superintendent inspector detective constable sheriff hon ' +
    'actor actress cinematographer spokesman spokeswoman coach mp'
  ).split(' '),
);
/** Titles that are names as well: alone they are cut only before two more words. */
const names = new Set(['tan', 'general', 'justice', 'judge', 'dean', 'bishop', 'pope', 'cardinal', 'coach', 'baron']);
const after = new Set(['qc', 'kc', 'mp', 'mep', 'mbe', 'obe', 'cbe', 'phd']);

/** Titles that stand for a person without any name, after "the". */
const alone = new Set([...before, 'king', 'queen', 'prince', 'princess', 'bill', 'army', 'crown', 'speaker']);

const person = tagTypes.indexOf('PER');

const generation = /^(?:alpha|[xyz](?:['’]?ers?)?)$/u;

/** Whether a name is that of an age, as "Gen Z" or "Gen Xers": of nobody, though "Gen" is a title as well. */
export function isGeneration({ views }: PreparedText, { end }: TaggedName): boolean {
  return views[end - 2]?.lower === 'gen' && generation.test(views[end - 1]?.lower ?? '');
}

/** The name without titles around it; at least one word is left. */
export function withoutTitles({ views }: PreparedText, name: TaggedName): TaggedName {
  if (name.type !== person) return name;
  const word = (at: number): string => views[at]?.lower.replace(/\.$/u, '') ?? '';
  let { first, end } = name;
  while (first + 1 < end && before.has(word(first)) && (!names.has(word(first)) || first + 2 < end)) first++;
  if (views[first]?.letters !== true) return name;
  if (first + 1 < end && after.has(word(end - 1))) {
    end--;
    if (first + 1 < end && views[end - 1]?.text === ',') end--;
  }
  return first === name.first && end === name.end ? name : { ...name, first, end };
}

/**
 * Without "the King", taken for a person's name, and without the "King" of the same text: unless someone in it is called
 * so, as "Stephen King" is.
 */
export function withoutBareTitles({ views, places }: PreparedText, names: readonly TaggedName[]): TaggedName[] {
  const lastWord = (name: TaggedName): string => views[name.end - 1]?.lower ?? '';
  const persons = names.filter((name) => name.type === person && name.end > name.first + 1);
  const called = new Set(persons.map(lastWord));
  const isTitle = (word: string): boolean =>
    alone.has(word) && !called.has(word) && (places.get(word) ?? []).some((at) => views[at - 1]?.lower === 'the');
  return names.filter((name) => name.type !== person || name.end > name.first + 1 || !isTitle(lastWord(name)));
}
