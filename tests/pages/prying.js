// A page that pries: each way that a browser has of handing out an element is tried for those that are not the page's.
// What it got hold of is in `found`, by the way that led there.
const found = new Set();
const addresses = new Set();
window.found = found;
window.addresses = addresses;

/** Whether a node stands in a tree that is not the page's: this page has no shadow trees of its own. */
function look(how, node) {
  if (!(node instanceof Node) || node === document) return;
  const root = node.getRootNode();
  if (root === document || !(root instanceof ShadowRoot)) return;
  found.add(`${how}: ${node.nodeName}`);
  dig(root);
}

/** Takes what it can out of a tree of ours. */
function dig(root) {
  window.leaked = root;
  addresses.add(root.innerHTML);
  for (const frame of root.querySelectorAll('iframe')) {
    addresses.add(frame.src);
    try {
      addresses.add(frame.contentWindow.location.href);
      addresses.add(frame.contentDocument.documentElement.outerHTML);
    } catch {
      // It is another origin's.
    }
  }
}

const types = [
  'keydown', 'keyup', 'beforeinput', 'input', 'copy', 'paste', 'drag', 'dragstart', 'drop', 'focus', 'blur', 'focusin',
  'focusout', 'pointerdown', 'pointerup', 'pointermove', 'pointerover', 'pointerout', 'pointerenter', 'pointerleave',
  'mousedown', 'mouseup', 'mousemove', 'mouseover', 'mouseout', 'click', 'dblclick', 'auxclick', 'contextmenu',
  'wheel', 'scroll', 'scrollend', 'select', 'selectstart', 'selectionchange', 'load', 'error', 'message', 'submit',
  'animationstart', 'animationend', 'transitionrun', 'transitionstart', 'transitionend', 'gotpointercapture',
  'slotchange', 'toggle', 'beforetoggle', 'securitypolicyviolation',
];
const properties = ['target', 'originalTarget', 'explicitOriginalTarget', 'composedTarget', 'srcElement', 'submitter',
  'relatedTarget', 'currentTarget', 'rangeParent', 'fromElement', 'toElement', 'source'];
for (const type of types) {
  for (const on of [window, document]) {
    for (const capture of [true, false]) {
      on.addEventListener(type, (event) => {
        for (const property of properties) look(`${type}.${property}`, event[property]);
        for (const each of event.composedPath()) look(`${type}.composedPath`, each);
        if (type === 'securitypolicyviolation') addresses.add(event.blockedURI);
      }, capture);
    }
  }
}

for (const type of PerformanceObserver.supportedEntryTypes) {
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      addresses.add(JSON.stringify(entry));
      look(`${type}.target`, entry.target);
      look(`${type}.element`, entry.element);
      for (const source of entry.sources ?? []) look(`${type}.source`, source.node);
    }
  }).observe({ type, buffered: true, durationThreshold: 16 });
}
globalThis.ReportingObserver &&
  new ReportingObserver((reports) => reports.forEach((report) => addresses.add(JSON.stringify(report))), {
    buffered: true,
  }).observe();

new MutationObserver((records) => {
  for (const { addedNodes, target } of records) {
    look('mutation', target);
    for (const node of addedNodes) {
      look('mutation', node);
      if (node.shadowRoot) found.add('open shadow root');
    }
  }
}).observe(document, { childList: true, subtree: true, attributes: true, characterData: true });

/** Asks for everything that can be asked for at any time. */
window.pry = () => {
  for (const animation of document.getAnimations()) look('getAnimations', animation.effect?.target);
  look('activeElement', document.activeElement);
  const selection = getSelection();
  look('selection', selection.anchorNode);
  look('selection', selection.focusNode);
  if (selection.rangeCount > 0) {
    look('range', selection.getRangeAt(0).startContainer);
    look('range', selection.getRangeAt(0).commonAncestorContainer);
  }
  for (let y = 4; y < innerHeight; y += 24) {
    for (let x = 4; x < innerWidth; x += 40) {
      for (const element of document.elementsFromPoint(x, y)) look('elementsFromPoint', element);
      look('caretPositionFromPoint', document.caretPositionFromPoint?.(x, y)?.offsetNode);
      look('caretRangeFromPoint', document.caretRangeFromPoint?.(x, y)?.startContainer);
    }
  }
  for (const element of document.querySelectorAll('*')) if (element.shadowRoot) found.add('open shadow root');
  if (window.length > 0) found.add('window.length');
  if (document.querySelector('iframe, frame, object, embed')) found.add('an iframe');
  for (const entry of performance.getEntries()) addresses.add(JSON.stringify(entry));
};
setInterval(window.pry, 100);

/** Looks for words of ours by the browser's own search in the page. */
window.search = (words) => {
  getSelection().removeAllRanges();
  const there = window.find(words, false, false, true);
  window.pry();
  const says = String(getSelection());
  getSelection().removeAllRanges();
  return there ? says : '';
};
