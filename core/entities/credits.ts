// Photographers are named as newsrooms credit them, "ANNA BERG/AFP via Getty Images": no sentence helps the tagger there.
import { tagTypes } from './labels.ts';
import type { PreparedText } from './prepared-text.ts';
import type { TaggedName } from './tagger.ts';

/** First words of the agencies that pictures come from. */
const agencies = new Set(
  (
    'afp ap reuters getty epa epa-efe efe bloomberg shutterstock pa dpa ansa anp tass xinhua anadolu nurphoto zuma sipa ' +
    'alamy rex imago wireimage filmmagic istock corbis upi pool magnum polaris redux'
  ).split(' '),
);
const fewestWords = 2;
const mostWords = 4;
const likelihood = 0.95;
const person = tagTypes.indexOf('PER');

/** The names, with the photographers in the place of what else was found on their words. */
export function withCredits(text: PreparedText, names: readonly TaggedName[]): TaggedName[] {
  const credits = findCredits(text);
  if (credits.length === 0) return [...names];
  const free = names.filter((name) => !credits.some((credit) => credit.first < name.end && name.first < credit.end));
  return [...free, ...credits].sort((one, other) => one.first - other.first);
}

function findCredits({ views, tokens, sentences }: PreparedText): TaggedName[] {
  const credits: TaggedName[] = [];
  for (const { first: start, end: stop } of sentences) {
    for (let at = start + fewestWords; at + 1 < stop; at++) {
      if (views[at]?.text !== '/' || !agencies.has(views[at + 1]?.lower ?? '')) continue;
      let first = at;
      while (first > start && at - first < mostWords && isNameWord(views[first - 1])) first--;
      if (at - first < fewestWords || tokens[at]?.glued !== true) continue;
      const likelihoods = tagTypes.map((_, type) => (type === person ? likelihood : 0));
      credits.push({ first, end: at, type: person, likelihoods, reason: 'a picture credit' });
    }
  }
  return credits;
}

function isNameWord(view: PreparedText['views'][number] | undefined): boolean {
  return view?.capital === true && view.letters && /^[\p{L}'.]+$/u.test(view.text) && !agencies.has(view.lower);
}
