// Which network the words around a handle speak of: "wrote on Twitter", "her Instagram account".
import type { Platform } from './mention.ts';

const words: readonly (readonly [Platform, string])[] = [
  ['x', String.raw`Twitter|(?:re)?tweet(?:s|ed|ing|er)?|(?:Re)?[Tt]weet(?:s|ed|ing)?|ツイッター|تويتر|Твиттер\p{L}*`],
  [
    'x',
    String.raw`(?<=\b(?:on|On|via|from|to|left|platform|through|using|its|his|her|their) |公式)X|X(?= (?:account|post|user|handle|thread|profile|feed)s?\b)`,
  ],
  ['instagram', 'Instagram|Insta|インスタグラム|انستغرام|Инстаграм\\p{L}*'],
  ['facebook', 'Facebook|فيسبوك|Фейсбук\\p{L}*'],
  ['tiktok', 'TikTok'],
  ['youtube', 'YouTube|Youtube|Ютуб\\p{L}*'],
  ['threads', 'Threads'],
  ['bluesky', 'Bluesky|BlueSky|bluesky|Bsky'],
  ['mastodon', 'Mastodon|fediverse'],
  ['telegram', 'Telegram|Телеграм\\p{L}*'],
  ['reddit', 'Reddit|subreddit'],
  ['linkedin', 'LinkedIn'],
  ['twitch', 'Twitch'],
  ['truthsocial', 'Truth Social'],
];
const platformsOfGroups = words.map(([platform]) => platform);

const reachBefore = 320;
const reachAfter = 200;
const dearest = 420;

/** The network named nearest to the stretch; what stands before counts more, another sentence or line less. */
export function platformAround(text: string, start: number, end: number): Platform | undefined {
  const from = Math.max(0, start - reachBefore);
  const window = text.slice(from, end + reachAfter);
  // Made anew: it keeps its place between matches.
  const pattern = new RegExp(
    String.raw`(?<![\p{sc=Latin}\p{N}_@#./])(?:${words.map(([, word]) => `(${word})`).join('|')})(?![\p{sc=Latin}\p{N}_])`,
    'gu',
  );
  let best: Platform | undefined;
  let least = dearest;
  for (const match of window.matchAll(pattern)) {
    const platform = platformsOfGroups[match.slice(1).findIndex((group) => group !== undefined)];
    const at = from + match.index;
    const cost = at < start ? costBefore(text, at + match[0].length, start) : costAfter(text, end, at);
    if (platform === undefined || (at < end && at + match[0].length > start) || cost >= least) continue;
    least = cost;
    best = platform;
  }
  return best;
}

function costBefore(text: string, from: number, to: number): number {
  return to - from + bordersBetween(text, from, to);
}

function costAfter(text: string, from: number, to: number): number {
  const between = text.slice(from, to);
  if (/^['’]?s?\s*(?:on|via|at)\s+(?:the\s+)?$/u.test(between)) return 0;
  return 30 + 1.5 * between.length + bordersBetween(text, from, to);
}

/** What the sentences and lines cost that end between two places. */
function bordersBetween(text: string, from: number, to: number): number {
  const between = text.slice(from, to);
  const sentences = between.match(/[.!?]["”’)]?\s/gu)?.length ?? 0;
  const handles = between.match(/[^\p{L}]@\w/gu)?.length ?? 0;
  return 40 * sentences + 30 * handles + (between.includes('\n') ? 60 : 0);
}
