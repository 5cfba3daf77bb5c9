// Scripts for Firefox's own window: real input into the toolbar popup, which WebDriver cannot reach, and a picture of it.

/** The open popup's browser element, in the window's script. */
const popup =
  "[...document.querySelectorAll('panel')].find((panel) => panel.state === 'open').querySelector('browser')";

/** Presses and releases the mouse's main button, px from the popup's top left. */
export function clickScript(x: number, y: number): string {
  return `(() => {
    const box = ${popup}.getBoundingClientRect();
    const options = { isDOMEventSynthesized: false, isWidgetEventSynthesized: false };
    for (const type of ['mousemove', 'mousedown', 'mouseup']) {
      const data = { button: 0, buttons: type === 'mousedown' ? 1 : 0, clickCount: type === 'mousemove' ? 0 : 1 };
      window.synthesizeMouseEvent(type, box.x + ${x}, box.y + ${y}, data, options);
    }
    return '';
  })()`;
}

/** Presses one key, by its character or its name, in whatever has the focus, while `held` keys are down. */
export function keysScript(key: string, held: readonly string[] = []): string {
  const letter = /^[a-z]$/i.test(key) ? key.toUpperCase() : undefined;
  const place = letter === undefined ? {} : { code: `Key${letter}`, keyCode: letter.charCodeAt(0) };
  return `(() => {
    const input = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
    input.beginInputTransactionForTests(window);
    const held = ${JSON.stringify(held)}.map((each) => new KeyboardEvent('', { key: each }));
    const key = new KeyboardEvent('', ${JSON.stringify({ key, ...place })});
    for (const each of held) input.keydown(each);
    input.keydown(key);
    input.keyup(key);
    for (const each of held.reverse()) input.keyup(each);
    return '';
  })()`;
}

/** Chooses the extension's entry in the open context menu, in its submenu or not; answers `chosen` once it was there. */
export function menuScript(entry: string): string {
  return `(async () => {
    const menu = document.getElementById('contentAreaContextMenu');
    const item = menu.querySelector('[id$=${JSON.stringify(`-menuitem-_${entry}`)}]');
    if (menu.state !== 'open' || item === null) return '';
    const inner = item.closest('menupopup');
    if (inner !== menu) {
      inner.parentNode.openMenu(true);
      while (inner.state !== 'open') await new Promise((resolve) => setTimeout(resolve, 20));
    }
    inner.activateItem(item);
    return 'chosen';
  })()`;
}

/** The popup as it is painted: PNG in base64. */
export const snapshotScript = `(async () => {
  const image = await ${popup}.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
  const canvas = new OffscreenCanvas(image.width, image.height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
})()`;
