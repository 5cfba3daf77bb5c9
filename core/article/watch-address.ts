// Tells when a page turns into another one without loading (history.pushState, the Navigation API, back and forward).

/** The page's address without its fragment: what an article is known by. */
export function addressOf(location: Location): string {
  return location.href.split('#', 1)[0] ?? location.href;
}

/**
 * Calls `onChange` with the new address each time it has changed, fragments aside. Nothing runs in between: browsers
 * without the Navigation API (Firefox before 147) are asked after what can change an address, a click or a key.
 */
export function watchAddress(window: Window, signal: AbortSignal, onChange: (address: string) => void): void {
  let known = addressOf(window.location);
  const look = (): void => {
    const address = addressOf(window.location);
    if (address === known || signal.aborted) return;
    known = address;
    onChange(address);
  };
  window.addEventListener('popstate', look, { signal });
  const navigation = navigationOf(window);
  if (navigation !== undefined) {
    navigation.addEventListener('currententrychange', look, { signal });
    return;
  }
  const lookSoon = (): void => {
    window.setTimeout(look, 0);
    window.setTimeout(look, 500);
  };
  window.addEventListener('click', lookSoon, { signal, capture: true, passive: true });
  window.addEventListener('keyup', lookSoon, { signal, capture: true, passive: true });
}

function navigationOf(window: Window): Navigation | undefined {
  return 'navigation' in window ? window.navigation : undefined;
}

/** An address without its query: pages write into it what they remember of the reading. */
export function pathOf(address: string): string | undefined {
  return address.split('?', 1)[0];
}
