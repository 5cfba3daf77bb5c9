// One sentence at the foot of the page, with at most one thing to do about it, and steps to look around before. The newest takes the place of the last.
import { createButton, createIcon } from './controls.ts';
import type { Host } from './host.ts';
import type { Words } from './words.ts';

export interface Message {
  text: string;
  action?: { word: string; press(): void };
  /** Things to do that leave the message standing. */
  steps?: readonly { label: string; drawing: string; press(): void }[];
  /** The reader has closed it. */
  closed?(): void;
  /** How long it stays, ms; without it until it is closed. Time stands still under the pointer or the focus. */
  stay?: number;
  /** Read aloud at once. */
  urgent?: boolean;
}

export interface Bar {
  show(message: Message): void;
  /** Takes the message away, or only the given one if it still stands. */
  hide(message?: Message): void;
}

const cross = 'M4 4 12 12M12 4 4 12';

export function createBar(document: Document, host: Host, words: Words): Bar {
  let element: HTMLElement | undefined;
  let shown: Message | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const hide = (message?: Message): void => {
    if (message !== undefined && message !== shown) return;
    clearTimeout(timer);
    element?.remove();
    element = undefined;
    shown = undefined;
  };

  return {
    hide,
    show(message) {
      hide();
      shown = message;
      const bar = document.createElement('div');
      element = bar;
      bar.className = 'bar';
      bar.setAttribute('role', message.urgent === true ? 'alert' : 'status');
      const text = document.createElement('span');
      bar.append(text);
      const { action, stay, steps = [] } = message;
      for (const { label, drawing, press } of steps) {
        const step = (): void => {
          if (message === shown) press();
        };
        bar.append(createButton(document, { label, icon: createIcon(document, drawing), press: step }));
      }
      if (action !== undefined) {
        const press = (): void => {
          // A page that got hold of the button may keep it for later.
          if (message !== shown) return;
          hide(message);
          action.press();
        };
        bar.append(createButton(document, { label: action.word, word: action.word, className: 'word', press }));
      }
      const close = (): void => {
        hide(message);
        message.closed?.();
      };
      const icon = createIcon(document, cross);
      bar.append(createButton(document, { label: words.close, icon, press: close }));
      if (stay !== undefined) {
        const start = (): void => {
          clearTimeout(timer);
          timer = setTimeout(hide, stay, message);
        };
        for (const type of ['pointerenter', 'focusin']) bar.addEventListener(type, () => clearTimeout(timer));
        for (const type of ['pointerleave', 'focusout']) bar.addEventListener(type, start);
        start();
      }
      host.root().append(bar);
      // A region that is there is read aloud when words come into it; one that comes with its words often is not.
      text.textContent = message.text;
    },
  };
}
