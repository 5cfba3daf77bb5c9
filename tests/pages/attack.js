// A page that wants to know what its reader writes, and to do things in the reader's name. All that it gets hold of is
// in `loot`; `attack()` tries to save, delete and read, and tells what it tried.
const loot = { keys: [], events: [], messages: [], calls: [], nodes: [], roots: [], addresses: [] };
window.loot = loot;

function note(list, thing) {
  if (list.length < 20_000) list.push(thing);
}

const typed = ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'compositionend', 'paste', 'copy'];
const pointed = ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'focusin', 'focusout', 'blur', 'focus'];
for (const type of [...typed, ...pointed]) {
  window.addEventListener(
    type,
    (event) => {
      if (typed.includes(type)) note(loot.keys, event.key ?? event.data ?? type);
      for (const target of event.composedPath()) {
        if (target instanceof ShadowRoot) note(loot.roots, target);
        if (target instanceof HTMLElement && target.shadowRoot) note(loot.roots, target.shadowRoot);
      }
      note(loot.events, type);
    },
    true,
  );
}
window.addEventListener('message', (event) => note(loot.messages, String(JSON.stringify(event.data))), true);

/** Puts a listener in the place of a function, and lets the function do its work. */
function spy(owner, name) {
  const original = owner[name];
  owner[name] = function spied(...args) {
    for (const arg of args) {
      if (typeof arg === 'string') note(loot.calls, `${name} ${arg}`);
      if (arg instanceof Node) note(loot.nodes, arg);
    }
    const result = Reflect.apply(original, this, args);
    if (result instanceof ShadowRoot) note(loot.roots, result);
    if (typeof result === 'string') note(loot.calls, `${name} = ${result}`);
    return result;
  };
}
spy(Element.prototype, 'attachShadow');
spy(EventTarget.prototype, 'addEventListener');
spy(EventTarget.prototype, 'dispatchEvent');
spy(Node.prototype, 'appendChild');
spy(Node.prototype, 'insertBefore');
spy(Element.prototype, 'append');
spy(Element.prototype, 'setAttribute');
spy(Range.prototype, 'toString');
spy(Range.prototype, 'setStart');
spy(Document.prototype, 'createElement');
spy(JSON, 'stringify');
spy(JSON, 'parse');
spy(window, 'fetch');
spy(window, 'postMessage');
spy(IDBFactory.prototype, 'open');
spy(Storage.prototype, 'setItem');
spy(CSSStyleSheet.prototype, 'replaceSync');
spy(HighlightRegistry.prototype, 'set');

new MutationObserver((records) => {
  for (const record of records) {
    for (const node of record.addedNodes) {
      note(loot.nodes, node);
      if (node instanceof HTMLElement && node.shadowRoot) note(loot.roots, node.shadowRoot);
    }
  }
}).observe(document, { childList: true, subtree: true, attributes: true, characterData: true });

new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) note(loot.addresses, entry.name);
}).observe({ type: 'resource', buffered: true });

/** Everything that the page knows now, as one text. */
window.allLoot = () => {
  const frames = Array.from({ length: window.frames.length }, (_, index) => {
    try {
      return window.frames[index].document.documentElement.outerHTML;
    } catch (error) {
      return `frame ${index}: ${error.name}`;
    }
  });
  const { nodes, roots, ...texts } = loot;
  return [
    ...Object.values(texts).flat(),
    ...nodes.map((node) => (node instanceof Element ? node.outerHTML : node.textContent)),
    ...roots.map((root) => root.innerHTML),
    ...frames,
    document.documentElement.outerHTML,
    ...document.querySelectorAll('*').values().map((element) => element.shadowRoot?.innerHTML ?? ''),
    document.activeElement?.outerHTML ?? '',
    String(getSelection()),
    JSON.stringify({ ...localStorage, ...sessionStorage }),
    document.title,
    location.href,
  ].join('\n');
};

/** Everything that can be reached is clicked, typed on and talked to. `editor` is the address of the extension's page. */
window.attack = async (editor, id) => {
  const targets = [window, document, document.documentElement, document.body, document.activeElement];
  for (const node of [...loot.nodes, ...loot.roots.flatMap((root) => [...root.querySelectorAll('*')])]) targets.push(node);
  for (const target of targets) {
    if (!(target instanceof EventTarget)) continue;
    for (const key of ['1', '2', '3', '4', '5', 'n', 'Delete', 'Enter', 'Escape']) {
      for (const type of ['keydown', 'keypress', 'keyup']) {
        target.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true, cancelable: true }));
      }
    }
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'contextmenu']) {
      const Made = type.startsWith('pointer') ? PointerEvent : MouseEvent;
      target.dispatchEvent(new Made(type, { bubbles: true, composed: true, clientX: 200, clientY: 200, button: 0 }));
    }
    target.click?.();
  }
  // A click on every few pixels of the page, so that a mark or a highlight is among them.
  for (let y = 4; y < innerHeight; y += 12) {
    for (let x = 4; x < innerWidth; x += 40) {
      const element = document.elementFromPoint(x, y);
      element?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, clientX: x, clientY: y }));
    }
  }
  const names = ['deleteAnnotation', 'saveNote', 'setColour', 'listAnnotations', 'claimCard', 'openCard', 'saveAnnotation'];
  const channels = ['extension-to-background', 'page-to-background', 'to-page'];
  const forged = channels.flatMap((pressmark) => names.map((name) => ({ pressmark, name, args: [id, 'forged'] })));
  const frame = document.createElement('iframe');
  const loaded = new Promise((resolve) => {
    frame.onload = () => resolve('loaded');
    frame.onerror = () => resolve('error');
    setTimeout(resolve, 2000, 'late');
  });
  frame.src = editor;
  document.body.append(frame);
  await loaded;
  for (const message of forged) {
    window.postMessage(message, '*');
    for (let index = 0; index < window.frames.length; index++) window.frames[index].postMessage(message, '*');
    for (const runtime of [globalThis.chrome?.runtime, globalThis.browser?.runtime]) {
      runtime?.sendMessage?.(message, () => runtime.lastError);
    }
    window.dispatchEvent(new CustomEvent(message.name, { detail: message }));
    document.dispatchEvent(new MessageEvent('message', { data: message }));
  }
  await new Promise((resolve) => setTimeout(resolve, 1000));
  let inside = '';
  try {
    inside = frame.contentDocument?.documentElement.outerHTML ?? '';
  } catch {
    inside = '';
  }
  frame.remove();
  return { tried: targets.length, inside };
};
