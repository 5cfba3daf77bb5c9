// What a handle's platform is called, and whether its profile may be linked.

import type { Entity, Platform } from '../core/entities/mention.ts';
import type { Words } from './words.ts';

/** Names of their own: the same in every language. */
const names: Record<Exclude<Platform, 'other'>, string> = {
  x: 'X (Twitter)',
  instagram: 'Instagram',
  facebook: 'Facebook',
  tiktok: 'TikTok',
  youtube: 'YouTube',
  threads: 'Threads',
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
  telegram: 'Telegram',
  reddit: 'Reddit',
  linkedin: 'LinkedIn',
  twitch: 'Twitch',
  truthsocial: 'Truth Social',
};

/** "Handle on Bluesky"; undefined when the platform is not known. */
export function handleKind({ type, platform }: Entity, words: Words): string | undefined {
  if (type !== 'Handle' || platform === undefined || platform === 'other') return undefined;
  return words('kindHandleOn', names[platform]);
}

/** The address of a profile, only if it is a web address: it came out of a page. */
export function profileAddress(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}
