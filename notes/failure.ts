// Failures of the database in a word or two that every view can turn into one clear sentence.
import { Dexie } from 'dexie';
import type { PressmarkDatabase } from './database.ts';

/** The message of the error that a view sees. */
export type FailureCode = 'storage-full' | 'database-unavailable' | 'database-blocked' | 'database-damaged';

/** How long an opening may take, in ms, and how long when a page of an older version is known to hold it up. */
const openingLimit = 10_000;
const blockedLimit = 3000;

/** The name of the error when an upgrade waits for a page of an older version. */
const blockedName = 'BlockedError';

/** Names of errors that say "no database here" (Dexie's and IndexedDB's own). */
const unavailable = new Set([
  'DatabaseClosedError',
  'InvalidStateError',
  'MissingAPIError',
  'NotFoundError',
  'OpenFailedError',
  'SecurityError',
  'TimeoutError',
  'UnknownError',
  'VersionError',
]);

/**
 * Runs one piece of work on the database, opening it first when it was closed.
 * @throws Error whose message is a FailureCode and whose name is that of the cause (live queries look at it);
 *   anything else as it was thrown.
 */
export async function guarded<Result>(db: PressmarkDatabase, work: () => PromiseLike<Result>): Promise<Result> {
  try {
    if (!db.isOpen()) await opened(db);
    return await work();
  } catch (error) {
    throw failureOf(error);
  }
}

/** The error that a view is told; the error itself when the database is not to blame. */
export function failureOf(error: unknown): unknown {
  const names = namesOf(error);
  const code = codeOf(names, messagesOf(error));
  if (code === undefined) return error;
  const failure = new Error(code satisfies FailureCode, { cause: error });
  failure.name = names[0] ?? failure.name;
  return failure;
}

function codeOf(names: readonly string[], messages: readonly string[]): FailureCode | undefined {
  if (names.includes('QuotaExceededError')) return 'storage-full';
  if (names.includes(blockedName)) return 'database-blocked';
  // Chromium: "Internal error opening backing store"; Firefox: "... corrupted".
  if (messages.some((message) => /backing store|corrupt/i.test(message))) return 'database-damaged';
  return names.some((name) => unavailable.has(name)) ? 'database-unavailable' : undefined;
}

/** Opens the database, or gives up waiting: the opening itself goes on and serves a later call. */
function opened(db: PressmarkDatabase): PromiseLike<unknown> {
  const timers: ReturnType<typeof setTimeout>[] = [];
  // Dexie's own promises: inside a live query native ones would lose its track.
  const limit = new Dexie.Promise((_resolve, reject) => {
    const blocked = Object.assign(new Error('A page of an older version is open'), { name: blockedName });
    timers.push(
      setTimeout(() => reject(new Dexie.TimeoutError('The database did not open')), openingLimit),
      setTimeout(() => db.blocked && reject(blocked), blockedLimit),
    );
  });
  return Dexie.Promise.race([db.open(), limit]).finally(() => timers.forEach(clearTimeout));
}

/** An aborted transaction tells its cause in `inner`. */
function namesOf(error: unknown): string[] {
  if (!(error instanceof Error || error instanceof DOMException)) return [];
  const inner = 'inner' in error ? namesOf(error.inner) : [];
  return [error.name, ...inner];
}

function messagesOf(error: unknown): string[] {
  if (!(error instanceof Error || error instanceof DOMException)) return [];
  return [error.message, ...('inner' in error ? messagesOf(error.inner) : [])];
}
