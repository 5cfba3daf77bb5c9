// What a reader does and sees in an article, with the real mouse and keyboard, and what was kept of it.
import type { Page } from 'puppeteer-core';
import { type Browsing, type Surface, waitFor } from './browsing.ts';
import { boxOf } from './surfaces.ts';

/** The words painted on a page, by layer (`person`, `highlight-yellow` ...), in the order in which they were added. */
export function paintedIn(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(() => {
    const painted: Record<string, string[]> = {};
    for (const [name, highlight] of CSS.highlights) {
      const layer = name.replace(/^h[0-9a-f]{8}-/, '');
      painted[layer] = [...highlight].map((range) => range.toString().replace(/\s+/g, ' '));
    }
    return painted;
  });
}

/** Waits until a layer shows these words. */
export function waitForPaint(page: Page, layer: string, words: string): Promise<string> {
  return waitFor(`"${words}" painted as ${layer}`, async () =>
    ((await paintedIn(page))[layer] ?? []).find((each) => each.includes(words)),
  );
}

/** A line of text on the screen, px of the viewport. */
interface Span {
  startX: number;
  startY: number;
  endX: number;
  endY: number;
  /** The way into the words from their start: -1 where they run from right to left. */
  inward: 1 | -1;
}

/** Where words stand in the page, scrolled to, once the page is loaded and stands still. */
function spanOf(page: Page, words: string): Promise<Span> {
  let before = '';
  return waitFor(`"${words}" to stand still in the page`, async () => {
    const span = await lookForSpan(page, words);
    const still = JSON.stringify(span) === before && (await page.evaluate(() => document.readyState)) === 'complete';
    before = JSON.stringify(span);
    return still ? span : undefined;
  });
}

/** White space counts as one space. Reads no further than the words, and each text once: a page can be long. */
async function lookForSpan(page: Page, words: string): Promise<Span> {
  const span = await page.evaluate((wanted) => {
    const texts: { node: Text; start: number; afterSpace: boolean }[] = [];
    let read = 0;
    let tail = '';
    let at = -1;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null && at < 0; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!(node instanceof Text) || parent?.closest('script, style') || !parent?.checkVisibility()) continue;
      const afterSpace = tail === '' || tail.endsWith(' ');
      const text = node.data.replace(/\s+/g, ' ').slice(afterSpace && /^\s/.test(node.data) ? 1 : 0);
      if (text === '') continue;
      texts.push({ node, start: read, afterSpace });
      tail = tail.slice(-wanted.length) + text;
      read += text.length;
      const found = tail.indexOf(wanted);
      if (found >= 0) at = read - tail.length + found;
    }
    const placeOf = (wantedAt: number): { node: Text; offset: number } | undefined => {
      const text = texts.findLast(({ start }) => start <= wantedAt);
      if (text === undefined) return undefined;
      const { node, start } = text;
      let { afterSpace } = text;
      for (let offset = 0, seen = start; offset < node.length; offset++) {
        const isSpace = /\s/.test(node.data[offset] ?? '');
        if (isSpace && afterSpace) continue;
        if (seen++ === wantedAt) return { node, offset };
        afterSpace = isSpace;
      }
      return undefined;
    };
    const first = placeOf(at);
    const last = placeOf(at + wanted.length - 1);
    if (at < 0 || first === undefined || last === undefined) return null;
    const box = (place: { node: Text; offset: number }): DOMRect => {
      const range = document.createRange();
      range.setStart(place.node, place.offset);
      range.setEnd(place.node, place.offset + 1);
      return range.getBoundingClientRect();
    };
    first.node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const start = box(first);
    const end = box(last);
    const fromRight = getComputedStyle(first.node.parentElement ?? document.body).direction === 'rtl';
    return {
      startX: fromRight ? start.right : start.left,
      startY: (start.top + start.bottom) / 2,
      endX: fromRight ? end.left : end.right,
      endY: (end.top + end.bottom) / 2,
      inward: fromRight ? -1 : 1,
    } as const;
  }, words);
  if (span === null) throw new Error(`The page does not say "${words}"`);
  return span;
}

/** Selects words with the mouse. */
export async function selectWords(page: Page, words: string): Promise<void> {
  const { startX, startY, endX, endY, inward } = await spanOf(page, words);
  await page.mouse.move(startX + 0.5 * inward, startY);
  await page.mouse.down();
  await page.mouse.move((startX + endX) / 2, (startY + endY) / 2, { steps: 3 });
  await page.mouse.move(endX - 0.5 * inward, endY, { steps: 3 });
  await page.mouse.up();
}

/** Clicks on the first letter of words. */
export async function clickWords(page: Page, words: string): Promise<void> {
  const { startX, startY, inward } = await spanOf(page, words);
  await page.mouse.click(startX + 3 * inward, startY);
}

/** What is shown of ours in the page, once the selector is there. */
export function waitForOurs(browsing: Browsing, page: Page, selector: string): Promise<Surface<ShadowRoot>> {
  return waitFor(`our ${selector} in the page`, async () => {
    const ours = await browsing.oursIn(page);
    return ours !== undefined && (await boxOf(ours, selector)) !== null ? ours : undefined;
  });
}

/** The card in the page, once it shows the selector. */
export function waitForCard(browsing: Browsing, page: Page, selector = 'main'): Promise<Surface> {
  return waitFor(`a card with ${selector}`, async () => {
    const card = await browsing.cardIn(page);
    return card !== undefined && (await boxOf(card, selector)) !== null ? card : undefined;
  });
}

/** An annotation as it lies in the database. */
export interface Kept {
  id: string;
  quote: string;
  note: string;
  colour: string;
  entity: string;
  source: string;
}

/** What is in the database and not deleted, oldest first. */
export async function keptIn(browsing: Browsing): Promise<Kept[]> {
  const extension = await browsing.inExtension();
  return extension.run(async () => {
    const settled = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    if (!(await indexedDB.databases()).some((each) => each.name === 'pressmark')) return [];
    const db = await settled(indexedDB.open('pressmark'));
    if (!db.objectStoreNames.contains('annotations')) {
      db.close();
      return [];
    }
    const rows = await settled(db.transaction('annotations').objectStore('annotations').getAll());
    db.close();
    const bodyOf = (row: { body: { purpose: string; value: string }[] }, purpose: string): string =>
      row.body.find((body) => body.purpose === purpose)?.value ?? '';
    return rows
      .filter((row) => row.deleted === 0)
      .map((row) => ({
        id: row.id,
        quote: row.target.selector.find((each: { exact?: string }) => each.exact !== undefined)?.exact ?? '',
        note: bodyOf(row, 'commenting'),
        colour: row.colour ?? '',
        entity: bodyOf(row, 'identifying'),
        source: row.target.source,
      }));
  });
}

/** Waits until the database holds an annotation like this. */
export function waitForKept(browsing: Browsing, wanted: Partial<Kept>): Promise<Kept> {
  return waitFor(`${JSON.stringify(wanted)} in the database`, async () => {
    const all = await keptIn(browsing);
    const found = all.find((kept) =>
      Object.entries(wanted).every(([field, value]) => Reflect.get(kept, field) === value),
    );
    if (found === undefined) throw new Error(`it holds ${JSON.stringify(all)}`);
    return found;
  });
}
