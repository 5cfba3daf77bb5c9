// What the extension costs a page, in real Chromium with the built extension, for each of its two stages: bytes loaded,
// time in the script, the most of it in one task, elements added. The spotter runs on every page, the annotator on
// articles. Stored pages where there are any (--data), else the sample site.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'puppeteer-core';
import { launchChromium } from '../browsers/chromium.ts';
import { samplePages, sampleSite, serveSite } from '../demo/serve.ts';
import type { BenchArgs } from './bench.ts';
import { profileOurs, type Work, type WorkByScript } from './profile-ours.ts';
import { launchChromium as launchBare, readIndex, type StoredPage, visitStoredPage } from './stored-pages.ts';

const extension = '.output/chrome-mv3';
/** Long enough for the spotter's late looks and the annotator's marks, ms. */
const settling = 4000;
const pagesOfAKind = 12;

const stages = { spotter: 'spotter.js', annotator: 'annotator.js' } as const;
const nothing: Work = { scriptMs: 0, longestMs: 0, over50Ms: 0 };

interface Cost {
  id: string;
  work: WorkByScript;
  elementsAdded: number;
}

type Visit = <Result>(browser: Browser, use: (page: Page) => Promise<Result>) => Promise<Result>;

export async function bench({ data, out }: BenchArgs): Promise<void> {
  const bytes = await bytesOfStages();
  const profile = await mkdtemp(join(tmpdir(), 'pressmark-pagecost-'));
  const browsing = await launchChromium({ extension, profile });
  const bare = await launchBare();
  const { visits, stop } = data === undefined ? await sampleVisits() : await storedVisits(data);
  try {
    const costs: Cost[] = [];
    for (const [id, visit] of visits) {
      try {
        const before = await visit(bare, countElements);
        costs.push({ id, ...(await visit(browsing.puppeteer, (page) => costOf(page, before))) });
      } catch (error) {
        console.error(`${id} was not measured: ${error}`);
      }
    }
    await writeFile(join(out, 'pages.jsonl'), costs.map((cost) => `${JSON.stringify(cost)}\n`).join(''));
    const articles = costs.filter(({ work }) => `/${stages.annotator}` in work);
    const others = costs.filter((cost) => !articles.includes(cost));
    const summary = {
      bytes,
      spotterOnOthers: spread(others, stages.spotter),
      spotterOnArticles: spread(articles, stages.spotter),
      annotator: spread(articles, stages.annotator),
    };
    console.table(bytes);
    console.table({
      'spotter, other pages': summary.spotterOnOthers,
      'spotter, articles': summary.spotterOnArticles,
      annotator: summary.annotator,
    });
    console.log(JSON.stringify(summary));
  } finally {
    await Promise.all([browsing.close(), bare.close(), stop()]);
    await rm(profile, { recursive: true, force: true });
  }
}

async function costOf(page: Page, elementsBefore: number): Promise<Omit<Cost, 'id'>> {
  const work = await profileOurs(page, settling);
  return { work, elementsAdded: (await countElements(page)) - elementsBefore };
}

function countElements(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelectorAll('*').length);
}

/** Stored pages of both kinds, every so many of the index, so that all sources are met. */
async function storedVisits(data: string): Promise<{ visits: [string, Visit][]; stop: () => Promise<void> }> {
  const index = await readIndex(data, 'detect.jsonl');
  const chosen = ['article', 'other'].flatMap((kind) => {
    const ofKind = index.filter((page) => (page.label === 'article') === (kind === 'article'));
    const step = Math.max(1, Math.floor(ofKind.length / pagesOfAKind));
    return ofKind.filter((_, at) => at % step === 0).slice(0, pagesOfAKind);
  });
  const visitOf =
    (stored: StoredPage): Visit =>
    (browser, use) =>
      visitStoredPage(browser, data, stored, use);
  return { visits: chosen.map((stored) => [stored.id, visitOf(stored)]), stop: async () => undefined };
}

async function sampleVisits(): Promise<{ visits: [string, Visit][]; stop: () => Promise<void> }> {
  const site = await serveSite({ folders: [sampleSite] });
  const visitOf =
    (path: string): Visit =>
    async (browser, use) => {
      const page = await browser.newPage();
      try {
        await page.goto(site.origin + path, { waitUntil: 'domcontentloaded' });
        return await use(page);
      } finally {
        await page.close();
      }
    };
  return { visits: Object.values(samplePages).map((path) => [path, visitOf(path)]), stop: () => site.stop() };
}

async function bytesOfStages(): Promise<Record<string, { minified: number; gzip: number }>> {
  const sizes = Object.entries(stages).map(async ([stage, file]) => {
    const code = await readFile(join(extension, file)).catch(() => {
      throw new Error(`There is no ${join(extension, file)}: run \`npm run build\` first.`);
    });
    return [stage, { minified: code.length, gzip: gzipSync(code).length }] as const;
  });
  return Object.fromEntries(await Promise.all(sizes));
}

function spread(costs: readonly Cost[], script: string) {
  const works = costs.map(({ work }) => work[`/${script}`] ?? nothing);
  const scriptMs = works.map((work) => work.scriptMs);
  const longestMs = works.map((work) => work.longestMs);
  const at = (values: readonly number[], share: number) => {
    const sorted = [...values].sort((one, other) => one - other);
    return Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1));
  };
  return {
    pages: costs.length,
    scriptMedianMs: at(scriptMs, 0.5),
    scriptP95Ms: at(scriptMs, 0.95),
    longestTaskMedianMs: at(longestMs, 0.5),
    longestTaskP95Ms: at(longestMs, 0.95),
    tasksOver50Ms: works.reduce((sum, work) => sum + work.over50Ms, 0),
    elementsAddedMost: Math.max(0, ...costs.map(({ elementsAdded }) => elementsAdded)),
  };
}
