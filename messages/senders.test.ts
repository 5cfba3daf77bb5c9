import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { isContentScript, isOwnPage, pageAddress } from './senders.ts';
import type { Sender } from './wire.ts';

const page = 'https://news.example/story';
const tab = { id: 3, url: page };

/** As browsers describe them; `tab` is cut to what is looked at. */
function sender(parts: object): Sender {
  return { id: fakeBrowser.runtime.id, ...parts } as Sender;
}

let own: string;
beforeEach(() => {
  fakeBrowser.reset();
  own = fakeBrowser.runtime.getURL('/').replace(/\/$/, '');
});

describe('the gates', () => {
  it('tell content scripts and pages of ours apart', () => {
    const script = sender({ tab, frameId: 0, url: page, origin: 'https://news.example' });
    const popup = sender({ url: `${own}/popup.html`, origin: own });
    const frame = sender({ tab, frameId: 4, url: `${own}/editor.html#ticket`, origin: own });
    const cardWindow = sender({ tab, frameId: 0, url: `${own}/editor.html#ticket` });
    expect([script, popup, frame, cardWindow].map(isContentScript)).toEqual([true, false, false, false]);
    expect([script, popup, frame, cardWindow].map(isOwnPage)).toEqual([false, true, true, true]);
  });

  it('let nobody else in', () => {
    const url = page;
    const strangers = [
      {},
      sender({}),
      sender({ url }),
      sender({ tab, frameId: 2, url }),
      sender({ tab, frameId: 0, url, id: 'another-extension' }),
      sender({ tab, frameId: 0, url, origin: own }),
      sender({ tab, frameId: 0, url: 'file:///home/story.html' }),
      sender({ id: 'another-extension', url: `${own}/popup.html`, origin: own }),
      sender({ url: `${own}/editor.html`, origin: 'https://news.example' }),
      sender({ url: `${own}.news.example/editor.html` }),
      sender({ url: own.replace('chrome-extension:', 'https:') }),
      sender({ url: 'chrome-extension://another/editor.html' }),
    ];
    for (const stranger of strangers) {
      expect(isOwnPage(stranger)).toBe(false);
    }
    expect(strangers.filter(isContentScript)).toEqual([]);
  });
});

describe('the address of a page', () => {
  it('is the tab’s after a navigation without loading', () => {
    const moved = sender({ url: page, tab: { id: 3, url: 'https://news.example/next' } });
    expect(pageAddress(moved)).toBe('https://news.example/next');
  });

  it('is the script’s own while the tab goes to another site, or when the tab’s is not told', () => {
    expect(pageAddress(sender({ url: page, tab: { id: 3, url: 'https://other.example/' } }))).toBe(page);
    expect(pageAddress(sender({ url: page, tab: { id: 3 } }))).toBe(page);
  });
});
