// What the reader does to notes, and the way back from it. What fails is told and can be tried again.
import { useState } from 'preact/hooks';
import { type Failure, useAttempt } from '../../components/use-attempt.ts';
import type { Saved } from '../../core/annotation.ts';
import type { Notebook } from '../../places/notebook.ts';

export interface Deeds {
  /** Does a piece of work, tells when it fails, and offers to undo it when it has a message for that. */
  attempt: (work: () => Promise<unknown>) => void;
  doing: (message: string, work: (signal: AbortSignal) => Promise<Saved>) => void;
  /** Takes back what goes on just now; undefined while nothing does. */
  cancel: (() => void) | undefined;
  failure: Failure | undefined;
  /** The last deed, while it can be undone. */
  done: { message: string; changeId: string } | undefined;
  undo: () => void;
  forget: () => void;
}

export function useDeeds(notebook: Notebook): Deeds {
  const { failure, attempt } = useAttempt();
  const [done, setDone] = useState<{ message: string; changeId: string }>();
  const [working, setWorking] = useState<AbortController>();
  return {
    attempt,
    failure,
    done,
    cancel: working && (() => working.abort()),
    doing(message, work) {
      attempt(async () => {
        const stop = new AbortController();
        setWorking(stop);
        try {
          const { changeId } = await work(stop.signal);
          setDone({ message, changeId });
        } catch (error) {
          // Cancelled: all is as before.
          if (!stop.signal.aborted) throw error;
        } finally {
          setWorking(undefined);
        }
      });
    },
    undo() {
      const changeId = done?.changeId;
      setDone(undefined);
      if (changeId !== undefined) attempt(() => notebook.undo(changeId));
    },
    forget: () => setDone(undefined),
  };
}
