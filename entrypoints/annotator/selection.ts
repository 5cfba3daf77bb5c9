// What the reader has selected, and when they have done selecting.

/** Between the end of a gesture and the toolbar, ms: a double click may become a triple click. */
const settling = 120;
/** After a key or a click a change of the selection is the reader's own, ms; on touch screens the handles tell nothing. */
const ownFor = 1000;

/** The open shadow roots that the reader's last gesture went through: what is selected in them is told when asked for. */
const gestureRoots = new WeakMap<Document, readonly ShadowRoot[]>();

/** The words of the page that are selected; undefined when there are none, or when they stand in a field. */
export function selectedRange(document: Document, ours: Element): Range | undefined {
  const range = rangeOf(document);
  if (range === undefined) return undefined;
  const node = range.commonAncestorContainer;
  const element = node instanceof Element ? node : (node.parentElement ?? hostOf(node));
  if (element === null || element === ours || isEditable(element)) return undefined;
  return /\S/u.test(range.toString()) ? range : undefined;
}

function rangeOf(document: Document): Range | undefined {
  const selection = document.getSelection();
  if (selection === null || selection.rangeCount === 0) return undefined;
  const shadowRoots = [...(gestureRoots.get(document) ?? [])].filter(({ host }) => host.isConnected);
  const [composed] = shadowRoots.length > 0 ? selection.getComposedRanges({ shadowRoots }) : [];
  if (composed !== undefined && composed.startContainer.getRootNode() instanceof ShadowRoot) {
    // No range holds both what is in a shadow tree and what is not.
    if (composed.collapsed || composed.endContainer.getRootNode() !== composed.startContainer.getRootNode()) {
      return undefined;
    }
    const range = document.createRange();
    range.setStart(composed.startContainer, composed.startOffset);
    range.setEnd(composed.endContainer, composed.endOffset);
    return range;
  }
  return selection.isCollapsed ? undefined : selection.getRangeAt(0).cloneRange();
}

function hostOf(node: Node): Element | null {
  return node instanceof ShadowRoot ? node.host : null;
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
    gestureRoots.set(
      document,
      event.composedPath().filter((each) => each instanceof ShadowRoot),
    );
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
