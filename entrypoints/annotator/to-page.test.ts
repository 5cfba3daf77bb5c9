import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Sender } from '../../messages/wire.ts';
import { isOurs } from './to-page.ts';

const tab = { id: 3, url: 'https://news.example/story' };

let own: string;
beforeEach(() => {
  fakeBrowser.reset();
  own = fakeBrowser.runtime.getURL('/').replace(/\/$/, '');
});

function sender(parts: object): Sender {
  return { id: fakeBrowser.runtime.id, ...parts } as Sender;
}

describe('the annotator', () => {
  it('listens to the background, the popup, and a card in a frame or in a window', () => {
    expect(isOurs(sender({}))).toBe(true);
    expect(isOurs(sender({ url: `${own}/popup.html` }))).toBe(true);
    expect(isOurs(sender({ tab, frameId: 4, url: `${own}/editor.html#ticket` }))).toBe(true);
    expect(isOurs(sender({ tab, frameId: 0, url: `${own}/window.html#ticket` }))).toBe(true);
  });

  it.each([
    ['another extension', { id: 'another', url: 'chrome-extension://another/popup.html' }],
    [
      'another extension that has our page in its address',
      { id: 'another', tab, url: 'chrome-extension://a/editor.html' },
    ],
    ['nobody who is named', { id: undefined }],
    ['a content script', { tab, frameId: 0, url: tab.url }],
    ['a content script in a frame', { tab, frameId: 2, url: tab.url }],
    ['a frame without an address', { tab, frameId: 2 }],
  ])('does not listen to %s', (_who, parts) => {
    expect(isOurs(sender(parts))).toBe(false);
  });
});
