// Rules for highlights come and go without a gap in which nothing is painted.
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Sender } from '../../messages/wire.ts';
import { styleHighlights } from './styles.ts';

const url = 'https://news.example/story';
const sender = { id: 'x', frameId: 0, url, tab: { id: 3, url } } as Sender;
const rule = (colour: string): string => `::highlight(pressmark-x1-yellow) { background-color: ${colour} }`;
const steps: string[] = [];

beforeEach(() => {
  fakeBrowser.reset();
  steps.length = 0;
  vi.spyOn(fakeBrowser.scripting, 'insertCSS').mockImplementation(async ({ css }) => void steps.push(`+ ${css}`));
  vi.spyOn(fakeBrowser.scripting, 'removeCSS').mockImplementation(async ({ css }) => void steps.push(`- ${css}`));
});

it('new rules stand before the old ones go', async () => {
  await styleHighlights(sender, rule('#ffee00'));
  await styleHighlights(sender, rule('#eedd00'));
  expect(steps).toEqual([`+ ${rule('#ffee00')}`, `+ ${rule('#eedd00')}`, `- ${rule('#ffee00')}`]);
});

it('no rules take the old ones away', async () => {
  await styleHighlights(sender, rule('#ffee00'));
  await styleHighlights(sender, '');
  expect(steps).toEqual([`+ ${rule('#ffee00')}`, `- ${rule('#ffee00')}`]);
});

it('rules that would fetch something are refused', async () => {
  await expect(styleHighlights(sender, 'body { background: url(https://spy.example/) }')).rejects.toThrow();
  expect(steps).toEqual([]);
});
