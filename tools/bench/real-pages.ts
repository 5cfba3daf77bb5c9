// The main job on real stored pages, in real Chromium with the built extension: is the page spotted, which names are
// marked, and does a note written on a random sentence come back on it when the page is loaded again? Also on the
// sample text of a portal article (../entities/gold/seed.txt), laid out as such a page.
//
// `npm run bench -- real-pages [ID ...]`: only the pages of these ids. With PICTURES=1 a picture of each goes to --out.
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browsing, within } from '../browsers/browsing.ts';
import { launchChromium } from '../browsers/chromium.ts';
import type { BenchArgs } from './bench.ts';
import { layOutAsPortalPage } from './portal-page.ts';
import { type Outcome, tryOut } from './real-page.ts';
import { readIndex, type StoredPage, visitStoredPage } from './stored-pages.ts';

const extension = '.output/chrome-mv3';
const defaultData = '../shared/data/articles';
const articles = 36;
const others = 14;
/** The longest that one page may take, ms. */
const limit = 90_000;

interface Chosen {
  folder: string;
  stored: StoredPage;
}

export async function bench({ data = defaultData, out, only }: BenchArgs): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), 'pressmark-real-'));
  const launch = (): Promise<Browsing> => launchChromium({ extension, profile });
  const pictures = process.env.PICTURES === '1' ? out : undefined;
  let browsing = await launch();
  const outcomes: Outcome[] = [];
  try {
    for (const { folder, stored } of await chosenPages(data, out, only)) {
      const outcome: Outcome = { id: stored.id, label: String(stored.label ?? ''), spotted: false, marked: {} };
      const trial = visitStoredPage(browsing.puppeteer, folder, stored, (page) =>
        tryOut(browsing, page, outcome, pictures),
      );
      const hung = await within(limit, 'The page', trial).then(
        () => false,
        (error: unknown) => {
          outcome.problem ??= sentenceOf(error);
          return /took longer/.test(outcome.problem);
        },
      );
      outcomes.push(outcome);
      console.log(rowOf(outcome));
      if (!hung) continue;
      // What a page has hung up may hang the next one too.
      await browsing.close();
      browsing = await launch();
    }
  } finally {
    await browsing.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
  await writeFile(join(out, 'pages.jsonl'), outcomes.map((outcome) => `${JSON.stringify(outcome)}\n`).join(''));
  console.log(JSON.stringify(summaryOf(outcomes)));
}

async function chosenPages(data: string, out: string, only: readonly string[]): Promise<Chosen[]> {
  const index = await readIndex(data, 'detect.jsonl');
  const chosen = [
    ...spreadOver(
      index.filter((page) => page.label === 'article'),
      articles,
    ),
    ...spreadOver(
      index.filter((page) => page.label !== 'article'),
      others,
    ),
  ];
  const wanted = only.length > 0 ? index.filter((page) => only.includes(page.id)) : chosen;
  const pages = wanted.map((stored) => ({ folder: data, stored }));
  const sample = await samplePage(data, out);
  return sample !== undefined && (only.length === 0 || only.includes(sample.stored.id)) ? [...pages, sample] : pages;
}

function spreadOver(pages: readonly StoredPage[], count: number): StoredPage[] {
  return pages.filter((_, at) => at % Math.max(1, Math.floor(pages.length / count)) === 0).slice(0, count);
}

async function samplePage(data: string, out: string): Promise<Chosen | undefined> {
  const seed = join(data, '../entities/gold/seed.txt');
  if (!existsSync(seed)) return undefined;
  await writeFile(join(out, 'seed.html.gz'), gzipSync(layOutAsPortalPage(await readFile(seed, 'utf8'))));
  const url = 'https://portal.invalid/en-us/news/technology/clubhouse-invitation/ar-BB1d0000';
  return { folder: out, stored: { id: 'seed', file: 'seed.html.gz', url, label: 'article' } };
}

function rowOf({ id, label, spotted, marked, cameBack, problem = '' }: Outcome): string {
  const counts = Object.entries(marked).map(([kind, names]) => `${names.length} ${kind}`);
  const note = cameBack === undefined ? '-' : cameBack ? 'came back' : 'LOST';
  return [id, label, spotted ? 'spotted' : '-', counts.join(', ') || '-', note, problem].join('\t');
}

function sentenceOf(error: unknown): string {
  return String(error).replace(/\s+/g, ' ').slice(0, 300);
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
    notesWritten: outcomes.filter((outcome) => outcome.quote !== undefined).length,
    notesCameBack: outcomes.filter((outcome) => outcome.cameBack === true).length,
    problems: outcomes
      .filter((outcome) => outcome.problem !== undefined || outcome.cameBack === false)
      .map((each) => each.id),
  };
}
