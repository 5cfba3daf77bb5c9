// What the reader does to notes, and the way back from it. What fails is told and can be tried again.
import { useState } from 'preact/hooks';
import { type Failure, useAttempt } from '../../components/use-attempt.ts';
import type { Saved } from '../../core/annotation.ts';
import type { Notebook } from '../../places/notebook.ts';

export interface Deeds {
  /** Does a piece of work, tells when it fails, and offers to undo it when it has a message for that. */
  attempt: (work: () => Promise<unknown>) => void;
  doing: (message: string, work: () => Promise<Saved>) => void;
  failure: Failure | undefined;
  /** The last deed, while it can be undone. */
  done: { message: string; changeId: string } | undefined;
  undo: () => void;
  forget: () => void;
}

export function useDeeds(notebook: Notebook): Deeds {
  const { failure, attempt } = useAttempt();
  const [done, setDone] = useState<{ message: string; changeId: string }>();
  return {
    attempt,
    failure,
    done,
    doing(message, work) {
      attempt(async () => {
        const { changeId } = await work();
        setDone({ message, changeId });
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
