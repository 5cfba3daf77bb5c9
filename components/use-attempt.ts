// A piece of work that may fail: what failed is told until it is tried again.
import { useState } from 'preact/hooks';

export interface Failure {
  error: unknown;
  retry: () => void;
}

export function useAttempt(): { failure: Failure | undefined; attempt: (work: () => Promise<unknown>) => void } {
  const [failure, setFailure] = useState<Failure>();
  function attempt(work: () => Promise<unknown>): void {
    setFailure(undefined);
    work().catch((error: unknown) => setFailure({ error, retry: () => attempt(work) }));
  }
  return { failure, attempt };
}
