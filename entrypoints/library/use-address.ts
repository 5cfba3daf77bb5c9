// The library's state, held by the address bar alone.
import { useEffect, useState } from 'preact/hooks';
import { type LibraryState, readAddress, writeAddress } from '../../places/library-address.ts';

/** `step`: one to come back to; `amend`: in place of the one before, as letters that are typed one after the other. */
export type Go = (change: Partial<LibraryState>, how?: 'step' | 'amend') => void;

export function useAddress(): [LibraryState, Go] {
  const [state, setState] = useState(() => readAddress(location.search));
  useEffect(() => {
    const back = (): void => setState(readAddress(location.search));
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);
  const go: Go = (change, how = 'step') => {
    const next = { ...readAddress(location.search), ...change };
    const address = `${location.pathname}${writeAddress(next)}`;
    if (address !== `${location.pathname}${location.search}`) {
      if (how === 'step') history.pushState(undefined, '', address);
      else history.replaceState(undefined, '', address);
    }
    setState(next);
  };
  return [state, go];
}
