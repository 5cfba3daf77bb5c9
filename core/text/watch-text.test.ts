// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchText } from './watch-text.ts';

let stop = () => {};
const changed = vi.fn();

function watch(skip?: Element) {
  stop = watchText(document, skip, changed);
}

function element(selector: string): Element {
  const found = document.querySelector(selector);
  if (found === null) throw new Error(`no ${selector} on the page`);
  return found;
}

/** Lets mutations be delivered and the page be still for a while. */
async function settle(ms = 5000) {
  await vi.advanceTimersByTimeAsync(ms);
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  changed.mockClear();
  document.body.innerHTML = '<p>text</p><our-host></our-host><x-card></x-card>';
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

describe('watching the text', () => {
  it('tells a burst of changes once', async () => {
    watch();
    for (let each = 0; each < 50; each++) element('p').append(`${each}`);
    await settle();
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it('tells again when the page changes later', async () => {
    watch();
    element('p').append('one');
    await settle();
    element('p').firstChild?.remove();
    await settle();
    expect(changed).toHaveBeenCalledTimes(2);
  });

  it('tells of a page that never rests', async () => {
    watch();
    for (let each = 0; each < 40; each++) {
      element('p').append('.');
      await settle(50);
    }
    expect(changed).toHaveBeenCalled();
  });

  it('sees the inside of open shadow roots, also of those that come later', async () => {
    const root = element('x-card').attachShadow({ mode: 'open' });
    watch();
    root.append('inside');
    await settle();
    expect(changed).toHaveBeenCalledTimes(1);
    const later = document.createElement('section');
    const host = later.appendChild(document.createElement('x-card'));
    const laterRoot = host.attachShadow({ mode: 'open' });
    document.body.append(later);
    await settle();
    expect(changed).toHaveBeenCalledTimes(2);
    laterRoot.append('inside');
    await settle();
    expect(changed).toHaveBeenCalledTimes(3);
  });

  it('does not count what happens in our own element, nor its coming and going', async () => {
    const host = element('our-host');
    watch(host);
    host.append('ours');
    host.remove();
    document.body.append(host);
    await settle();
    expect(changed).not.toHaveBeenCalled();
  });

  it('is silent when stopped, also about what has just happened', async () => {
    watch();
    element('p').append('one');
    await settle(10);
    stop();
    await settle();
    expect(changed).not.toHaveBeenCalled();
  });
});
