// Keys meant for a note stay with it: a page that takes the focus from the card loses it again. One that takes it again
// and again would hear a key between two times: from it the card goes away.

interface HoldFocusOptions {
  frame: HTMLIFrameElement;
  signal: AbortSignal;
  /** Whether the focus was taken by the page: a press of the reader's elsewhere would have closed the card. */
  taken(): boolean;
  /** The page does not stop. */
  givenUp(): void;
}

/** Within so many ms. */
const memory = 5000;
/** Once may be a search field that a slow page puts its cursor into. */
const most = 2;

export function holdFocus({ frame, signal, taken, givenUp }: HoldFocusOptions): void {
  let times: number[] = [];
  let holding = false;
  const takeBack = (): void => {
    if (holding || !taken()) return;
    const now = performance.now();
    times = [...times.filter((time) => now - time < memory), now];
    if (times.length > most) {
      givenUp();
      return;
    }
    holding = true;
    frame.focus({ preventScroll: true });
    holding = false;
  };
  const look = (): void => {
    takeBack();
    // Where the page takes it again while it is taken back, or the browser tells of it too early.
    setTimeout(takeBack, 0);
  };
  // Firefox does not tell the frame's element that its page lost the focus, but who got it.
  frame.addEventListener('blur', look, { signal });
  frame.ownerDocument.addEventListener('focus', look, { signal, capture: true });
}
