// The order of nodes across open shadow roots: the "shadow-including tree order" of the DOM standard
// (https://dom.spec.whatwg.org/#concept-shadow-including-tree-order), where a shadow root comes right after its host
// and before the host's own children.

/** Does `node` stand before the point at child `offset` of `container`? Both must be connected. */
export function isBeforePoint(node: Node, container: Node, offset: number): boolean {
  const roots = rootsAround(container);
  let inner = node;
  let root = inner.getRootNode();
  while (!roots.has(root) && root instanceof ShadowRoot) {
    inner = root.host;
    root = inner.getRootNode();
  }
  const outer = roots.get(root);
  if (outer === undefined) return false;
  // The point lies within the shadow tree of `outer`: before the children of `outer`, after all that precedes it.
  if (outer !== container) return precedes(inner, outer);
  // `node` lies within the shadow tree of the container itself.
  if (inner === container && inner !== node) return offset > 0;
  const child = container.childNodes[offset];
  if (child !== undefined) return precedes(inner, child);
  return precedes(inner, container) || container.contains(inner);
}

/** Each tree around a node, and the node that stands for it there: itself, or the host that it lies in. */
function rootsAround(node: Node): Map<Node, Node> {
  const roots = new Map<Node, Node>();
  for (let each: Node = node; ; ) {
    const root = each.getRootNode();
    roots.set(root, each);
    if (!(root instanceof ShadowRoot)) return roots;
    each = root.host;
  }
}

function precedes(node: Node, other: Node): boolean {
  return (other.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
}
