// A query of the database as a hook: answers anew whenever what it read was changed, in whatever context.
import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';

export interface Live<Value> {
  /** The newest answer; the one before stays while a further one is under way. Undefined before the first. */
  value: Value | undefined;
  error: unknown;
  retry: () => void;
}

/** @param inputs what the query depends on: it starts over when one of them is another. */
export function useLive<Value>(query: () => Promise<Value>, inputs: readonly unknown[]): Live<Value> {
  const [answer, setAnswer] = useState<{ value: Value | undefined; error: unknown }>({
    value: undefined,
    error: undefined,
  });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const subscription = liveQuery(query).subscribe({
      next: (value) => setAnswer({ value, error: undefined }),
      error: (error: unknown) => setAnswer((last) => ({ value: last.value, error })),
    });
    return () => subscription.unsubscribe();
  }, [...inputs, attempt]);
  return { ...answer, retry: () => setAttempt((count) => count + 1) };
}
