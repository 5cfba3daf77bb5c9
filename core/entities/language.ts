// Which tagger reads a text? Told by scripts, by the small words that every sentence has, and by its capitals.
import type { TokenView } from './shapes.ts';
import type { Token } from './tokens.ts';

/** The taggers that can be trained; each is a file of the extension. */
export const taggerNames = ['en', 'en-caseless', 'pt'] as const;
export type TaggerName = (typeof taggerNames)[number];

const english = wordSet(
  'the of and to in a is that for on with was as by at from it his he she said has have had be an are were this who ' +
    'will would not but they their which its after been or about when than you we i what there can',
);
const portuguese = wordSet(
  'de da do das dos em no na nos nas um uma o a os as e que para por com não se ao aos à às pelo pela mais como mas foi ' +
    'são está é ser tem seu sua ou já também entre sobre até isso este esta ele ela disse após quando muito há pelos pelas',
);
const foreign = wordSet(
  'de la le les el los las una un der die das und ist nicht mit den dem ein eine zu von het een van en niet op dat voor ' +
    'que del por con para se su al es est et des du pour dans sur une qui pas au avec il lo gli di che per non della sono ' +
    'och att som det av på är til og ikke jeg med på nie się na jest że do z w i o e os das em um uma não com dos ve bir bu ' +
    'için da yang dan untuk dengan ini itu pada',
);
/** Small words that Portuguese does not share with its neighbours. */
const onlyPortuguese = wordSet(
  'da do das dos em no na nos nas um uma os não ao aos à às pelo pela mais são está também até isso ele ela há pelos pelas com',
);

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

interface Counts {
  words: number;
  english: number;
  foreign: number;
  portuguese: number;
  onlyPortuguese: number;
  /** Words in another script than Latin. */
  otherScript: number;
  /** Words that begin with a capital, and words that are all capitals; single letters are not counted. */
  capital: number;
  allCaps: number;
  longer: number;
}

/** More words tell nothing new. */
const enough = 1500;
/** Fewer do not tell how a text uses capitals. */
const fewest = 6;

/** The tagger for a text; `lang` (BCP 47, as the page says) decides only where the words are too few. */
export function taggerFor(tokens: readonly Token[], lang: string | undefined): TaggerName | undefined {
  const counts = count(tokens.slice(0, enough).map(look), 0, enough);
  if (isEnglish(counts, lang)) return isCaseless(counts) ? 'en-caseless' : 'en';
  return isPortuguese(counts) ? 'pt' : undefined;
}

function isEnglish(counts: Counts, lang: string | undefined): boolean {
  if (counts.words === 0 || counts.otherScript > 0.4 * counts.words) return false;
  if (counts.words < 20) {
    if (counts.foreign > counts.english) return false;
    return lang === undefined || /^en\b/iu.test(lang) || counts.english >= 3;
  }
  return counts.english >= 0.12 * counts.words && counts.english > 1.3 * counts.foreign;
}

function isPortuguese({ words, portuguese, onlyPortuguese: only, foreign: shared }: Counts): boolean {
  return words >= 8 && portuguese >= 0.2 * words && only >= 0.08 * words && portuguese >= shared;
}

/** All in small letters, all in capitals, or a capital on every word: then capitals tell nothing. */
function isCaseless({ longer, capital, allCaps }: Counts): boolean {
  if (longer < fewest) return false;
  return capital < 0.01 * longer || allCaps > 0.85 * longer || capital > 0.9 * longer;
}

/** Whether a sentence of an English text may hold names: not when it is a quote in another language. */
export function isEnglishSentence(views: readonly TokenView[], first: number, end: number): boolean {
  const counts = count(views, first, end);
  if (counts.words === 0) return false;
  if (counts.otherScript > 0.4 * counts.words) return false;
  return counts.words < 8 || counts.foreign < 3 || counts.english >= counts.foreign;
}

type Looked = Pick<TokenView, 'text' | 'lower' | 'letters' | 'kind'>;

function look({ text, kind }: Token): Looked {
  return { text, kind, lower: text.toLowerCase(), letters: /\p{L}/u.test(text) };
}

function count(words: readonly Looked[], first: number, end: number): Counts {
  const counts = {
    words: 0,
    english: 0,
    foreign: 0,
    portuguese: 0,
    onlyPortuguese: 0,
    otherScript: 0,
    capital: 0,
    allCaps: 0,
    longer: 0,
  };
  for (let at = first; at < end; at++) {
    const word = words[at];
    if (word?.kind !== 'word' || !word.letters) continue;
    const { text, lower } = word;
    const isCapital = text.charAt(0) !== lower.charAt(0);
    counts.words++;
    if (english.has(lower)) counts.english++;
    // "i", "a" and the like stand in both lists: English wins.
    else if (foreign.has(lower) && !isCapital) counts.foreign++;
    if (portuguese.has(lower)) counts.portuguese++;
    if (onlyPortuguese.has(lower)) counts.onlyPortuguese++;
    if (!isLatin(text)) counts.otherScript++;
    if (text.length < 2) continue;
    counts.longer++;
    if (isCapital) counts.capital++;
    if (isCapital && text === text.toUpperCase()) counts.allCaps++;
  }
  return counts;
}

const plain = /^[A-Za-z]+$/;

/** Whether all letters of a word are of the Latin script. */
export function isLatin(word: string): boolean {
  return plain.test(word) || !/(?!\p{sc=Latin})\p{L}/u.test(word);
}
