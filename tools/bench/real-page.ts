// One real page as a reader uses it: looked at, its marks read, a note written on a sentence of it and looked for when
// the page is loaded again.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type Browsing, waitFor } from '../browsers/browsing.ts';
import { paintedIn, selectWords, waitForCard, waitForKept, waitForOurs, waitForPaint } from '../browsers/reading.ts';
import { clickOn } from '../browsers/surfaces.ts';
import { sentencesIn } from './page-sentences.ts';

export interface Outcome {
  id: string;
  label: string;
  spotted: boolean;
  /** Names by kind, each once, in the order of the text. */
  marked: Record<string, string[]>;
  /** The words that were annotated, and whether their note came back; absent where none could be written. */
  quote?: string;
  cameBack?: boolean;
  /** Sentences that the reader could not have selected, and why. */
  passedOver?: string[];
  /** What went wrong, in words. */
  problem?: string;
}

/** Fills in the outcome as far as it gets: a page may take longer than it is given. */
export async function tryOut(
  browsing: Browsing,
  page: Page,
  outcome: Outcome,
  pictures: string | undefined,
): Promise<void> {
  outcome.spotted = await isSpotted(browsing, page);
  if (outcome.spotted) outcome.marked = await marksIn(page);
  if (pictures !== undefined) await writeFile(join(pictures, `${outcome.id}.png`), await pictureOf(page));
  if (!outcome.spotted) return;
  const { free, passedOver } = await sentencesIn(page, diceOf(outcome.id));
  if (passedOver.length > 0) outcome.passedOver = passedOver;
  if (free === undefined) {
    outcome.problem = passedOver.length > 0 ? 'no sentence can be selected' : 'the page shows no sentence';
    return;
  }
  const written = await writeNote(browsing, page, free, `Note on ${outcome.id}`);
  outcome.quote = written;
  await page.reload({ waitUntil: 'domcontentloaded' });
  outcome.cameBack = await waitForPaint(page, 'highlight-yellow', written).then(
    () => true,
    () => false,
  );
}

/** The first screenful with marks. */
async function pictureOf(page: Page): Promise<Uint8Array> {
  await page.evaluate(() => {
    const tops = [...CSS.highlights.values()].flatMap((highlight) =>
      [...highlight].map((range) => (range instanceof Range ? range.getBoundingClientRect().top + scrollY : 0)),
    );
    if (tops.length > 0) scrollTo({ top: Math.min(...tops) - 100, behavior: 'instant' });
  });
  return page.screenshot();
}

/** The spotter looks again at growing pauses when content is late; stored pages come at once. */
async function isSpotted(browsing: Browsing, page: Page): Promise<boolean> {
  const look = async () => (await browsing.badgeOver(page)).title.includes('article');
  return await waitFor('the page to be spotted', look, 4000).catch(() => false);
}

async function marksIn(page: Page): Promise<Record<string, string[]>> {
  const entities = /^(person|organization|place|handle|hashtag)$/;
  const look = async () => {
    const layers = Object.entries(await paintedIn(page)).filter(
      ([layer, words]) => entities.test(layer) && words.length,
    );
    return layers.length > 0 ? layers.map(([layer, words]) => [layer, [...new Set(words)]]) : undefined;
  };
  return Object.fromEntries(await waitFor('marks', look, 8000).catch(() => []));
}

/** Answers with the words that were kept, white space as one space. */
async function writeNote(browsing: Browsing, page: Page, sentence: string, note: string): Promise<string> {
  await selectWords(page, sentence);
  const selected = await page.evaluate(() => document.getSelection()?.toString().trim() ?? '');
  if (selected === '') throw new Error(`The page does not let "${sentence}" be selected`);
  await clickOn(await waitForOurs(browsing, page, '.toolbar'), '.toolbar button', 'note');
  const card = await waitForCard(browsing, page, 'textarea');
  await waitFor('the cursor in the note', () => card.run((root) => root.activeElement?.tagName === 'TEXTAREA'));
  await card.type(note);
  const kept = await waitForKept(browsing, { note });
  return kept.quote.replace(/\s+/g, ' ');
}

/** Another number for each page, the same one in each run. */
function diceOf(id: string): number {
  return [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_521, 7);
}
