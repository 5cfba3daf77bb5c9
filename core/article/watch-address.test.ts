// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addressOf, watchAddress } from './watch-address.ts';

let stop: AbortController;
beforeEach(() => {
  stop = new AbortController();
  history.replaceState({}, '', '/first');
});
afterEach(() => {
  stop.abort();
  vi.unstubAllGlobals();
});

/** A window whose browser has the Navigation API. */
function modernWindow(): { window: Window; navigation: EventTarget } {
  const navigation = new EventTarget();
  return { window: Object.assign(window, { navigation }), navigation };
}

test('an address is known without its fragment', () => {
  location.hash = '#part';
  expect(addressOf(location)).toBe('http://localhost:3000/first');
});

test('tells of a new address at once where the browser has the Navigation API', () => {
  const changed = vi.fn();
  const { window, navigation } = modernWindow();
  watchAddress(window, stop.signal, changed);
  history.pushState({}, '', '/second');
  navigation.dispatchEvent(new Event('currententrychange'));
  navigation.dispatchEvent(new Event('currententrychange'));
  expect(changed.mock.calls).toEqual([['http://localhost:3000/second']]);
  Reflect.deleteProperty(window, 'navigation');
});

test('tells of a new address after a click in other browsers', async () => {
  const changed = vi.fn();
  Reflect.deleteProperty(window, 'navigation');
  watchAddress(window, stop.signal, changed);
  document.body.addEventListener('click', () => history.pushState({}, '', '/third'), { once: true });
  document.body.click();
  await vi.waitFor(() => expect(changed).toHaveBeenCalledWith('http://localhost:3000/third'));
});

test('says nothing of a change of the fragment', () => {
  const changed = vi.fn();
  const { window, navigation } = modernWindow();
  watchAddress(window, stop.signal, changed);
  history.pushState({}, '', '/first#elsewhere');
  navigation.dispatchEvent(new Event('currententrychange'));
  expect(changed).not.toHaveBeenCalled();
  Reflect.deleteProperty(window, 'navigation');
});
