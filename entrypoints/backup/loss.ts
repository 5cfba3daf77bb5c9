// That the browser has lost the database, and what came back: told until the reader has read it.
import { browser } from 'wxt/browser';

const key = 'loss';

export interface Loss {
  /** When it was found, in ms since 1970. */
  at: number;
  /** How many annotations were brought back; missing when the second copy could not be read. */
  restored?: number;
}

export async function readLoss(): Promise<Loss | undefined> {
  return (await browser.storage.local.get<Record<string, Loss>>(key))[key];
}

export async function keepLoss(loss: Loss): Promise<void> {
  await browser.storage.local.set({ [key]: loss });
}

export async function forgetLoss(): Promise<void> {
  await browser.storage.local.remove(key);
}

/** Calls back when there is something to tell, or no more. Returns its stop. */
export function watchLoss(changed: () => void): () => void {
  const listener = (changes: Record<string, unknown>): void => {
    if (key in changes) changed();
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => browser.storage.local.onChanged.removeListener(listener);
}
