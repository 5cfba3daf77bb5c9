// An import as the reader goes through it: a file, what it would bring, the import, its undoing.
import { useEffect, useRef, useState } from 'preact/hooks';
import { ownBackground } from '../../messages/callers.ts';
import type { PressmarkDatabase } from '../../notes/database.ts';
import { importFile, previewImport } from '../../notes/exchange/import.ts';
import type { Report } from '../../notes/exchange/report.ts';
import { importLock, undoImport } from '../../notes/exchange/undo-import.ts';

/** `done` is how much of the work is done, 0 to 1. */
export type ImportStep =
  | { name: 'idle' }
  | { name: 'stopped-before'; count: number }
  | { name: 'reading'; file: File; done: number }
  | { name: 'preview'; file: File; report: Report }
  | { name: 'importing'; file: File; done: number }
  | { name: 'imported'; file: File; report: Report; id: string }
  | { name: 'undoing'; done: number }
  | { name: 'undone' }
  | { name: 'cancelled' }
  | { name: 'undo-stopped' }
  | { name: 'busy-elsewhere' }
  | { name: 'failed'; error: unknown };

export interface ImportWork {
  step: ImportStep;
  isBusy: boolean;
  read(file: File): void;
  take(file: File): void;
  undo(id: string): void;
  cancel(): void;
  leave(): void;
}

export function useImport(db: PressmarkDatabase, bulk: PressmarkDatabase, unfinished: Promise<number>): ImportWork {
  const [step, setStep] = useState<ImportStep>({ name: 'idle' });
  const stop = useRef(new AbortController());
  useEffect(() => {
    unfinished.then(
      (count) => count > 0 && setStep({ name: 'stopped-before', count }),
      (error: unknown) => setStep({ name: 'failed', error }),
    );
  }, [unfinished]);

  function start(work: (signal: AbortSignal) => Promise<ImportStep>, stopped: ImportStep): void {
    stop.current = new AbortController();
    const { signal } = stop.current;
    work(signal).then(setStep, (error: unknown) => setStep(signal.aborted ? stopped : { name: 'failed', error }));
  }

  return {
    step,
    isBusy: step.name === 'reading' || step.name === 'importing' || step.name === 'undoing',
    read: (file) =>
      start(
        async (signal) => {
          const onProgress = (done: number) => setStep({ name: 'reading', file, done });
          onProgress(0);
          const report = await previewImport(db, file, { now: new Date(), signal, onProgress });
          return { name: 'preview', file, report };
        },
        { name: 'cancelled' },
      ),
    take: (file) =>
      start(
        async (signal) => {
          const onProgress = (done: number) => setStep({ name: 'importing', file, done });
          onProgress(0);
          const work = () => importFile(db, file, { now: new Date(), signal, onProgress, bulk });
          return alone(async () => {
            const { id, ...report } = await work();
            await tellOthers();
            return { name: 'imported', file, report, id };
          });
        },
        { name: 'cancelled' },
      ),
    undo: (id) =>
      start(
        (signal) => {
          const onProgress = (done: number) => setStep({ name: 'undoing', done });
          onProgress(0);
          return alone(async () => {
            await undoImport(db, id, { now: new Date(), onProgress, signal }).finally(() => void tellOthers());
            return { name: 'undone' };
          });
        },
        { name: 'undo-stopped' },
      ),
    cancel: () => stop.current.abort(),
    leave: () => setStep({ name: 'idle' }),
  };
}

/** One import at a time in all windows: so that one that lies unfinished is known to have been stopped. */
async function alone(work: () => Promise<ImportStep>): Promise<ImportStep> {
  const step: unknown = await navigator.locks.request(importLock, { ifAvailable: true }, async (lock) =>
    lock === null ? { name: 'busy-elsewhere' } : work(),
  );
  return step as ImportStep;
}

/** Open tabs paint anew; one that does not hear of it does so when it is looked at. */
async function tellOthers(): Promise<void> {
  await ownBackground.call('changed').catch(() => undefined);
}
