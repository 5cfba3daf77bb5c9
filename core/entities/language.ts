// Is this English? The tagger knows nothing else. Told by scripts and by the small words that every sentence has.
import type { TokenView } from './shapes.ts';

const english = wordSet(
  'the of and to in a is that for on with was as by at from it his he she said has have had an be are were this who ' +
    'will would not but they their which its after been or about when than you we i what there can',
);
const foreign = wordSet(
  'de la le les el los las una un der die das und ist nicht mit den dem ein eine zu von het een van en niet op dat voor ' +
    'que del por con para se su al es est et des du pour dans sur une qui pas au avec il lo gli di che per non della sono ' +
    'och att som det av på är til og ikke jeg med på nie się na jest że do z w i o e os das em um uma não com dos ve bir bu ' +
    'için da yang dan untuk dengan ini itu pada',
);

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

interface Counts {
  words: number;
  english: number;
  foreign: number;
  /** Words in another script than Latin. */
  otherScript: number;
}

/** More words tell nothing new. */
const enough = 3000;

/** Whether a whole text is English; `lang` (BCP 47, as the page says) decides only where the words are too few. */
export function isEnglishText(views: readonly TokenView[], lang: string | undefined): boolean {
  const counts = count(views, 0, Math.min(views.length, enough));
  if (counts.words === 0 || counts.otherScript > 0.4 * counts.words) return false;
  if (counts.words < 20) {
    if (counts.foreign > counts.english) return false;
    return lang === undefined || /^en\b/iu.test(lang) || counts.english >= 3;
  }
  return counts.english >= 0.12 * counts.words && counts.english > 1.3 * counts.foreign;
}

/** Whether a sentence of an English text may hold names: not when it is a quote in another language. */
export function isEnglishSentence(views: readonly TokenView[], first: number, end: number): boolean {
  const counts = count(views, first, end);
  if (counts.words === 0) return false;
  if (counts.otherScript > 0.4 * counts.words) return false;
  return counts.words < 8 || counts.foreign < 3 || counts.english >= counts.foreign;
}

function count(views: readonly TokenView[], first: number, end: number): Counts {
  const counts = { words: 0, english: 0, foreign: 0, otherScript: 0 };
  for (let at = first; at < end; at++) {
    const view = views[at];
    if (view === undefined || !view.letters || view.kind !== 'word') continue;
    counts.words++;
    if (english.has(view.lower)) counts.english++;
    // "i", "a" and the like stand in both lists: English wins.
    else if (foreign.has(view.lower) && !view.capital) counts.foreign++;
    if (!isLatin(view.text)) counts.otherScript++;
  }
  return counts;
}

/** Whether all letters of a word are of the Latin script. */
export function isLatin(word: string): boolean {
  return !/(?!\p{sc=Latin})\p{L}/u.test(word);
}
