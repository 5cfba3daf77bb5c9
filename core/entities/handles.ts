// Handles ("@name", "@name@host", "name.bsky.social", "r/name", "instagram.com/name") and hashtags, by rule.
import type { Entity, Platform, RecogniseInput } from './mention.ts';
import { platformAround } from './platform-words.ts';
import { type Profile, profileUrl, readProfile } from './platforms.ts';
import type { Token } from './tokens.ts';

/** A handle or hashtag at its place; UTF-16 offsets, end exclusive. */
export interface FoundHandle {
  start: number;
  end: number;
  reason: string;
  entity: Entity;
}

interface Place {
  start: number;
  end: number;
}

/** No article has more; a hostile one shall not cost more. */
const mostHandles = 3000;
const mostLinks = 3000;

/** Names of code that look like handles. */
const codeWords = new Set(
  (
    'media import override deprecated param params return returns throws charset supports keyframes apply tailwind ' +
    'container layer property interface implementation end selector autowired nullable nonnull test before after ' +
    'beforeeach aftereach component injectable types here everyone channel'
  ).split(' '),
);
const fediverse = /^@[\w.-]+@[\w-]+(?:\.[\w-]+)+$/u;
const domainHandle = /\.(?:bsky\.social|com|org|net|news|social|app|dev|io|co\.uk|de|fr|eu)$/u;
const blueskyHost = /^[\w-]{1,63}\.bsky\.social$/u;
const redditName = /(?<![\p{L}\p{N}_/@.:-])[ru]\/[A-Za-z0-9_-]{3,25}(?![\p{L}\p{N}_/])/gu;

/** All handles and hashtags of a text, in its order, never overlapping. */
export function findHandles({ text, links, code = [] }: RecogniseInput, tokens: readonly Token[]): FoundHandle[] {
  const profiles = links.slice(0, mostLinks).flatMap((link) => {
    const profile = readProfile(link.href);
    return profile === undefined ? [] : [{ ...link, profile }];
  });
  const found: FoundHandle[] = [];
  for (const token of tokens) {
    if (token.kind === 'word' || token.kind === 'mark' || token.kind === 'number') continue;
    if (found.length >= mostHandles) break;
    const handle = readToken(text, token, profiles);
    if (handle !== undefined) found.push(handle);
  }
  for (const match of text.matchAll(redditName)) {
    if (found.length >= 2 * mostHandles) break;
    const place = { start: match.index, end: match.index + match[0].length };
    found.push(handleAt(text, place, 'reddit', 'form of a name on Reddit'));
  }
  found.sort((one, other) => one.start - other.start);
  const apart = found.filter((handle, index) => index === 0 || (found[index - 1]?.end ?? 0) <= handle.start);
  return agree(apart.filter((handle) => !code.some((place) => handle.start < place.end && place.start < handle.end)));
}

type LinkedProfile = Place & { profile: Profile };

function readToken(text: string, token: Token, profiles: readonly LinkedProfile[]): FoundHandle | undefined {
  const before = text.slice(Math.max(0, token.start - 2), token.start);
  if (token.kind === 'hashtag') {
    const tag = token.text;
    if (
      !/\p{L}/u.test(tag) ||
      /[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\p{N}&_]$/u.test(before) ||
      /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/u.test(tag)
    )
      return undefined;
    return { start: token.start, end: token.end, reason: 'form of a hashtag', entity: { name: tag, type: 'Hashtag' } };
  }
  if (token.kind === 'address') return readAddress(text, token);
  // "SETI@home", "24/7 @night", "@preact/signals", "@bot:host", "@Zoë" are none.
  if (/(?:[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\p{N}_]|\p{N}\s)$/u.test(before)) return undefined;
  const place = { start: token.start, end: token.end - surplus(token.text) };
  const handle = text.slice(place.start, place.end);
  if (/^[:/][\p{L}\p{N}]/u.test(text.slice(token.end, token.end + 2))) return undefined;
  if (/^[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}(]/u.test(text.slice(place.end, place.end + 1))) return undefined;
  if (!/[A-Za-z]/u.test(handle) || codeWords.has(handle.slice(1).toLowerCase())) return undefined;
  if (fediverse.test(handle)) return handleAt(text, place, 'mastodon', 'form of a name in the fediverse');
  const bare = handle.slice(1).toLowerCase();
  const linked =
    profiles.find((link) => link.start <= place.start && place.end <= link.end) ??
    profiles.find((link) => link.profile.name?.toLowerCase() === bare);
  if (linked !== undefined) {
    const { platform, name, url } = linked.profile;
    const same = name?.toLowerCase() === bare;
    if (same || platform !== 'mastodon') return handleAt(text, place, platform, 'a link', same ? url : undefined);
  }
  if (handle.endsWith('.bsky.social')) return handleAt(text, place, 'bluesky', 'form of a name on Bluesky');
  const named = platformAround(text, place.start, place.end);
  if (named !== undefined) return handleAt(text, place, named, 'the words around it');
  if (domainHandle.test(handle)) return handleAt(text, place, 'bluesky', 'form of a name on Bluesky');
  return handleAt(text, place, undefined, 'form of a handle');
}

/** A hyphen belongs to a handle only where the whole is a domain: "@name-supporting" ends before it. */
function surplus(handle: string): number {
  if (handle.includes('@', 1) || domainHandle.test(handle)) return 0;
  const hyphen = handle.indexOf('-');
  return hyphen < 0 ? 0 : handle.length - hyphen;
}

function readAddress(text: string, { start, end, text: address }: Token): FoundHandle | undefined {
  if (address.includes('@') || address.includes('://')) return undefined;
  if (blueskyHost.test(address)) return handleAt(text, { start, end }, 'bluesky', 'form of a name on Bluesky');
  const profile = readProfile(`https://${address}`);
  if (profile?.url === undefined || profile.platform === 'mastodon') return undefined;
  return handleAt(text, { start, end }, profile.platform, 'address of a profile', profile.url);
}

function handleAt(
  text: string,
  { start, end }: Place,
  platform: Platform | undefined,
  reason: string,
  known?: string,
): FoundHandle {
  const name = text.slice(start, end);
  const url = known ?? (platform === undefined ? undefined : profileUrl(platform, name));
  const entity: Entity = {
    name,
    type: 'Handle',
    ...(platform === undefined ? {} : { platform, evidence: reason }),
    ...(url === undefined ? {} : { profileUrl: url }),
  };
  return { start, end, reason, entity };
}

/** One entity for each handle: what a link or its form tells of one occurrence holds for all; words tell less. */
function agree(found: FoundHandle[]): FoundHandle[] {
  const best = new Map<string, FoundHandle>();
  const strength = (handle: FoundHandle): number =>
    handle.entity.platform === undefined ? 0 : handle.reason === 'the words around it' ? 1 : 2;
  for (const handle of found) {
    const key = handle.entity.name.toLowerCase();
    const known = best.get(key);
    if (known === undefined || strength(handle) > strength(known)) best.set(key, handle);
  }
  return found.map((handle) => ({
    ...handle,
    entity: best.get(handle.entity.name.toLowerCase())?.entity ?? handle.entity,
  }));
}
