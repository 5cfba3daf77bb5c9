// `npm run bench -- library [NOTES] [chromium|firefox]`: the store with 100,000 notes (unless told) in the real browsers:
// search and facets through the page's worker, the index, saving, the library's scrolling, and the popup's first note, warm and cold.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type Browsing, waitFor } from '../browsers/browsing.ts';
import { type BrowserName, browserNames } from '../browsers/find-browser.ts';
import { launchBrowser } from '../browsers/launch.ts';
import { buildExtension } from '../build/build-extension.ts';
import type { BenchArgs } from './bench.ts';
import type { LibraryFigures } from './library-in-page.ts';
import { measureScrolling, type ScrollFigures } from './library-scroll.ts';
import { extensionWithPage } from './with-page.ts';

interface Figures extends LibraryFigures {
  popupWarmMs: number;
  popupColdMs: number;
  scroll: ScrollFigures;
}

export async function bench({ only }: BenchArgs): Promise<void> {
  const count = Number(only.find((each) => /^\d+$/.test(each)) ?? 100_000);
  const names = browserNames.filter((name) => only.includes(name));
  const results: Record<string, Figures> = {};
  for (const name of names.length > 0 ? names : browserNames) {
    await buildExtension(name);
    results[name] = await measureIn(name, count);
  }
  console.table(Object.fromEntries(Object.entries(results).map(([name, figures]) => [name, tableRow(figures)])));
  console.log(JSON.stringify(results));
}

async function measureIn(name: BrowserName, count: number): Promise<Figures> {
  const extension = await extensionWithPage(name, join(import.meta.dirname, 'library-in-page.ts'));
  const profile = await mkdtemp(join(tmpdir(), 'pressmark-library-'));
  const launch = (): Promise<Browsing> => launchBrowser(name, { extension, profile });
  try {
    let browsing = await launch();
    await browsing.inExtension();
    const page = await browsing.openExtensionPage('bench.html');
    const figures = await measured(page, count);
    await page.close();
    const scroll = await measureScrolling(browsing);
    // The popup's own first look leaves what the later ones paint at once.
    await firstNote(browsing);
    const warm: number[] = [];
    for (let look = 0; look < 5; look++) warm.push(await firstNote(browsing));
    await browsing.close();
    const cold: number[] = [];
    for (let start = 0; start < 3; start++) {
      browsing = await launch();
      cold.push(await firstNote(browsing));
      await browsing.close();
    }
    return { ...figures, scroll, popupWarmMs: median(warm), popupColdMs: median(cold) };
  } finally {
    for (const folder of [dirname(extension), profile]) {
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    }
  }
}

/** A long measurement is asked for and looked after: the browser's driver waits for no answer that long. */
async function measured(page: Page, count: number): Promise<LibraryFigures> {
  await waitFor('the page', () => page.evaluate("typeof measureLibrary === 'function'"));
  await page.evaluate(
    `measureLibrary(${count}).then((done) => { globalThis.done = { done } }, (error) => { globalThis.done = { error: String(error) } }); undefined`,
  );
  const answer = await waitFor(
    'the measurement',
    async () => {
      const json: unknown = await page.evaluate('JSON.stringify(globalThis.done ?? null)');
      return typeof json === 'string' && json !== 'null' ? json : undefined;
    },
    600_000,
  );
  const { done, error }: { done?: LibraryFigures; error?: string } = JSON.parse(answer);
  if (done === undefined) throw new Error(error);
  return done;
}

/** ms from the start of the popup's document until its first note is painted. */
async function firstNote(browsing: Browsing): Promise<number> {
  const page = await browsing.openExtensionPage('popup.html');
  const painted = await waitFor('a note in the popup', async () => {
    const time: unknown = await page.evaluate('globalThis.firstNoteAt ?? null');
    return typeof time === 'number' ? time : undefined;
  });
  await page.close();
  return painted;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function tableRow(figures: Figures): Record<string, string> {
  const pair = ({ median: middle, p95 }: { median: number; p95: number }): string =>
    `${middle.toFixed(1)} / ${p95.toFixed(1)}`;
  return {
    'search ms, median / p95': pair(figures.search),
    'with facets': pair(figures.facets),
    'plain filter': pair(figures.plain),
    'times faster': (figures.plain.median / figures.search.median).toFixed(0),
    'index MB': figures.indexMegabytes.toFixed(2),
    'build / load ms': `${figures.buildIndexMs.toFixed(0)} / ${figures.loadIndexMs.toFixed(0)}`,
    'note into index': pair(figures.addToIndex),
    'save, strict': pair(figures.save),
    'save by the card, copied': pair(figures.saveAsReader),
    'scroll: frame, longest, over 50 ms': `${figures.scroll.median.toFixed(0)} / ${figures.scroll.longest.toFixed(0)} / ${figures.scroll.over50}`,
    'popup warm / cold': `${figures.popupWarmMs.toFixed(0)} / ${figures.popupColdMs.toFixed(0)}`,
  };
}
