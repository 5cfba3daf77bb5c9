// Keeps what is being written, a moment after each pause. One save is under way at a time and the newest words win;
// a save that fails is tried again, ever more slowly, and the words stay with whoever wrote them.

export type SaveState =
  /** Nothing to save. */
  | { step: 'unchanged' }
  /** Words that are not yet kept. */
  | { step: 'waiting' }
  | { step: 'saving' }
  | { step: 'saved' }
  | { step: 'failed'; error: unknown };

export interface Autosave {
  /** The words as they stand now. */
  change(value: string): void;
  /** Saves now what waits; true when all is kept, false when the words could not be saved. */
  flush(): Promise<boolean>;
  /** Starts no further save. */
  stop(): void;
}

interface AutosaveOptions {
  save: (value: string) => Promise<void>;
  onState: (state: SaveState) => void;
  /** ms after the last change. */
  pause?: number;
  /** ms before each further try; the last one repeats. */
  retries?: readonly number[];
}

export function createAutosave({
  save,
  onState,
  pause = 300,
  retries = [1000, 3000, 10_000, 30_000],
}: AutosaveOptions): Autosave {
  let wanted: string | undefined;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<boolean> | undefined;
  let stopped = false;

  function wait(delay: number): void {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void flush(), delay);
  }

  function flush(): Promise<boolean> {
    clearTimeout(timer);
    running ??= saveAll().finally(() => {
      running = undefined;
    });
    return running;
  }

  async function saveAll(): Promise<boolean> {
    if (wanted === undefined) return true;
    onState({ step: 'saving' });
    while (wanted !== undefined) {
      const value: string = wanted;
      try {
        await save(value);
      } catch (error) {
        onState({ step: 'failed', error });
        wait(retries[Math.min(failures, retries.length - 1)] ?? 0);
        failures++;
        return false;
      }
      failures = 0;
      if (wanted === value) wanted = undefined;
    }
    clearTimeout(timer);
    onState({ step: 'saved' });
    return true;
  }

  return {
    change(value) {
      wanted = value;
      if (running === undefined && failures === 0) onState({ step: 'waiting' });
      wait(pause);
    },
    flush,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
