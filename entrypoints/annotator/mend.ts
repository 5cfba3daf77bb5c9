// Puts right what a page's change has taken away in the frame of the change, and gives way to a page that never rests.

/** After a repair the page has this many times as long for itself. */
const restraint = 4;

/**
 * @param mend the repair; undefined when nothing is broken
 * @returns to be called at every change of the page
 */
export function mendInFrames(view: Window, signal: AbortSignal, mend: () => Promise<void> | undefined): () => void {
  let frame = 0;
  let notBefore = 0;
  const repair = async (): Promise<void> => {
    frame = 0;
    const began = performance.now();
    if (signal.aborted || began < notBefore) return;
    await mend();
    const now = performance.now();
    notBefore = now + restraint * (now - began);
  };
  return () => {
    if (frame === 0) frame = view.requestAnimationFrame(() => void repair());
  };
}
