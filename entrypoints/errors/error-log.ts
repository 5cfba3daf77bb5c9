// The local log of errors: the last 200, in the extension's own storage and not in the database, because it has to tell
// of the database's failures too. Each error has a key of its own, so that two contexts never overwrite each other.
// It is read in the settings, and sent by nobody.
import { browser } from 'wxt/browser';
import { type ErrorEntry, errorEntry } from '../../core/error-entry.ts';

const prefix = 'error:';
const errorsKept = 200;
/** The same error of one context is kept once in this time, ms. */
const repeated = 10_000;

const lastKept = new Map<string, number>();

/** Keeps an error; never throws, and never keeps anyone waiting. */
export function logError(where: string, error: unknown): void {
  const now = new Date();
  const entry = errorEntry(error, where, now);
  if (now.getTime() - (lastKept.get(entry.error) ?? 0) < repeated) return;
  lastKept.set(entry.error, now.getTime());
  // The log is one for all windows, and lasts: of private ones there is nothing in it.
  if (browser.extension.inIncognitoContext) return;
  keep(entry).catch((failure: unknown) => console.error('The log could not be written', failure));
}

/** The newest first. */
export async function readErrors(): Promise<ErrorEntry[]> {
  const stored = await browser.storage.local.get<Record<string, ErrorEntry>>(null);
  return keysOf(stored)
    .reverse()
    .map((key) => stored[key])
    .filter((entry) => entry !== undefined);
}

export async function clearErrors(): Promise<void> {
  lastKept.clear();
  await browser.storage.local.remove(keysOf(await browser.storage.local.get(null)));
}

/** Calls back when the log has changed. Returns its stop. */
export function watchErrors(changed: () => void): () => void {
  const listener = (changes: Record<string, unknown>): void => {
    if (Object.keys(changes).some((key) => key.startsWith(prefix))) changed();
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => browser.storage.local.onChanged.removeListener(listener);
}

/** Keeps what a page of ours, or the background, did not catch. */
export function logUncaught(where: string, context: Pick<typeof globalThis, 'addEventListener'>): void {
  context.addEventListener('error', (event) => logError(where, event.error ?? event.message));
  context.addEventListener('unhandledrejection', (event) => logError(where, event.reason));
}

async function keep(entry: ErrorEntry): Promise<void> {
  await browser.storage.local.set({ [`${prefix}${entry.at}:${crypto.randomUUID().slice(0, 8)}`]: entry });
  const keys = keysOf(await browser.storage.local.get(null));
  if (keys.length > errorsKept) await browser.storage.local.remove(keys.slice(0, keys.length - errorsKept));
}

/** The oldest first: keys begin with the time. */
function keysOf(stored: Record<string, unknown>): string[] {
  return Object.keys(stored)
    .filter((key) => key.startsWith(prefix))
    .sort();
}
