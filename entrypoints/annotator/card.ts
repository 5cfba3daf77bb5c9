// The card: a page of the extension in a frame beside its words. The page around it can neither see nor reach what
// stands in the frame. Where the page's policy keeps the frame from opening, the card opens in a window of its own.
import { browser } from 'wxt/browser';
import type { PageToBackground } from '../../messages/protocol.ts';
import type { Caller } from '../../messages/wire.ts';
import { follow } from './follow.ts';
import { viewportOf } from './geometry.ts';
import { holdFocus } from './hold-focus.ts';
import type { Host } from './host.ts';
import { type Box, distanceOutside, placeCard } from './placing.ts';

export interface CardFrame {
  /**
   * Opens the card that the ticket stands for, in place of the one that is open.
   * @param again announces the same card once more, with the cursor in its note
   */
  open(ticket: string, words: () => Box | undefined, again: () => Promise<string>): void;
  /** Takes other words to stand beside. */
  moveTo(words: () => Box | undefined): void;
  /** The frame is there and wants to be so high, px. */
  resize(height: number): void;
  close(): void;
  readonly isOpen: boolean;
}

interface CardOptions {
  document: Document;
  host: Host;
  background: Caller<PageToBackground>;
  title: string;
  /** After a card has closed. */
  closed(): void;
  failed(error: unknown): void;
}

/** A frame that has loaded and not told its height by then was kept from opening, ms. */
const patience = 1500;
/** The same for a frame that never loads. */
const patienceForLoading = 6000;
/** A frame that was closed keeps its last words before it is taken away, ms. */
const farewell = 1000;
const width = 320;
const firstHeight = 160;
/** With its words further away than this, px, the card is closed: the reader has read on. */
const far = 600;

export function createCard({ document, host, background, title, closed, failed }: CardOptions): CardFrame {
  let open: { element: HTMLElement; stop: AbortController; words: () => Box | undefined; arrived: boolean } | undefined;
  let height = firstHeight;
  let focusBefore: Element | null = null;

  const place = (): void => {
    if (open === undefined) return;
    const box = open.words();
    const viewport = viewportOf(document);
    // Words that a page is just rendering anew come back: the card waits where it is.
    if (box === undefined) return;
    if (distanceOutside(box, viewport) > far) {
      close();
      return;
    }
    const size = { width: Math.min(width, viewport.width - 16), height: Math.min(height, viewport.height - 16) };
    const { left, top } = placeCard(box, size, viewport);
    open.element.style.height = `${size.height}px`;
    open.element.style.left = `${Math.round(left)}px`;
    open.element.style.top = `${Math.round(top)}px`;
  };

  const close = (): void => {
    if (open === undefined) return;
    const { element, stop } = open;
    open = undefined;
    stop.abort();
    element.querySelector('iframe')?.blur();
    element.style.display = 'none';
    setTimeout(() => element.remove(), farewell);
    if (focusBefore instanceof HTMLElement && focusBefore.isConnected) focusBefore.focus({ preventScroll: true });
    focusBefore = null;
    closed();
  };

  const arrive = (): void => {
    if (open === undefined || open.arrived) return;
    open.arrived = true;
    open.element.classList.remove('waiting');
  };

  const openWindow = async (ticket: string, element: HTMLElement): Promise<void> => {
    if (open?.element !== element || open.arrived) return;
    try {
      await background.call('openCardInWindow', ticket);
      if (open?.element === element) close();
    } catch (error) {
      if (open?.element !== element) return;
      // The frame has asked for its content: it is only slow.
      if (error instanceof Error && error.message.includes('ticket-unknown')) arrive();
      else failed(error);
    }
  };

  /** The page meddles with the card: it goes on where no page can. What was written is kept by then. */
  const moveToWindow = async (element: HTMLElement, again: () => Promise<string>): Promise<void> => {
    if (open?.element !== element) return;
    close();
    try {
      await background.call('openCardInWindow', await again());
    } catch (error) {
      failed(error);
    }
  };

  return {
    get isOpen() {
      return open !== undefined;
    },
    open(ticket, words, again) {
      close();
      height = firstHeight;
      focusBefore = document.activeElement;
      const stop = new AbortController();
      const element = document.createElement('div');
      element.className = 'card waiting';
      const frame = document.createElement('iframe');
      frame.title = title;
      element.append(frame);
      open = { element, stop, words, arrived: false };
      host.root().append(element);
      // Not by `src`: Firefox's events hand a page the frame itself (`originalTarget`), and its `src` would tell it the
      // extension's address, which is another for each reader, and the ticket.
      frame.contentWindow?.location.replace(`${browser.runtime.getURL('/editor.html')}#${ticket}`);
      // Before its page is there: once it is, the page in the frame decides where its cursor stands.
      frame.focus({ preventScroll: true });
      holdFocus({
        frame,
        signal: stop.signal,
        taken: () => open?.element === element && document.hasFocus() && !isFocused(frame),
        givenUp: () => void moveToWindow(element, again),
      });
      place();
      let timer = setTimeout(() => void openWindow(ticket, element), patienceForLoading);
      let loaded = false;
      frame.addEventListener('load', () => {
        // Our page loads once: what comes after it is the page's, which got hold of the frame.
        if (loaded) void moveToWindow(element, again);
        // Still the empty document that a frame begins with.
        if (loaded || !isOurs(frame)) return;
        loaded = true;
        clearTimeout(timer);
        if (!stop.signal.aborted) timer = setTimeout(() => void openWindow(ticket, element), patience);
      });
      stop.signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
      follow(document, stop.signal, place);
    },
    moveTo(words) {
      if (open === undefined) return;
      open.words = words;
      place();
    },
    resize(wanted) {
      if (open === undefined || !Number.isFinite(wanted) || wanted <= 0) return;
      height = wanted;
      place();
      arrive();
    },
    close,
  };
}

/** Whether the reader's keys go to the frame; asked of its own tree, so that nothing is put back into the page by it. */
function isFocused(frame: HTMLIFrameElement): boolean {
  const root = frame.getRootNode();
  return root instanceof ShadowRoot && root.activeElement === frame;
}

/** Whether our page has come. Chromium hides it from the annotator as it does from the page; Firefox does not. */
function isOurs({ contentDocument }: HTMLIFrameElement): boolean {
  return contentDocument === null || contentDocument.URL.startsWith(browser.runtime.getURL('/editor.html'));
}
