// What the reader has said of marks: recognition + corrections -> corrected recognition. The tagger is not taught: what
// was said is applied to what it finds, so that each correction does exactly what it says and can be taken back.
import type { EntityType } from '../annotation.ts';
import type { EntityName } from './name-key.ts';

export type Fix =
  /** It is of another kind. */
  | { what: 'kind'; type: EntityType }
  | { what: 'not-a-name' }
  /** It is another name for this one; a handle then belongs to it. */
  | { what: 'same-as'; to: EntityName }
  /** This form of the name means someone or something else. */
  | { what: 'apart' };

export const reaches = ['mention', 'article', 'always'] as const;
export type Reach = (typeof reaches)[number];

/** How much of the article's text beside a mention is kept to know it again, UTF-16 units. */
export const contextLength = 32;

export interface Correction {
  /** UUID version 7: sorts by the time at which it was made. */
  id: string;
  /** ISO 8601, UTC. */
  made: string;
  /** The entity as it was shown when it was corrected. */
  name: string;
  type: EntityType;
  /** The words of the mention that was corrected. */
  form: string;
  reach: Reach;
  fix: Fix;
  /** Of a mention or an article: the article's addresses, as notes/article-url.ts writes them, and its title. */
  article?: { addresses: readonly string[]; title: string };
  /** Of a mention: what stands before and after it. */
  before?: string;
  after?: string;
}

/** The corrections that speak of an article, in the order in which they are applied: the closer one has the last word. */
export function correctionsFor(all: readonly Correction[], addresses: readonly string[]): Correction[] {
  return all
    .filter(({ reach, article }) => reach === 'always' || article?.addresses.some((each) => addresses.includes(each)))
    .sort((one, other) => reaches.indexOf(other.reach) - reaches.indexOf(one.reach) || (one.id < other.id ? -1 : 1));
}

/** What stands beside a stretch of text: enough to tell it from others with the same words. */
export function contextOf(
  text: string,
  start: number,
  end: number,
  length = contextLength,
): { before: string; after: string } {
  return { before: text.slice(Math.max(0, start - length), start), after: text.slice(end, end + length) };
}
