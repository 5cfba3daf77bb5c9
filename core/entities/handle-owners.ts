// Whose a handle is: the person or organisation that the text ties it to. Told by letters that the handle shares with a
// name ("@profkarinstoll" and Karin Stoll), by what stands right before it, or by words such as "his account, ...".
import type { FoundHandle } from './handles.ts';

/** A person or organisation at one place of the text. */
export interface PossibleOwner {
  start: number;
  end: number;
  person: boolean;
  /** The fullest form of its name. */
  name: string;
}

/** Names tell of a handle so far around it that no article's name misses; of two, the nearer counts. */
const mostNames = 2000;
const reach = 160;

const capital = String.raw`\p{Lu}[\p{L}\p{M}.'’-]{0,40}`;
/** Two to four capitalised words: a name that was not recognised may still be spelt in the handle. */
const capitalRun = new RegExp(String.raw`(?<![\p{L}\p{N}@_])${capital}(?: ${capital}){1,3}`, 'gu');
const bodies =
  'office|campaign|ministry|department|council|embassy|consulate|government|police|police force|agency|party|union|' +
  'museum|university|company|committee|commission|court|bank|airport|hospital|team|club|church|school|foundation';
/** "The mayor’s office, ", "the account of the Finnish foreign ministry (" before a handle. */
const bodyBefore = new RegExp(
  String.raw`(?:^|[\s(“"])(?:[Tt]he|[Ii]ts|[Oo]f the)\s+((?:[\p{L}\p{M}'’-]{2,30}\s){1,3}(?:${bodies}))(?:,|\s\(|:|\s–)\s?$`,
  'u',
);
const directly = /^[\s]?(?:[(/,:–—|-]|\s)[\s(/]{0,2}$/u;
const namedBefore = /(?:\bwho\b[^.!?]{0,60}\bas|\b(?:tweets|posts|writes|posted|wrote|known)\s(?:\p{L}+\s){0,4}as)\s$/u;
const possessive =
  /\b(his|her|its|their)\b[^.!?@]{0,60}\b(?:account|channel|page|handle|profile|feed|accounts)\b[,:\s(]{0,3}$/u;
const ofBody = /^\s?[–—,-]\s(?:the|an?)\s[^.!?@\n]{0,60}\bof\s(?:the\s)?$/u;

/** The owner's name of each handle, in the order of the handles; undefined where the text ties it to none. */
export function ownersOf(
  text: string,
  handles: readonly FoundHandle[],
  named: readonly PossibleOwner[],
): (string | undefined)[] {
  const names = named.slice(0, mostNames);
  const parts = names.map((name) => ({ name, words: wordsOf(name.name) }));
  return handles.map(({ start, end, entity }) => {
    if (entity.type !== 'Handle' || entity.platform === 'reddit') return undefined;
    const before = text.slice(Math.max(0, start - reach), start);
    const letters = lettersOf(entity.name.replace(/^[@\uFF20]/u, '').replace(/^.*\//u, ''));
    const spelt = nearest(
      parts.filter(({ name, words }) => spells(letters, words, name.person)).map(({ name }) => name),
      start,
    );
    return (
      spelt?.name ?? runSpelt(before, letters) ?? bodyBefore.exec(before)?.[1] ?? beside(text, start, end, names)?.name
    );
  });
}

/** The name that stands right before the handle, or that the words before it point to. */
function beside(text: string, start: number, end: number, names: readonly PossibleOwner[]): PossibleOwner | undefined {
  const sentence = sentenceStart(text, start);
  const own = names.filter((name) => name.start >= sentence && name.end <= start);
  const last = own.at(-1);
  if (last !== undefined && directly.test(text.slice(last.end, start))) return last;
  const before = text.slice(sentence, start);
  if (namedBefore.test(before)) return last;
  const pronoun = possessive.exec(before)?.[1];
  if (pronoun !== undefined) return own.find(({ person }) => person === (pronoun === 'his' || pronoun === 'her'));
  return names.find((name) => !name.person && name.start >= end && ofBody.test(text.slice(end, name.start)));
}

function sentenceStart(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - 400), at);
  const ends = [...before.matchAll(/\n|[.!?]["”’)]?\s(?=["“‘(]?\p{Lu})/gu)];
  const last = ends.at(-1);
  return last === undefined ? at - before.length : at - before.length + last.index + last[0].length;
}

function nearest(names: readonly PossibleOwner[], at: number): PossibleOwner | undefined {
  let best: PossibleOwner | undefined;
  for (const name of names) {
    if (best === undefined || Math.abs(name.start - at) < Math.abs(best.start - at)) best = name;
  }
  return best;
}

function runSpelt(before: string, letters: string): string | undefined {
  const runs = [...before.matchAll(capitalRun)].map(([run]) => run.replace(/['’]s?$/u, '').split(' '));
  // "By Petr Holý": the shortest end of the run that is still two words and spelt.
  const ends = runs.map((run) => [run.slice(-2), run.slice(-3), run]);
  return ends
    .findLast((all) => all.some((end) => spells(letters, wordsOf(end.join(' ')), true)))
    ?.find((end) => spells(letters, wordsOf(end.join(' ')), true))
    ?.join(' ');
}

/** Whether a handle's letters spell a name: all of it, a surname, an initial with a surname, or initials. */
function spells(letters: string, words: readonly string[], person: boolean): boolean {
  const joined = words.join('');
  if (joined.length >= 4 && letters.includes(joined)) return true;
  const [first = ''] = words;
  const last = words.at(-1) ?? '';
  if (person) {
    if (words.length < 2) return false;
    if (last.length >= 4 && letters.includes(last)) return true;
    return last.length >= 3 && letters.startsWith(first.charAt(0) + last);
  }
  if (letters.length >= 5 && joined.startsWith(letters)) return true;
  const initials = words.map((word) => word.charAt(0)).join('');
  return initials.length >= 3 && letters === initials;
}

function wordsOf(name: string): string[] {
  return name
    .replace(/^the\s/iu, '')
    .split(/[\s-]+/u)
    .map(lettersOf)
    .filter((word) => word !== '');
}

/** Lower-case letters without accents and marks. */
function lettersOf(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
