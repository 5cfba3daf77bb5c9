// Tells when the text of a page has changed, once for a burst of changes.

/** A change is told when the page has been still for this long, ms ... */
const stillFor = 200;
/** ... or when changes have gone on for this long, ms, so that a page that never rests is still followed. */
const atMost = 1000;

/**
 * Calls `changed` after the page's text has changed, also within open shadow roots that stand when watching starts or
 * are added later with their host, and `touched` at once, before the change is painted. Changes within `skip` (our own
 * host element) do not count. Returns the stop.
 */
export function watchText(
  document: Document,
  skip: Element | undefined,
  changed: () => void,
  touched: () => void = () => {},
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstChange = 0;
  const tell = () => {
    timer = undefined;
    firstChange = 0;
    changed();
  };
  const observer = new MutationObserver((records) => {
    let counts = false;
    for (const record of records) {
      for (const node of record.addedNodes) watchShadowRoots(node);
      counts ||= !(skip?.contains(record.target) ?? false) && !isOnly(record, skip);
    }
    if (!counts) return;
    touched();
    const now = performance.now();
    firstChange ||= now;
    clearTimeout(timer);
    timer = setTimeout(tell, Math.max(0, Math.min(stillFor, firstChange + atMost - now)));
  });
  const watch = (root: Node) => observer.observe(root, { childList: true, characterData: true, subtree: true });
  const watchShadowRoots = (node: Node) => {
    if (!(node instanceof Element) || node === skip) return;
    watchRoot(node);
    if (node.firstElementChild === null) return;
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_ELEMENT);
    for (let inner = walker.nextNode(); inner !== null; inner = walker.nextNode()) {
      if (inner instanceof Element) watchRoot(inner);
    }
  };
  const watchRoot = (host: Element) => {
    const root = host.shadowRoot;
    if (root === null || host === skip) return;
    watch(root);
    for (const child of root.children) watchShadowRoots(child);
  };
  watch(document);
  if (document.documentElement !== null) watchShadowRoots(document.documentElement);
  return () => {
    observer.disconnect();
    clearTimeout(timer);
  };
}

/** A record of nothing but our own host coming or going. */
function isOnly(record: MutationRecord, skip: Element | undefined): boolean {
  if (skip === undefined || record.type !== 'childList') return false;
  const nodes = [...record.addedNodes, ...record.removedNodes];
  return nodes.length > 0 && nodes.every((node) => node === skip);
}
