// The main job on real stored pages, in real Chromium with the built extension: is the page spotted, which names are
// marked, and does a note written on a random sentence come back on it when the page is loaded again? Also on the
// sample text of a portal article (../entities/gold/seed.txt), laid out as such a page.
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { type Browsing, waitFor } from '../browsers/browsing.ts';
import { launchChromium } from '../browsers/chromium.ts';
import { paintedIn, selectWords, waitForCard, waitForKept, waitForOurs, waitForPaint } from '../browsers/reading.ts';
import { clickOn } from '../browsers/surfaces.ts';
import type { BenchArgs } from './bench.ts';
import { layOutAsPortalPage } from './portal-page.ts';
import { readIndex, type StoredPage, visitStoredPage } from './stored-pages.ts';

const extension = '.output/chrome-mv3';
const defaultData = '../shared/data/articles';
const articles = 36;
const others = 14;

interface Outcome {
  id: string;
  label: string;
  spotted: boolean;
  /** Names by kind, each once. */
  marked: Record<string, string[]>;
  /** The sentence that was annotated, and whether its note came back; absent on pages that are no articles. */
  quote?: string;
  cameBack?: boolean;
  /** What went wrong, in words. */
  problem?: string;
}

export async function bench({ data = defaultData, out }: BenchArgs): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), 'pressmark-real-'));
  const browsing = await launchChromium({ extension, profile });
  const outcomes: Outcome[] = [];
  try {
    for (const { folder, stored } of await chosenPages(data, out)) {
      const outcome = await visitStoredPage(browsing.puppeteer, folder, stored, (page) =>
        tryOut(browsing, page, stored),
      ).catch((error: unknown) => problemOf(stored, error));
      outcomes.push(outcome);
      const names = Object.values(outcome.marked).flat().length;
      const note = outcome.cameBack === undefined ? '-' : outcome.cameBack ? 'came back' : 'LOST';
      console.log(
        [outcome.id, outcome.label, outcome.spotted ? 'spotted' : '-', `${names} names`, note, outcome.problem].join(
          '\t',
        ),
      );
    }
  } finally {
    await browsing.close();
    await rm(profile, { recursive: true, force: true });
  }
  await writeFile(join(out, 'pages.jsonl'), outcomes.map((outcome) => `${JSON.stringify(outcome)}\n`).join(''));
  console.log(JSON.stringify(summaryOf(outcomes)));
}

async function tryOut(browsing: Browsing, page: Page, stored: StoredPage): Promise<Outcome> {
  const outcome: Outcome = { id: stored.id, label: String(stored.label ?? ''), spotted: false, marked: {} };
  try {
    outcome.spotted = await isSpotted(browsing, page);
    if (!outcome.spotted) return outcome;
    outcome.marked = await marksIn(page);
    const quote = await randomSentence(page, stored.id);
    if (quote === undefined) return { ...outcome, problem: 'no paragraph to write on' };
    outcome.quote = quote;
    outcome.cameBack = await noteComesBack(browsing, page, quote, `Note on ${stored.id}`);
  } catch (error) {
    outcome.problem = String(error).replace(/\s+/g, ' ').slice(0, 200);
  }
  return outcome;
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

async function noteComesBack(browsing: Browsing, page: Page, quote: string, note: string): Promise<boolean> {
  await selectWords(page, quote);
  await clickOn(await waitForOurs(browsing, page, '.toolbar'), '.toolbar button', 'note');
  const card = await waitForCard(browsing, page, 'textarea');
  await waitFor('the cursor in the note', () => card.run((root) => root.activeElement?.tagName === 'TEXTAREA'));
  await card.type(note);
  const kept = await waitForKept(browsing, { note });
  await page.reload({ waitUntil: 'domcontentloaded' });
  return waitForPaint(page, 'highlight-yellow', kept.quote.replace(/\s+/g, ' ')).then(
    () => true,
    () => false,
  );
}

/** The first words of a paragraph chosen by the page's id: another one on each page, the same one in each run. */
function randomSentence(page: Page, id: string): Promise<string | undefined> {
  const seed = [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_521, 7);
  return page.evaluate((dice) => {
    const texts = [...document.querySelectorAll('p')]
      .filter((paragraph) => paragraph.checkVisibility() && paragraph.getBoundingClientRect().width > 150)
      .map((paragraph) => paragraph.textContent.replace(/\s+/g, ' ').trim())
      .filter((text) => text.length >= 60);
    return texts[dice % texts.length]?.slice(0, 50).replace(/\s\S*$/, '');
  }, seed);
}

async function chosenPages(data: string, out: string): Promise<{ folder: string; stored: StoredPage }[]> {
  const index = await readIndex(data, 'detect.jsonl');
  const spreadOver = (pages: StoredPage[], count: number) =>
    pages.filter((_, at) => at % Math.max(1, Math.floor(pages.length / count)) === 0).slice(0, count);
  const chosen = [
    ...spreadOver(
      index.filter((page) => page.label === 'article'),
      articles,
    ),
    ...spreadOver(
      index.filter((page) => page.label !== 'article'),
      others,
    ),
  ].map((stored) => ({ folder: data, stored }));
  const seed = join(data, '../entities/gold/seed.txt');
  if (!existsSync(seed)) return chosen;
  await writeFile(join(out, 'seed.html.gz'), gzipSync(layOutAsPortalPage(await readFile(seed, 'utf8'))));
  const url = 'https://portal.invalid/en-us/news/technology/clubhouse-invitation/ar-BB1d0000';
  return [...chosen, { folder: out, stored: { id: 'seed', file: 'seed.html.gz', url, label: 'article' } }];
}

function problemOf(stored: StoredPage, error: unknown): Outcome {
  return { id: stored.id, label: String(stored.label ?? ''), spotted: false, marked: {}, problem: String(error) };
}

function summaryOf(outcomes: readonly Outcome[]) {
  const spotted = outcomes.filter((outcome) => outcome.spotted);
  const isArticle = (outcome: Outcome) => outcome.label === 'article';
  return {
    pages: outcomes.length,
    articles: outcomes.filter(isArticle).length,
    articlesSpotted: spotted.filter(isArticle).length,
    othersSpotted: spotted.filter((outcome) => !isArticle(outcome)).length,
    withMarks: spotted.filter((outcome) => Object.keys(outcome.marked).length > 0).length,
    notesCameBack: spotted.filter((outcome) => outcome.cameBack === true).length,
    problems: outcomes
      .filter((outcome) => outcome.problem !== undefined || outcome.cameBack === false)
      .map((each) => each.id),
  };
}
