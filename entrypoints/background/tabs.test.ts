import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { changeTab, movedTo, openTabs, tabAt } from './tabs.ts';

const url = 'https://news.example/story';

beforeEach(() => fakeBrowser.reset());

describe('what is known of tabs', () => {
  it('is in session storage, and gone when a tab closes', async () => {
    await changeTab(3, () => ({ url, state: 'article' }));
    await changeTab(4, () => ({ url }));
    expect(await tabAt(3)).toEqual({ url, state: 'article' });
    expect([...(await openTabs()).keys()].sort()).toEqual([3, 4]);
    await changeTab(3, () => undefined);
    expect(await tabAt(3)).toBeUndefined();
    expect(await fakeBrowser.storage.session.get(null)).toEqual({ 'tab:4': { url } });
  });

  it('loses no change when many come at once', async () => {
    await changeTab(3, () => ({ url, css: '' }));
    const add = (letter: string) => changeTab(3, (tab) => tab && { ...tab, css: `${tab.css}${letter}` });
    await Promise.all(['a', 'b', 'c', 'd'].map(add));
    expect((await tabAt(3))?.css).toBe('abcd');
  });

  it('goes on after a change that failed', async () => {
    const failed = changeTab(3, () => {
      throw new Error('no');
    });
    const next = changeTab(3, () => ({ url }));
    await expect(failed).rejects.toThrow('no');
    expect(await next).toEqual({ url });
  });

  it('stays at another fragment, and keeps only the document when the address is another', () => {
    const tab = { url, state: 'article' as const, articleId: 'a', annotated: 'document', css: 'rules' };
    expect(movedTo(`${url}#comments`, tab)).toBe(tab);
    const next = 'https://news.example/next';
    expect(movedTo(next, tab)).toEqual({ url: next, annotated: 'document', css: 'rules' });
  });
});
