// What running text tells of words, for the model file: English ones from a table made of much text, those of other
// languages from the labelled texts themselves.
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { hashString } from '../../core/entities/hash.ts';
import { splitSentences } from '../../core/entities/sentences.ts';
import { classedForm } from '../../core/entities/shapes.ts';
import { type Token, tokenise } from '../../core/entities/tokens.ts';
import { capitalHabits, packFacts, type WordLists } from '../../core/entities/word-classes.ts';
import { clusterWords } from './word-clusters.ts';
import { englishWords, readTable } from './words/table.ts';

const clustering = { leastCount: 4, fine: 512, coarse: 64, rounds: 12 };
/** Words seen less often within sentences have no habit. */
const leastWritten = 2;

/**
 * `unlabelled`: a gzip file of running text; left out where there is none. Habits are learnt from it alone: of the words
 * of the labelled texts nothing may be known that would not be known of the next text.
 */
export function learnEnglishWords(unlabelled: string): WordLists {
  const habits = existsSync(unlabelled)
    ? learnHabits(splitText(gunzipSync(readFileSync(unlabelled)).toString('utf8')))
    : new Map<string, number>();
  const rows = readTable(englishWords);
  const rowOf = new Map(rows.map((row) => [row.word, row]));
  const coarse = new Uint8Array(1 + rows.reduce((top, { fine }) => Math.max(top, fine), 0));
  for (const row of rows) coarse[row.fine] = row.coarse;
  const words = [...new Set([...rowOf.keys(), ...habits.keys()])].map((word) => {
    const { fine = 0, codes = 0 } = rowOf.get(word) ?? {};
    return { hash: hashString(word), facts: packFacts(fine, habits.get(word) ?? 0), codes };
  });
  words.sort((one, other) => one.hash - other.hash);
  return {
    words: Uint32Array.from(words, ({ hash }) => hash),
    facts: Uint16Array.from(words, ({ facts }) => facts),
    codes: Uint32Array.from(words, ({ codes }) => codes),
    coarse,
  };
}

/** Classes of the words of these texts; nothing is known of how they are written elsewhere, and they have no codes. */
export function clusterOwnWords(texts: readonly string[]): WordLists {
  const sentences = texts.flatMap(splitText).map((sentence) => sentence.map(classedForm));
  const { fineOf, coarseOf } = clusterWords(sentences, clustering);
  const words = [...fineOf].map(([word, fine]) => ({ hash: hashString(word), facts: packFacts(fine, 0) }));
  words.sort((one, other) => one.hash - other.hash);
  return {
    words: Uint32Array.from(words, ({ hash }) => hash),
    facts: Uint16Array.from(words, ({ facts }) => facts),
    codes: new Uint32Array(),
    coarse: Uint8Array.from(coarseOf),
  };
}

function splitText(text: string): Token[][] {
  const tokens = tokenise(text);
  return splitSentences(text, tokens).map(({ first, end }) => tokens.slice(first, end));
}

interface Written {
  small: number;
  capital: number;
  allCaps: number;
}

/** How words are written where no sentence begins and the line is not one of capitals. */
function learnHabits(sentences: readonly (readonly Token[])[]): Map<string, number> {
  const seen = new Map<string, Written>();
  for (const sentence of sentences) {
    const words = sentence.filter((token) => /^\p{L}/u.test(token.text));
    const small = words.filter((token) => /^\p{Ll}/u.test(token.text));
    if (small.length < words.length / 2) continue;
    words.forEach((token, at) => {
      if (at === 0) return;
      const form = classedForm(token);
      const written = seen.get(form) ?? { small: 0, capital: 0, allCaps: 0 };
      seen.set(form, written);
      if (/^\p{Ll}/u.test(token.text)) written.small++;
      else if (token.text.length > 1 && token.text === token.text.toUpperCase()) written.allCaps++;
      else written.capital++;
    });
  }
  const habits = new Map<string, number>();
  for (const [word, written] of seen) {
    if (written.small + written.capital + written.allCaps >= leastWritten) habits.set(word, habitOf(written));
  }
  return habits;
}

function habitOf({ small, capital, allCaps }: Written): number {
  const share = small / (small + capital + allCaps);
  if (share >= 0.97) return capitalHabits.indexOf('small');
  if (share >= 0.7) return capitalHabits.indexOf('mostly small');
  if (share >= 0.3) return capitalHabits.indexOf('either');
  if (allCaps > capital) return capitalHabits.indexOf('all caps');
  return capitalHabits.indexOf(share > 0.05 ? 'mostly capital' : 'capital');
}
