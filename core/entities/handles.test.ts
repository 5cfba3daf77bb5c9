import { expect, test } from 'vitest';
import { findHandles } from './handles.ts';
import type { RecogniseInput } from './mention.ts';
import { tokenise } from './tokens.ts';

function handles(input: Partial<RecogniseInput> & { text: string }): string[] {
  const full = { links: [], ...input };
  return findHandles(full, tokenise(full.text)).map(({ entity }) => `${entity.name} ${entity.platform ?? 'unknown'}`);
}

function linked(text: string, words: string, href: string): Partial<RecogniseInput> & { text: string } {
  const start = text.indexOf(words);
  return { text, links: [{ start, end: start + words.length, href }] };
}

test.each([
  ['“@PortEllery will you answer?” Okoro wrote on Twitter.', ['@PortEllery x']],
  ['The mayor left X and now writes on Threads as @ellery.mayor.', ['@ellery.mayor threads']],
  ['She is @rin.sails on Instagram and @rin_sails on X.', ['@rin.sails instagram', '@rin_sails x']],
  ['One reader tweeted: “.@quay_bus, where are you?”', ['@quay_bus x']],
  ['A picture shared by @harbour_eye was wrong.', ['@harbour_eye unknown']],
  ['He posts as @rin@shore.example these days.', ['@rin@shore.example mastodon']],
  [
    'Find her at rintamm.bsky.social or @ellerypost.com on Bluesky.',
    ['rintamm.bsky.social bluesky', '@ellerypost.com bluesky'],
  ],
  ['Moderators of r/TideTables thanked u/-salt-, who left.', ['r/TideTables reddit', 'u/-salt- reddit']],
  ['Bread is shown at instagram.com/ellery.bread daily.', ['instagram.com/ellery.bread instagram']],
  ['@Okoro-backed plans', ['@Okoro unknown']],
  ['市は公式X「@ellery_city」で発表した', ['@ellery_city x']],
])('%s', (text, expected) => {
  expect(handles({ text })).toEqual(expected);
});

test.each([
  ['an e-mail address', 'Write to desk@ellerypost.example or to jo@a.example.'],
  ['a price', '3 @ $5 and 10 @ 4'],
  ['a fixture', 'Lakers @ Celtics'],
  ['a package', 'a copy of @quay/signals and tool@4.17.20'],
  ['a word with the sign inside', 'SETI@home and tod@s'],
  ['code words', 'The rule @media broke, @Override too'],
  ['a chat address', 'the room @ops-bot:matrix.example.org'],
  ['a map address', 'https://www.maps.example/@51.5073,-0.1276,15z'],
  ['a ship and a shortening', 'R/V Gannet, n/a, and/or b/w'],
  ['a name with other letters', '@Zoë came'],
  ['house numbers and colours', 'house #42, the #1 topic, #fff and #1a2b3c, C# and F#'],
])('%s is no handle', (_, text) => {
  expect(handles({ text })).toEqual([]);
});

test('what the page marks as code holds no handles', () => {
  expect(handles({ text: 'run @quaytool now', code: [{ start: 4, end: 13 }] })).toEqual([]);
});

test('a link tells the platform and the profile', () => {
  const text = 'The office, @MayorEllery, said so.';
  const input = { lang: 'en', ...linked(text, '@MayorEllery', 'https://mobile.twitter.com/MayorEllery?ref_src=a') };
  const [found] = findHandles({ links: [], ...input }, tokenise(text));
  expect(found?.entity).toEqual({
    name: '@MayorEllery',
    type: 'Handle',
    evidence: 'a link',
    platform: 'x',
    profileUrl: 'https://x.com/MayorEllery',
  });
});

test('a link elsewhere to the same profile counts too', () => {
  const text = 'Tom Orr (@torr_rows) July 2';
  expect(handles(linked(text, 'July 2', 'https://twitter.com/torr_rows/status/1'))).toEqual(['@torr_rows x']);
});

test('a link to no network tells nothing', () => {
  const text = 'published by @oriel.b last spring';
  expect(handles(linked(text, '@oriel.b', 'https://medium.com/@oriel.b/queue'))).toEqual(['@oriel.b unknown']);
});

test.each(['javascript:alert(1)', 'https://[', 'mailto:a@b.example', '//', ''])('the link %j does no harm', (href) => {
  expect(handles(linked('by @oriel today', '@oriel', href))).toEqual(['@oriel unknown']);
});

test('all mentions of a handle agree on its platform', () => {
  const text = '@quay_bus is late.\n\nMore than a thousand people read the account @quay_bus on X.';
  expect(handles({ text })).toEqual(['@quay_bus x', '@quay_bus x']);
});

test('hashtags need a letter and may be of any script', () => {
  const text = 'Readers used #SaveQuay, “#8M”, #Köln and #земля.';
  expect(handles({ text }).map((each) => each.split(' ')[0])).toEqual(['#SaveQuay', '#8M', '#Köln', '#земля']);
});
