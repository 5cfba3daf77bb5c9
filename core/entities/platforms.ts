// The networks that handles live on: how an address names one, and the address of a profile.
import type { Platform } from './mention.ts';

/** Someone's page at a network, as an address names it. `name` is missing for a post or another page of it. */
export interface Profile {
  platform: Platform;
  name?: string;
  url?: string;
}

interface Network {
  hosts: readonly string[];
  /** The name in a path; first group. */
  path: RegExp;
  url: (name: string) => string;
}

const networks: Partial<Record<Platform, Network>> = {
  x: { hosts: ['twitter.com', 'x.com'], path: /^\/@?(\w{1,30})(?:\/|$)/u, url: (name) => `https://x.com/${name}` },
  instagram: {
    hosts: ['instagram.com'],
    path: /^\/([\w.]{1,40})(?:\/|$)/u,
    url: (name) => `https://www.instagram.com/${name}`,
  },
  facebook: {
    hosts: ['facebook.com', 'fb.com'],
    path: /^\/([\w.-]{3,60})(?:\/|$)/u,
    url: (name) => `https://www.facebook.com/${name}`,
  },
  tiktok: {
    hosts: ['tiktok.com'],
    path: /^\/@([\w.]{1,40})(?:\/|$)/u,
    url: (name) => `https://www.tiktok.com/@${name}`,
  },
  youtube: {
    hosts: ['youtube.com'],
    path: /^\/@([\w.-]{1,60})(?:\/|$)/u,
    url: (name) => `https://www.youtube.com/@${name}`,
  },
  threads: {
    hosts: ['threads.net', 'threads.com'],
    path: /^\/@([\w.]{1,40})(?:\/|$)/u,
    url: (name) => `https://www.threads.com/@${name}`,
  },
  bluesky: {
    hosts: ['bsky.app'],
    path: /^\/profile\/([\w.-]{3,100})(?:\/|$)/u,
    url: (name) => `https://bsky.app/profile/${name}`,
  },
  telegram: {
    hosts: ['t.me', 'telegram.me'],
    path: /^\/(?:s\/)?(\w{3,40})(?:\/|$)/u,
    url: (name) => `https://t.me/${name}`,
  },
  reddit: {
    hosts: ['reddit.com'],
    path: /^\/((?:r|u|user)\/[\w-]{2,40})(?:\/|$)/u,
    url: (name) => `https://www.reddit.com/${name.replace(/^u\//u, 'user/')}`,
  },
  linkedin: {
    hosts: ['linkedin.com'],
    path: /^\/((?:in|company)\/[\p{L}\p{N}%-]{2,100})(?:\/|$)/u,
    url: (name) => `https://www.linkedin.com/${name}`,
  },
  twitch: { hosts: ['twitch.tv'], path: /^\/(\w{3,30})(?:\/|$)/u, url: (name) => `https://www.twitch.tv/${name}` },
  truthsocial: {
    hosts: ['truthsocial.com'],
    path: /^\/@(\w{1,40})(?:\/|$)/u,
    url: (name) => `https://truthsocial.com/@${name}`,
  },
};
const known = Object.keys(networks).filter((name): name is Platform => name in networks);

/** First parts of paths that are no one's name. */
const reserved = new Set(
  'p reel reels stories explore intent share sharer sharer.php hashtag search home i tag watch events groups login dialog post posts hashtags settings about'.split(
    ' ',
  ),
);
/** Networks with "@name" in their addresses that are neither known here nor part of the fediverse. */
const otherHosts =
  /(?:^|\.)(?:medium\.com|substack\.com|flickr\.com|patreon\.com|npmjs\.com|unpkg\.com|google\.[a-z.]+)$/u;
const fediversePath = /^\/@([\w.-]{1,60})(?:@([\w-]{1,63}(?:\.[\w-]{1,63}){1,6}))?(?:\/[\w/-]*)?$/u;

/** What an address tells of a network; undefined when it is none of a network. Never throws. */
export function readProfile(href: string): Profile | undefined {
  const address = parse(href);
  if (address === undefined) return undefined;
  const host = address.hostname.replace(/^www\./u, '');
  for (const platform of known) {
    const network = networks[platform];
    if (network?.hosts.some((each) => host === each || host.endsWith(`.${each}`)) !== true) continue;
    const asked = address.searchParams.get('screen_name');
    const name =
      platform === 'x' && asked !== null && /^\w{1,30}$/u.test(asked)
        ? asked
        : network.path.exec(address.pathname)?.[1];
    if (name === undefined || reserved.has(name.toLowerCase())) return { platform };
    return { platform, name, url: network.url(name) };
  }
  const fediverse = fediversePath.exec(address.pathname);
  const name = fediverse?.[1];
  if (name === undefined || otherHosts.test(host)) return undefined;
  return { platform: 'mastodon', name, url: `https://${fediverse?.[2] ?? host}/@${name}` };
}

/** The address of a profile by its network and the handle as written; undefined for networks without a known form. */
export function profileUrl(platform: Platform, handle: string): string | undefined {
  const bare = handle.replace(/^[@\uFF20]/u, '');
  if (platform === 'mastodon') {
    const [name, host] = bare.split('@');
    return host === undefined ? undefined : `https://${host}/@${name}`;
  }
  return networks[platform]?.url(bare);
}

function parse(href: string): URL | undefined {
  if (!/^(?:https?:)?\/\//iu.test(href)) return undefined;
  try {
    return new URL(href, 'https://page.invalid/');
  } catch {
    return undefined;
  }
}
