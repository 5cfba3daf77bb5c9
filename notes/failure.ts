// Failures of the database in two words that every view can turn into one clear sentence.
import { Dexie } from 'dexie';
import type { PressmarkDatabase } from './database.ts';

/** The message of the error that a view sees. */
export type FailureCode = 'storage-full' | 'database-unavailable';

/** How long an opening may be held up by an old page that does not let go, in ms. */
const openingLimit = 10_000;

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
  const code = names.includes('QuotaExceededError')
    ? 'storage-full'
    : names.some((name) => unavailable.has(name))
      ? 'database-unavailable'
      : undefined;
  if (code === undefined) return error;
  const failure = new Error(code satisfies FailureCode, { cause: error });
  failure.name = names[0] ?? failure.name;
  return failure;
}

/** Opens the database, or gives up waiting: the opening itself goes on and serves a later call. */
function opened(db: PressmarkDatabase): PromiseLike<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Dexie's own promises: inside a live query native ones would lose its track.
  const limit = new Dexie.Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new Dexie.TimeoutError('The database did not open')), openingLimit);
  });
  return Dexie.Promise.race([db.open(), limit]).finally(() => clearTimeout(timer));
}

/** An aborted transaction tells its cause in `inner`. */
function namesOf(error: unknown): string[] {
  if (!(error instanceof Error || error instanceof DOMException)) return [];
  const inner = 'inner' in error ? namesOf(error.inner) : [];
  return [error.name, ...inner];
}
