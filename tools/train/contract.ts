// Portuguese as it is written: the corpus parts "do" into "de o", a newspaper does not.
import type { TsvToken } from './corpora.ts';

const articles = ['o', 'a', 'os', 'as'];
const others = [
  ...['ele', 'ela', 'eles', 'elas', 'este', 'esta', 'estes', 'estas', 'esse', 'essa', 'esses', 'essas'],
  ...['aquele', 'aquela', 'aqueles', 'aquelas', 'isto', 'isso', 'aquilo'],
];
const indefinite = ['um', 'uma', 'uns', 'umas'];

/** Preposition and next word -> the one word that is written for both. */
const contractions: ReadonlyMap<string, string> = new Map([
  ...[...articles, ...others].map((word): [string, string] => [`de ${word}`, `d${word}`]),
  ...[...articles, ...others, ...indefinite].map((word): [string, string] => [`em ${word}`, `n${word}`]),
  ...articles.map((word): [string, string] => [`por ${word}`, `pel${word}`]),
  ...articles.map((word): [string, string] => [`a ${word}`, word.startsWith('a') ? `à${word.slice(1)}` : `a${word}`]),
]);

/** The sentence with its contractions; parted is left what stands on the border of a name. */
export function contract(sentence: readonly TsvToken[]): TsvToken[] {
  const written: TsvToken[] = [];
  for (const next of sentence) {
    const last = written.at(-1);
    const whole = last && contractions.get(`${last.token.toLowerCase()} ${next.token}`);
    if (last !== undefined && whole !== undefined && isInside(last, next))
      written[written.length - 1] = { token: likeFirst(whole, last.token), label: last.label };
    else written.push(next);
  }
  return written;
}

/** Both within one name, or both in none. */
function isInside(last: TsvToken, next: TsvToken): boolean {
  return next.label === 'O' ? last.label === 'O' : next.label.startsWith('I-');
}

function likeFirst(word: string, first: string): string {
  return first === first.toLowerCase() ? word : word.charAt(0).toUpperCase() + word.slice(1);
}
