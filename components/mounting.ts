// For the tests of components: puts a view into the document and does with it what a hand does.
import type { ComponentChild } from 'preact';
import { render } from 'preact';
import { act } from 'preact/test-utils';

let mounted: Element | undefined;

/** Renders into a fresh element of the document, in place of the view before. Returns the element. */
export function mount(view: ComponentChild): HTMLElement {
  const before = mounted;
  if (before !== undefined) void act(() => render(null, before));
  before?.remove();
  const root = document.body.appendChild(document.createElement('div'));
  mounted = root;
  void act(() => render(view, root));
  return root;
}

/** An event as the browser makes it out of a person's doing. */
export function byHand<E extends Event>(event: E): E {
  Object.defineProperty(event, 'isTrusted', { value: true });
  return event;
}

/** Has an event happen by hand, and all that follows from it at once. */
export async function dispatch(element: Element | null, event: Event): Promise<void> {
  await act(() => void element?.dispatchEvent(byHand(event)));
}

export function click(element: Element | null): Promise<void> {
  return dispatch(element, new MouseEvent('click', { bubbles: true }));
}

export function press(element: Element | null, key: string): Promise<void> {
  return dispatch(element, new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

/** Replaces what stands in a field. */
export async function write(field: HTMLInputElement | HTMLTextAreaElement | null, words: string): Promise<void> {
  if (field === null) throw new Error('There is no field to write in');
  field.value = words;
  await dispatch(field, new InputEvent('input', { bubbles: true }));
}

/** Lets promises and timers of the test's fake clock go on by `ms`. */
export async function pass(
  clock: { advanceTimersByTimeAsync(ms: number): Promise<unknown> },
  ms: number,
): Promise<void> {
  await act(async () => {
    await clock.advanceTimersByTimeAsync(ms);
  });
}
