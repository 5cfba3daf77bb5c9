// Steps that many tests take: to highlight, to write a note, to read the popup.
import type { Page } from 'puppeteer-core';
import { type Browsing, type Surface, waitFor } from '../../tools/browsers/browsing.ts';
import { type Kept, selectWords, waitForCard, waitForKept, waitForOurs } from '../../tools/browsers/reading.ts';
import { boxOf, clickOn, textOf } from '../../tools/browsers/surfaces.ts';

/** The colours of the toolbar by the key that takes them. */
export const colourOf = { 1: 'yellow', 2: 'green', 3: 'blue', 4: 'pink', 5: 'purple' } as const;

/** Selects words and presses a colour's key; answers when the highlight is kept. */
export async function highlight(
  browsing: Browsing,
  page: Page,
  words: string,
  key: '1' | '2' | '3' | '4' | '5',
): Promise<Kept> {
  await selectWords(page, words);
  await waitForOurs(browsing, page, '.toolbar');
  await page.keyboard.press(key);
  return waitForKept(browsing, { quote: words, colour: colourOf[key] });
}

/** Selects words and writes a note on them; answers with the card, in which the note is kept. */
export async function writeNote(browsing: Browsing, page: Page, words: string, note: string): Promise<Surface> {
  await selectWords(page, words);
  await clickOn(await waitForOurs(browsing, page, '.toolbar'), '.toolbar button', 'note');
  const card = await cardToWriteIn(browsing, page);
  await card.type(note);
  await waitForKept(browsing, { quote: words, note });
  return card;
}

/** The open card, once the cursor is in its note. */
export async function cardToWriteIn(browsing: Browsing, page: Page): Promise<Surface> {
  const card = await waitForCard(browsing, page, 'textarea');
  await waitFor('the cursor in the note', () =>
    card.run((root) => root.hasFocus() && root.activeElement?.tagName === 'TEXTAREA'),
  );
  return card;
}

/** A card in a window of its own that was opened since, once the cursor is in its note. */
export async function waitForWindow(browsing: Browsing, before: ReadonlySet<Page>): Promise<Page> {
  const opened = await waitFor('the note in a window of its own', async () => {
    for (const each of await browsing.puppeteer.pages()) {
      // Firefox tells the driver no address of an extension's page; the page itself does.
      if (!before.has(each) && /\/window\.html#/.test(await each.evaluate(() => location.href))) return each;
    }
    return undefined;
  });
  await waitFor('the cursor in the note', () => opened.evaluate(() => document.activeElement?.tagName === 'TEXTAREA'));
  return opened;
}

/** Waits until no card is shown. */
export async function waitForNoCard(browsing: Browsing, page: Page): Promise<void> {
  await waitFor('the card to close', async () => {
    const ours = await browsing.oursIn(page);
    return ours === undefined || (await boxOf(ours, '.card')) === null;
  });
}

/** Waits until no sentence stands at the foot of the page. */
export async function waitForNoBar(browsing: Browsing, page: Page): Promise<void> {
  await waitFor('the bar to go', async () => {
    const ours = await browsing.oursIn(page);
    return ours === undefined || (await boxOf(ours, '.bar')) === null;
  });
}

/** Waits until a surface says these words. */
export async function waitForWords(surface: Surface<Document | ShadowRoot>, words: string): Promise<string> {
  return waitFor(`the words "${words}"`, async () => {
    const text = await textOf(surface);
    if (!text.includes(words)) throw new Error(`it says "${text}"`);
    return text;
  });
}
