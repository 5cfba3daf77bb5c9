// npm start [-- firefox] [-- PATH.html | URL]: builds the extension, serves the sample news site (or the given file)
// and opens a browser with it. Without a display the main job is done headless, with a picture of each step.
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserName, findBrowser } from '../browsers/find-browser.ts';
import { builtExtension, launchBrowser } from '../browsers/launch.ts';
import { buildExtension } from '../build/build-extension.ts';
import { type Site, samplePages, sampleSite, serveSite } from '../demo/serve.ts';
import { doMainJob } from './main-job.ts';

/** Always the same while it is free: notes belong to an address, and shall be found again at the next start. */
const usualPort = 4870;
const out = fileURLToPath(new URL('../../out/start', import.meta.url));

interface Wish {
  name: BrowserName;
  /** A file or an address; undefined: the sample site. */
  page: string | undefined;
}

function readWish(args: readonly string[]): Wish {
  const words = args.filter((arg) => arg !== '--');
  const name = words.includes('firefox') ? 'firefox' : 'chromium';
  const [page, ...more] = words.filter((word) => word !== 'firefox' && word !== 'chromium');
  if (more.length > 0) throw new Error('Usage: npm start [-- firefox] [-- PATH.html | URL]');
  return { name, page };
}

/** Serves what is to be opened; `url` is its address, `site` is undefined for a page of the web. */
async function serve(page: string | undefined): Promise<{ site?: Site; url: string; article: string }> {
  if (page !== undefined && /^https?:\/\//.test(page)) return { url: page, article: page };
  if (page !== undefined && !existsSync(page)) throw new Error(`There is no file ${page}.`);
  const folder = page === undefined ? sampleSite : dirname(resolve(page));
  const path = page === undefined ? samplePages.home : `/${encodeURIComponent(basename(page))}`;
  const site = await serveSite({ folders: [folder], port: usualPort }).catch(() => serveSite({ folders: [folder] }));
  const article = site.origin + (page === undefined ? samplePages.portal : path);
  return { site, url: site.origin + path, article };
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
}

async function openForReader(name: BrowserName, url: string): Promise<void> {
  const profile = join(out, `profile-${name}`);
  await mkdir(profile, { recursive: true });
  const browsing = await launchBrowser(name, {
    extension: builtExtension(name),
    profile,
    headless: false,
    welcome: true,
  });
  await browsing.openPage(url);
  console.log(`Open ${url} and select some words. Close the browser to end this.`);
  await new Promise<void>((closed) => browsing.puppeteer.once('disconnected', () => closed()));
}

async function showWithoutDisplay(name: BrowserName, url: string): Promise<void> {
  console.log(`There is no display: doing the main job on ${url} without one.`);
  const profile = await mkdtemp(join(tmpdir(), 'pressmark-start-'));
  const folder = join(out, name);
  await rm(folder, { recursive: true, force: true });
  const browsing = await launchBrowser(name, { extension: builtExtension(name), profile });
  try {
    const { spotted, marked, quote, note, pictures } = await doMainJob(browsing, url, folder);
    console.log(
      spotted ? 'Spotted as an article.' : 'Not spotted as an article: annotated by choice, as the popup offers.',
    );
    if (Object.keys(marked).length === 0) console.log('Marked: no names.');
    for (const [kind, names] of Object.entries(marked)) console.log(`Marked, ${kind}: ${names.join(', ')}`);
    console.log(`Saved, and there again after loading the page anew: "${note}" on "${quote}"`);
    for (const picture of pictures) console.log(relative(process.cwd(), picture));
  } finally {
    await browsing.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

async function start(): Promise<void> {
  const { name, page } = readWish(process.argv.slice(2));
  findBrowser(name);
  await buildExtension(name);
  const { site, url, article } = await serve(page);
  try {
    if (hasDisplay()) await openForReader(name, url);
    else await showWithoutDisplay(name, article);
  } finally {
    await site?.stop();
  }
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
