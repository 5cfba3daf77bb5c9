// What running text tells of words, for the model file: from the unlabelled news and the words of the labelled texts.
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { hashString } from '../../core/entities/hash.ts';
import { splitSentences } from '../../core/entities/sentences.ts';
import { classedForm } from '../../core/entities/shapes.ts';
import { type Token, tokenise } from '../../core/entities/tokens.ts';
import { capitalHabits, packFacts, type WordLists } from '../../core/entities/word-classes.ts';
import { clusterWords } from './word-clusters.ts';

const clustering = { leastCount: 4, fine: 512, coarse: 64, rounds: 12 };
/** Words seen less often within sentences have no habit. */
const leastWritten = 2;

/**
 * `unlabelled`: a gzip file of running text; left out where there is none. Habits are learnt from it alone: of the words
 * of the labelled texts nothing may be known that would not be known of the next text.
 */
export function learnWords(unlabelled: string, texts: readonly string[]): WordLists {
  const open = existsSync(unlabelled) ? splitText(gunzipSync(readFileSync(unlabelled)).toString('utf8')) : [];
  const { fineOf, coarseOf } = clusterWords(
    [...open, ...texts.flatMap(splitText)].map((sentence) => sentence.map(classedForm)),
    clustering,
  );
  const habits = learnHabits(open);
  const words = new Set([...fineOf.keys(), ...habits.keys()]);
  const sorted = [...words].map((word): [number, number] => [
    hashString(word),
    packFacts(fineOf.get(word) ?? 0, habits.get(word) ?? 0),
  ]);
  sorted.sort(([one], [other]) => one - other);
  return {
    words: Uint32Array.from(sorted, ([hash]) => hash),
    facts: Uint16Array.from(sorted, ([, facts]) => facts),
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
