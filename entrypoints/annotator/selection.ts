// What the reader has selected, and when they have done selecting.

/** Between the end of a gesture and the toolbar, ms: a double click may become a triple click. */
const settling = 120;
/** After a key or a click a change of the selection is the reader's own, ms; on touch screens the handles tell nothing. */
const ownFor = 1000;

/** The words of the page that are selected; undefined when there are none, or when they stand in a field. */
export function selectedRange(document: Document, ours: Element): Range | undefined {
  const selection = document.getSelection();
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0);
  const node = range.commonAncestorContainer;
  const element = node instanceof Element ? node : node.parentElement;
  if (element === null || element === ours || isEditable(element)) return undefined;
  return /\S/u.test(range.toString()) ? range.cloneRange() : undefined;
}

/** Whether keys that reach this element are typed text. */
export function isEditable(element: Element): boolean {
  if (element.ownerDocument.designMode === 'on') return true;
  if (element instanceof HTMLElement && element.isContentEditable) return true;
  return element.closest('input, textarea, select, [role="textbox"]') !== null;
}

/** Calls `selected` when the reader has selected words, `unselected` when the selection has gone. */
export function watchSelection(
  document: Document,
  ours: Element,
  signal: AbortSignal,
  { selected, unselected }: { selected(range: Range, touch: boolean): void; unselected(): void },
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pressed = false;
  let touch = false;
  let lastGesture = Number.NEGATIVE_INFINITY;
  const look = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const range = selectedRange(document, ours);
      if (range === undefined) unselected();
      else if (!pressed) selected(range, touch);
    }, settling);
  };
  const gesture = (event: Event): void => {
    if (!event.isTrusted || event.target === ours) return;
    // The other buttons open menus: the selection stays what it was.
    if (event instanceof PointerEvent && event.button > 0) return;
    lastGesture = event.timeStamp;
    if (event instanceof PointerEvent) {
      touch = event.pointerType === 'touch';
      pressed = event.type === 'pointerdown' && !touch;
      if (!pressed) look();
    }
  };
  const options = { signal, capture: true, passive: true };
  for (const type of ['pointerdown', 'pointerup', 'pointercancel', 'keydown']) {
    document.addEventListener(type, gesture, options);
  }
  document.addEventListener(
    'selectionchange',
    (event) => {
      if (pressed) return;
      if (touch || event.timeStamp - lastGesture < ownFor || document.getSelection()?.isCollapsed !== false) look();
    },
    { signal },
  );
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}
