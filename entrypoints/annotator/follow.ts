// Keeps what floats beside its words while the page scrolls or is resized: at most once a frame, only while it floats.

export function follow(document: Document, signal: AbortSignal, place: () => void): void {
  const view = document.defaultView;
  if (view === null) return;
  let frame = 0;
  const soon = (): void => {
    if (frame !== 0) return;
    frame = view.requestAnimationFrame(() => {
      frame = 0;
      if (!signal.aborted) place();
    });
  };
  const options = { signal, capture: true, passive: true };
  document.addEventListener('scroll', soon, options);
  view.addEventListener('resize', soon, options);
}
