// Whether the library's list scrolls without a hitch: how long each frame takes while it is scrolled by the wheel, by
// the scroll bar (leaps to anywhere) and by keys. Part of `npm run bench -- library`.
import type { Browsing } from '../browsers/browsing.ts';
import { waitFor } from '../browsers/browsing.ts';

export interface ScrollFigures {
  frames: number;
  /** ms */
  median: number;
  longest: number;
  /** Frames that took longer than 50 ms. */
  over50: number;
}

/** Opens the library over the notes that are there and scrolls for some seconds. */
export async function measureScrolling(browsing: Browsing): Promise<ScrollFigures> {
  const page = await browsing.openExtensionPage('library.html');
  await page.bringToFront();
  await waitFor('rows', () =>
    page.evaluate("document.querySelector('[role=option] .row-subject, [role=option] .row-quote') !== null"),
  );
  const figures = await page.evaluate(`(${scroll.toString()})()`);
  await page.close();
  return figures as ScrollFigures;
}

/** Runs in the page. */
async function scroll(): Promise<ScrollFigures> {
  const list = document.querySelector('.virtual-list') as HTMLElement;
  const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
  const times: number[] = [];
  // What the page does when it opens is no part of scrolling.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  let last = await frame();
  for (let step = 0; step < 300; step++) {
    if (step % 3 === 0 && step > 150) list.scrollTop = (list.scrollHeight * ((step * 7919) % 1000)) / 1000;
    else list.scrollTop += 240;
    const now = await frame();
    times.push(now - last);
    last = now;
  }
  const sorted = [...times].sort((a, b) => a - b);
  return {
    frames: times.length,
    median: sorted[Math.floor(times.length / 2)] ?? 0,
    longest: sorted.at(-1) ?? 0,
    over50: times.filter((time) => time > 50).length,
  };
}
