// Opens stored pages (gzipped HTML with an index) in real Chromium, each at its own address, with the page's scripts
// blocked and nothing fetched. For training, benchmarks and checks on real input.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import puppeteer, { type Browser, type HTTPRequest, type Page } from 'puppeteer-core';
import { build } from 'vite';

/** One line of an index such as `detect.jsonl`; a benchmark reads what it knows of the rest. */
export interface StoredPage {
  id: string;
  /** Gzipped HTML in UTF-8, relative to the index's folder. */
  file: string;
  url: string;
  [more: string]: unknown;
}

export async function readIndex(folder: string, name: string): Promise<StoredPage[]> {
  const lines = (await readFile(join(folder, name), 'utf8')).split('\n').filter((line) => line !== '');
  return lines.map((line): StoredPage => {
    const page: StoredPage = JSON.parse(line);
    // Of a few pages nobody knows the address any more.
    return { ...page, url: URL.canParse(page.url) ? page.url : `https://${page.id}.invalid/page` };
  });
}

export function launchChromium(): Promise<Browser> {
  return puppeteer.launch({
    browser: 'chrome',
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    pipe: true,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    protocolTimeout: 60_000,
  });
}

/**
 * Loads a stored page and hands it to `use`. Each page has a tab of its own, so that none inherits another's state;
 * rejects when the page does not load in 30 s.
 */
export async function visitStoredPage<Result>(
  browser: Browser,
  folder: string,
  stored: StoredPage,
  use: (page: Page) => Promise<Result>,
): Promise<Result> {
  const body = gunzipSync(await readFile(join(folder, stored.file)));
  const page = await browser.newPage();
  try {
    await serveOnly(page, body);
    await page.goto(stored.url, { waitUntil: 'domcontentloaded', timeout: 30_000 });
    return await use(page);
  } finally {
    await page.close();
  }
}

/** Answers the first address that is asked for with `body`; all else is refused, and so are the page's scripts. */
async function serveOnly(page: Page, body: Buffer): Promise<void> {
  const headers = { 'content-security-policy': "script-src 'none'; frame-src 'none'; object-src 'none'" };
  // The browser may ask for http: by https: and stays there.
  let served: string | undefined;
  await page.setRequestInterception(true);
  page.on('request', (request: HTTPRequest) => {
    const isThePage = request.isNavigationRequest() && request.frame() === page.mainFrame() && request.url() !== '';
    // A page that sends itself elsewhere stays where it is: an aborted navigation leaves the document alone.
    // Ours, when the browser runs with the extension.
    const isExtensions = request.url().startsWith('chrome-extension:');
    const answer = isExtensions
      ? request.continue()
      : isThePage && (served === undefined || sameAddress(request.url(), served))
        ? request.respond({ status: 200, contentType: 'text/html; charset=utf-8', headers, body })
        : request.abort('aborted');
    if (isThePage) served ??= request.url();
    answer.catch(() => undefined);
  });
}

function sameAddress(one: string, other: string): boolean {
  return new URL(one).href.replace(/#.*/s, '') === new URL(other).href.replace(/#.*/s, '');
}

/** One self-running script of a module and all it imports; its exports become the properties of a global. */
export async function bundleForPage(entry: string, globalName: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    // Libraries with a talkative build say there what they have to complain of.
    define: { 'process.env.NODE_ENV': '"development"' },
    build: {
      write: false,
      minify: true,
      lib: { entry, formats: ['iife'], name: globalName, fileName: 'bundle' },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((each) => ('output' in each ? each.output : []));
  const chunk = outputs.find((output) => output.type === 'chunk');
  if (chunk === undefined || chunk.type !== 'chunk') throw new Error(`nothing was built of ${entry}`);
  return chunk.code;
}

/** Runs `work` on all items, `width` at a time; results in the order of the items. */
export async function mapSome<Item, Result>(
  items: readonly Item[],
  width: number,
  work: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const lane = async () => {
    while (next < items.length) {
      const index = next++;
      const item = items[index];
      if (item !== undefined) results[index] = await work(item, index);
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
  return results;
}
