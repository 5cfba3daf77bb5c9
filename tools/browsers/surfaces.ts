// Finding and using things on a surface as a person does: by selector and words, with the mouse.
import { type Surface, waitFor } from './browsing.ts';

/** px from the surface's top left. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where the first visible element is that has the selector and, if given, these words in its text or label. */
export function boxOf(surface: Surface<Document | ShadowRoot>, selector: string, words = ''): Promise<Box | null> {
  return surface.run(
    (root, each, text) => {
      const element = [...root.querySelectorAll(each)].find((candidate) => {
        const label = `${candidate.textContent} ${candidate.getAttribute('aria-label') ?? ''} ${candidate.getAttribute('title') ?? ''}`;
        return label.includes(text) && candidate.getClientRects().length > 0;
      });
      if (element === undefined) return null;
      element.scrollIntoView({ block: 'nearest' });
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    },
    selector,
    words,
  );
}

/** Waits for the element, and for it to stand still, and clicks its middle. */
export async function clickOn(surface: Surface<Document | ShadowRoot>, selector: string, words = ''): Promise<void> {
  let before = '';
  const box = await waitFor(`${selector} ${words}`, async () => {
    const now = await boxOf(surface, selector, words);
    const still = now !== null && JSON.stringify(now) === before;
    before = JSON.stringify(now);
    return still ? now : undefined;
  });
  await surface.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** The surface's words, with runs of white space made one space. */
export async function textOf(surface: Surface<Document | ShadowRoot>): Promise<string> {
  const text = await surface.run((root) => ('body' in root ? root.body : root).textContent);
  return (text ?? '').replace(/\s+/g, ' ').trim();
}
