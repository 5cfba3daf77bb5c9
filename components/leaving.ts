// Before a card closes, every editor in it gets to keep its words.
import { createContext } from 'preact';
import { useContext, useEffect } from 'preact/hooks';

/** Saves what waits; false when it could not be saved. */
export type Flush = () => Promise<boolean>;

export const LeavingContext = createContext<Set<Flush>>(new Set());

/** Has the words of an editor kept before the view around it closes. */
export function useFlushBeforeLeaving(flush: Flush): void {
  const leaving = useContext(LeavingContext);
  useEffect(() => {
    leaving.add(flush);
    return () => {
      leaving.delete(flush);
    };
  }, [leaving, flush]);
}

/** Whether all words of the view are kept. */
export async function allKept(leaving: ReadonlySet<Flush>): Promise<boolean> {
  const kept = await Promise.all([...leaving].map((flush) => flush()));
  return kept.every((each) => each);
}
