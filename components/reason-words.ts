// Why a name was marked, in the reader's words: the recogniser gives rules and features by name.
import type { Words } from './words.ts';

/** Rules first, then kinds of features of the tagger; the first that fits speaks. */
const sentences = [
  [/^a correction of yours$/, (words) => words('whyCorrected')],
  [/^your list of names$/, (words) => words('whyWatched')],
  [/^form of a hashtag$/, (words) => words('whyHashtag')],
  [/^form of a handle$/, (words) => words('whyHandle')],
  [/^form of a name (?:on|in) (?:the )?(.+)$/, (words, [, network = '']) => words('whyNetworkForm', network)],
  [/^a link$/, (words) => words('whyLink')],
  [/^the words around it$/, (words) => words('whyAround')],
  [/^address of a profile$/, (words) => words('whyAddress')],
  [/^named as (.+)$/s, (words, [, name = '']) => words('whyNamedAs', name)],
  [/acronym/, (words) => words('whyAcronym')],
  [/known name/, (words) => words('whyKnown')],
  [/elsewhere/, (words) => words('whyElsewhere')],
  [/\b(?:before|after|beside|around|joined)\b/, (words) => words('whyBeside')],
  [/\bwords?\b/, (words) => words('whyWords')],
] as const satisfies readonly (readonly [RegExp, (words: Words, match: readonly string[]) => string])[];

/** One sentence for each part of a reason, none twice. */
export function reasonWords(reason: string, words: Words): string[] {
  const whole = sentences.slice(0, 9).some(([pattern]) => pattern.test(reason));
  const parts = whole ? [reason] : reason.split(', ');
  return [...new Set(parts.map((part) => sentenceFor(part, words)))];
}

function sentenceFor(part: string, words: Words): string {
  for (const [pattern, say] of sentences) {
    const match = pattern.exec(part);
    if (match !== null) return say(words, match);
  }
  return words('whyForm');
}

/** How sure the recogniser is, 0 to 1. */
export function sureWords(score: number, words: Words): string {
  const percent = new Intl.NumberFormat(words('language'), { style: 'percent' }).format(score);
  if (score >= 0.9) return words('whyAlmostSure', percent);
  return score >= 0.75 ? words('whyLikely', percent) : words('whyUnsure', percent);
}
