// The way to a card from words that are a link. A plain click follows the link, so a small button comes up beside the
// words while the pointer rests on them or the keyboard's focus is on their link. Alt with a click or with Enter is the
// short way to the same card, on all words.
import { createButton, createIcon } from './controls.ts';
import type { Found } from './finder.ts';
import { follow } from './follow.ts';
import { lineAt, lineBox, viewportOf } from './geometry.ts';
import type { Host } from './host.ts';
import { placePeek } from './placing.ts';
import { interactive } from './pointer.ts';

interface Point {
  x: number;
  y: number;
}

/** What brought the button up. */
type By = 'pointer' | 'focus' | 'key';

export interface Peek {
  /** What the pointer is on now, and where. */
  hover(found: Found | undefined, point: Point | undefined): void;
  /** Shows the button for what a key has led to, and gives it the focus; Escape gives the focus back. */
  offer(found: Found): void;
  hide(): void;
}

interface PeekOptions {
  document: Document;
  host: Host;
  signal: AbortSignal;
  label: string;
  foundAt(point: Point): Found | undefined;
  /** The first that lies in an element. */
  foundIn(element: Element): Found | undefined;
  open(found: Found, point: Point): void;
}

/** Who only passes over a link does not see the button, ms. */
const resting = 300;
/** How long the way from the words to the button may take, ms. */
const grace = 500;
const size = { width: 28, height: 28 };
const page = 'M3 2.5h10v11H3ZM5.5 6h5M5.5 8.5h5M5.5 11h3';

export function createPeek({ document, host, signal, label, foundAt, foundIn, open }: PeekOptions): Peek {
  let shown: { found: Found; by: By; stop: AbortController } | undefined;
  let button: HTMLElement | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  let focusBefore: Element | null = null;

  const hide = (): void => {
    clearTimeout(timer);
    const offered = shown?.by === 'key' && host.root().activeElement === button;
    shown?.stop.abort();
    shown = undefined;
    button?.remove();
    if (offered && focusBefore instanceof HTMLElement) focusBefore.focus({ preventScroll: true });
    focusBefore = null;
  };
  const hideSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(hide, grace);
  };

  const build = (point: () => Point): HTMLElement => {
    const press = (): void => {
      const found = shown?.found;
      hide();
      if (found !== undefined) open(found, point());
    };
    const made = createButton(document, {
      label,
      className: 'peek',
      shortcut: 'Alt+Enter',
      press,
      icon: createIcon(document, page),
    });
    // A press must not take the focus from the page: it goes back there when the card closes.
    made.addEventListener('mousedown', (event) => event.preventDefault());
    made.addEventListener('pointerenter', () => clearTimeout(timer));
    made.addEventListener('pointerleave', () => shown?.by === 'pointer' && hideSoon());
    made.addEventListener('keydown', (event) => event.isTrusted && event.key === 'Escape' && hide());
    made.addEventListener('blur', () => shown?.by === 'key' && hideSoon());
    return made;
  };

  const show = (found: Found, by: By, point?: Point): void => {
    hide();
    const line = point === undefined ? 0 : lineAt(found.range, point);
    const middle = (): Point => {
      const box = lineBox(found.range, line);
      return { x: ((box?.left ?? 0) + (box?.right ?? 0)) / 2, y: ((box?.top ?? 0) + (box?.bottom ?? 0)) / 2 };
    };
    const element = build(middle);
    button = element;
    const place = (): void => {
      const box = lineBox(found.range, line);
      if (box === undefined) {
        hide();
        return;
      }
      const { left, top } = placePeek(box, size, viewportOf(document));
      element.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
    };
    const stop = new AbortController();
    shown = { found, by, stop };
    host.root().append(element);
    place();
    follow(document, stop.signal, place);
  };

  /** Opens what is there in place of what the page or the browser would do. */
  const openInstead = (event: Event, found: Found, point: Point): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    hide();
    open(found, point);
  };

  document.addEventListener(
    'click',
    (event) => {
      if (!event.isTrusted || !onlyAlt(event) || event.button !== 0 || event.target === host.element) return;
      // Alt and a drag select the words of a link.
      if (document.getSelection()?.isCollapsed === false) return;
      const point = { x: event.clientX, y: event.clientY };
      const found = foundAt(point);
      if (found !== undefined) openInstead(event, found, point);
    },
    { signal, capture: true },
  );
  document.addEventListener(
    'keydown',
    (event) => {
      const target = event.composedPath()[0];
      if (!event.isTrusted || event.key !== 'Enter' || !onlyAlt(event) || !(target instanceof Element)) return;
      const found = target.matches(interactive) ? foundIn(target) : undefined;
      const box = found && lineBox(found.range, 0);
      if (found !== undefined && box !== undefined) openInstead(event, found, { x: box.left, y: box.top });
    },
    { signal, capture: true },
  );
  document.addEventListener(
    'focusin',
    (event) => {
      const target = event.composedPath()[0];
      if (!(target instanceof Element) || !target.matches(interactive) || !target.matches(':focus-visible')) return;
      const found = foundIn(target);
      if (found !== undefined) show(found, 'focus');
    },
    { signal },
  );
  document.addEventListener('focusout', () => shown?.by === 'focus' && hide(), { signal });
  signal.addEventListener('abort', hide, { once: true });

  return {
    hover(found, point) {
      if (found !== undefined && found.range === shown?.found.range) clearTimeout(timer);
      else if (found !== undefined && point !== undefined && isLinked(found.range)) {
        clearTimeout(timer);
        timer = setTimeout(() => show(found, 'pointer', point), resting);
      } else if (shown?.by === 'pointer') {
        // The pointer may be on its way to the button.
        if (found !== undefined || point !== undefined) hideSoon();
      } else if (shown === undefined) clearTimeout(timer);
    },
    offer(found) {
      show(found, 'key');
      focusBefore = document.activeElement;
      button?.setAttribute('aria-label', `${label}: ${found.range.toString().trim().slice(0, 200)}`);
      button?.focus({ preventScroll: true });
    },
    hide,
  };
}

/** Whether a click on the words is taken by the page. */
function isLinked({ startContainer }: Range): boolean {
  const element = startContainer instanceof Element ? startContainer : startContainer.parentElement;
  return element?.closest(interactive) != null;
}

function onlyAlt(event: MouseEvent | KeyboardEvent): boolean {
  return event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
}
