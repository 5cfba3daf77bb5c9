// What the pointer does on marks and highlights: hovering shows all mentions of an entity, a click opens a card. The
// page's own links, buttons and fields keep their clicks.

interface PointerOptions {
  document: Document;
  ours: Element;
  signal: AbortSignal;
  /** At a point of the viewport, px; `undefined` when the pointer has left the page. */
  hover(point: { x: number; y: number } | undefined): void;
  /** A plain click on the page's text. */
  click(point: { x: number; y: number }): void;
  /** A press anywhere outside of our own elements. */
  pressed(): void;
}

/** What takes clicks for itself. */
export const interactive =
  'a[href], area, button, input, select, textarea, label, summary, option, video, audio, iframe, embed, object, ' +
  '[onclick], [contenteditable], [role="button"], [role="link"], [role="tab"], [role="menuitem"], [role="checkbox"], ' +
  '[role="switch"], [role="option"]';

export function watchPointer({ document, ours, signal, hover, click, pressed }: PointerOptions): void {
  const view = document.defaultView;
  if (view === null) return;
  let point: { x: number; y: number } | undefined;
  let frame = 0;
  const hoverSoon = (next: typeof point): void => {
    point = next;
    if (frame !== 0) return;
    frame = view.requestAnimationFrame(() => {
      frame = 0;
      if (!signal.aborted) hover(point);
    });
  };
  const passive = { signal, passive: true };
  document.addEventListener(
    'pointermove',
    ({ pointerType, buttons, clientX, clientY, target }) => {
      if (pointerType === 'touch' || buttons !== 0) return;
      hoverSoon(target === ours ? undefined : { x: clientX, y: clientY });
    },
    passive,
  );
  document.documentElement.addEventListener('pointerleave', () => hoverSoon(undefined), passive);
  document.addEventListener(
    'pointerdown',
    (event) => {
      if (event.isTrusted && event.target !== ours) pressed();
    },
    { ...passive, capture: true },
  );
  document.addEventListener(
    'click',
    (event) => {
      if (!event.isTrusted || event.defaultPrevented || event.button !== 0 || event.target === ours) return;
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      if (document.getSelection()?.isCollapsed === false) return;
      if (event.composedPath().some((each) => each instanceof Element && each.matches(interactive))) return;
      click({ x: event.clientX, y: event.clientY });
    },
    { signal },
  );
}
