// What the recogniser finds in a text. Plain JSON: it is sent from the background to the page.
import type { EntityType } from '../annotation.ts';

export type { EntityType } from '../annotation.ts';

/** One occurrence of a name, handle or hashtag in the text; UTF-16 offsets, end exclusive, never overlapping. */
export interface Mention {
  start: number;
  end: number;
  type: EntityType;
  /** How sure the recogniser is, 0 to 1; rules say 1. */
  score: number;
  /** Why it was marked, by the name of the rule or the features that weighed most: for the card and for debugging. */
  reason: string;
  /** Index into the entities of the same recognition. */
  entity: number;
}

export const platforms = [
  'x',
  'instagram',
  'facebook',
  'tiktok',
  'youtube',
  'threads',
  'bluesky',
  'mastodon',
  'telegram',
  'reddit',
  'linkedin',
  'twitch',
  'truthsocial',
  'other',
] as const;
export type Platform = (typeof platforms)[number];

/** One person, organisation, place, handle or hashtag: all its mentions joined. */
export interface Entity {
  /** The fullest form in the text. */
  name: string;
  type: EntityType;
  /** Of a handle, where the text or a link tells it. */
  platform?: Platform;
  profileUrl?: string;
  /** What tells the platform: the name of a rule, as in `Mention.reason`. */
  evidence?: string;
  /** Of a handle: the name of the person or organisation that the text ties it to. */
  owner?: string;
}

export interface Recognition {
  /** In the order of the text. */
  mentions: readonly Mention[];
  entities: readonly Entity[];
  /**
   * `known-names`: the text is in a language that no tagger reads, only well-known names are found; `handles-only`: not
   * even these, the file of names is damaged.
   */
  coverage: 'all' | 'known-names' | 'handles-only';
}

export interface RecogniseInput {
  text: string;
  links: readonly { start: number; end: number; href: string }[];
  /** Stretches of program code, where the page marks them: no handles there. */
  code?: readonly { start: number; end: number }[];
  /** What the page says of its language; the text itself decides. */
  lang?: string;
}
