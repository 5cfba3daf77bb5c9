// Keeps what the reader has made until it is on disk: one save at a time for each annotation, tried again for as long
// as the page is open. A repeated save changes nothing, so that trying again is always safe.
import type { NewAnnotation, PageToBackground } from '../../messages/protocol.ts';
import { type Caller, ExtensionGone } from '../../messages/wire.ts';

export interface Keeper {
  /** True when the annotation is on disk, false when it could not be saved yet and is tried again. */
  keep(annotation: NewAnnotation): Promise<boolean>;
  /** Tries everything that is unsaved now. */
  retry(): void;
  stop(): void;
}

interface KeeperOptions {
  background: Caller<PageToBackground>;
  saved(id: string): void;
  /** An annotation could not be saved that the reader has just made, or asked to save again. */
  failed(error: unknown): void;
  /** All that was unsaved has been saved. */
  recovered(): void;
}

/** Before each further try, ms; the last one repeats. */
const pauses = [3000, 10_000, 30_000, 60_000];

export function createKeeper({ background, saved, failed, recovered }: KeeperOptions): Keeper {
  const unsaved = new Map<string, NewAnnotation>();
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  const save = async (annotation: NewAnnotation, asked: boolean): Promise<boolean> => {
    try {
      await background.call('saveAnnotation', annotation);
    } catch (error) {
      if (stopped) return false;
      unsaved.set(annotation.id, annotation);
      if (asked || error instanceof ExtensionGone) failed(error);
      if (!(error instanceof ExtensionGone)) schedule();
      return false;
    }
    const wasUnsaved = unsaved.delete(annotation.id);
    saved(annotation.id);
    if (wasUnsaved && unsaved.size === 0) {
      tries = 0;
      if (!stopped) recovered();
    }
    return true;
  };

  const schedule = (): void => {
    timer ??= setTimeout(
      () => {
        timer = undefined;
        tries++;
        saveAll(false);
      },
      pauses[Math.min(tries, pauses.length - 1)],
    );
  };

  const saveAll = (asked: boolean): void => {
    clearTimeout(timer);
    timer = undefined;
    for (const annotation of unsaved.values()) void save(annotation, asked);
  };

  return {
    keep: (annotation) => save(annotation, true),
    retry: () => saveAll(true),
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
