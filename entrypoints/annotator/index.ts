// Loaded into the pages that are articles, and where the reader asks for it. Loaded again into the same page, it wakes
// the annotator that is there. Whatever goes wrong in it, the page's console hears nothing of it.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startAnnotator } from './annotator.ts';
import { runningAnnotator, setRunningAnnotator } from './world.ts';

export default defineUnlistedScript(() => {
  // An XML document has no place for what we show.
  if (!(document.documentElement instanceof HTMLElement)) return;
  try {
    const running = runningAnnotator();
    if (running === undefined)
      setRunningAnnotator(startAnnotator(document, window, () => setRunningAnnotator(undefined)));
    else running.wake();
  } catch {
    // No annotations on this page; the page itself is as it was.
  }
});
