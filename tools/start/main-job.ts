// The main job of the extension on one article, done as a reader does it: names are marked, a passage is selected, a
// note written; the page is loaded again, and the popup lists the note.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type Browsing, type Surface, waitFor } from '../browsers/browsing.ts';
import { paintedIn, selectWords, waitForCard, waitForKept, waitForOurs, waitForPaint } from '../browsers/reading.ts';
import { clickOn, textOf } from '../browsers/surfaces.ts';

const note = 'Ask again on Monday.';
/** How long a page is waited for, ms. */
const patience = 5000;
/** The toolbar icon's title over a page that is no article. */
const quietTitle = 'Pressmark';
const kinds = ['person', 'organization', 'place', 'handle', 'hashtag'];

export interface Done {
  /** False where the reader had to ask for annotations. */
  spotted: boolean;
  /** Names by kind, each once. */
  marked: Record<string, string[]>;
  quote: string;
  note: string;
  /** Files with a picture of each step. */
  pictures: string[];
}

/**
 * @param folder takes the pictures
 * @throws when a step does not work out, with the step in words
 */
export async function doMainJob(browsing: Browsing, url: string, folder: string): Promise<Done> {
  await mkdir(folder, { recursive: true });
  const pictures: string[] = [];
  async function picture(surface: Pick<Surface, 'screenshot'>, step: string): Promise<void> {
    const bytes = await surface.screenshot();
    if (bytes === undefined) return;
    const file = join(folder, `${String(pictures.length + 1).padStart(2, '0')}-${step}.png`);
    await writeFile(file, bytes);
    pictures.push(file);
  }

  await browsing.inExtension();
  const page = await browsing.openPage(url);
  const spotted = await isSpotted(browsing, page);
  if (!spotted) {
    const popup = await browsing.openPopup(page);
    await picture(popup, 'not-spotted');
    await clickOn(popup, 'button', 'Annotate it anyway');
    await waitFor('the popup to say that the page is annotated', async () =>
      (await textOf(popup)).includes('Annotated by your choice'),
    );
    await browsing.closePopup();
    await page.bringToFront();
  }
  const marked = await namesMarked(page);
  await picture(page, 'marks');

  const quote = await choosePassage(page);
  await selectWords(page, quote);
  const ours = await waitForOurs(browsing, page, '.toolbar');
  await picture(page, 'selection');

  await clickOn(ours, '.toolbar button', 'note');
  const card = await waitForCard(browsing, page, 'textarea');
  await waitFor('the cursor in the note', () => card.run((root) => root.activeElement?.tagName === 'TEXTAREA'));
  await card.type(note);
  await waitForKept(browsing, { quote, note });
  await picture(page, 'note');

  await page.reload({ waitUntil: 'domcontentloaded' });
  await waitForPaint(page, 'highlight-yellow', quote);
  await picture(page, 'reloaded');

  const popup = await browsing.openPopup(page);
  await waitFor('the note in the popup', async () => {
    const text = await textOf(popup);
    return text.includes(note) && text.includes(quote);
  });
  await picture(popup, 'popup');
  return { spotted, marked, quote, note, pictures };
}

/** Whether the toolbar icon says so, once the page has had the time to be looked at. */
async function isSpotted(browsing: Browsing, page: Page): Promise<boolean> {
  const until = Date.now() + patience;
  while (Date.now() < until) {
    if ((await browsing.badgeOver(page)).title !== quietTitle) return true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return false;
}

/** A page may name nobody. */
async function namesMarked(page: Page): Promise<Record<string, string[]>> {
  const until = Date.now() + patience;
  let names: Record<string, string[]> = {};
  while (Object.keys(names).length === 0 && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    names = namesIn(await paintedIn(page));
  }
  return names;
}

function namesIn(painted: Record<string, string[]>): Record<string, string[]> {
  const named: Record<string, string[]> = {};
  for (const kind of kinds) {
    const names = [...new Set(painted[kind] ?? [])];
    if (names.length > 0) named[kind] = names;
  }
  return named;
}

/** The first words of the longest paragraph. */
async function choosePassage(page: Page): Promise<string> {
  const text = await page.evaluate(() => {
    const paragraphs = [...document.querySelectorAll('p')].map((paragraph) => paragraph.textContent.trim());
    return paragraphs.sort((one, other) => other.length - one.length)[0] ?? '';
  });
  const words = text.split(/\s+/).slice(0, 9).join(' ');
  if (words === '') throw new Error('The page has no paragraph to write on');
  return words;
}
