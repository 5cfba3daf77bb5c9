// An export under way: how far it is, what was written, the way to stop it.
import { useRef, useState } from 'preact/hooks';
import { useWords } from '../components/words.ts';
import type { ExportFormat } from '../core/export-format.ts';
import type { PressmarkDatabase } from '../notes/database.ts';
import { exportToDisk } from './export-to-disk.ts';

/** Nothing before the first; `done` from 0 to 1; `written` is the file's name. */
export type ExportStep = { done?: number; written?: string; error?: unknown; cancelled?: true };

export function useExport(db: PressmarkDatabase) {
  const words = useWords();
  const [step, setStep] = useState<ExportStep>({});
  const stop = useRef(new AbortController());
  return {
    step,
    /** @param ids of what is chosen; everything when they are missing */
    start(format: ExportFormat, ids?: readonly string[]): void {
      stop.current = new AbortController();
      const { signal } = stop.current;
      const onProgress = (done: number) => setStep({ done });
      onProgress(0);
      exportToDisk(db, format, words, { signal, onProgress, ...(ids === undefined ? {} : { ids }) }).then(
        (written) => setStep({ written }),
        (error: unknown) => setStep(signal.aborted ? { cancelled: true } : { error }),
      );
    },
    cancel: () => stop.current.abort(),
  };
}
