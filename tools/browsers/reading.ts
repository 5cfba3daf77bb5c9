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

/** White space counts as one space. @throws when the words are not there. */
async function lookForSpan(page: Page, words: string): Promise<Span> {
  const span = await page.evaluate((wanted) => {
    const places: { node: Text; offset: number }[] = [];
    let text = '';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (
        !(node instanceof Text) ||
        node.parentElement?.closest('script, style') ||
        !node.parentElement?.checkVisibility()
      )
        continue;
      for (let offset = 0; offset < node.length; offset++) {
        const character = /\s/.test(node.data[offset] ?? '') ? ' ' : (node.data[offset] ?? '');
        if (character === ' ' && (text === '' || text.endsWith(' '))) continue;
        text += character;
        places.push({ node, offset });
      }
      // A page can be long.
      if (text.includes(wanted, Math.max(0, text.length - node.length - wanted.length))) break;
    }
    const at = text.indexOf(wanted);
    const first = places[at];
    const last = places[at + wanted.length - 1];
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
    return {
      startX: start.left,
      startY: (start.top + start.bottom) / 2,
      endX: end.right,
      endY: (end.top + end.bottom) / 2,
    };
  }, words);
  if (span === null) throw new Error(`The page does not say "${words}"`);
  return span;
}

/** Selects words with the mouse. */
export async function selectWords(page: Page, words: string): Promise<void> {
  const { startX, startY, endX, endY } = await spanOf(page, words);
  await page.mouse.move(startX + 0.5, startY);
  await page.mouse.down();
  await page.mouse.move((startX + endX) / 2, (startY + endY) / 2, { steps: 3 });
  await page.mouse.move(endX - 0.5, endY, { steps: 3 });
  await page.mouse.up();
}

/** Clicks on the first letter of words. */
export async function clickWords(page: Page, words: string): Promise<void> {
  const { startX, startY } = await spanOf(page, words);
  await page.mouse.click(startX + 3, startY);
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
