// What went wrong, in one sentence for the reader.
import { ExtensionGone } from '../../messages/wire.ts';
import type { Words } from './words.ts';

/** @param otherwise the sentence for a failure that has no name of its own. */
export function sentenceFor(error: unknown, words: Words, otherwise: string): string {
  if (error instanceof ExtensionGone) return words.updated;
  const message = error instanceof Error ? error.message : '';
  if (message.includes('storage-full')) return words.storageFull;
  if (message.includes('database-')) return words.databaseUnavailable;
  return otherwise;
}
