// `npm run bench -- durability [TIMES] [chromium|firefox]`: whether acknowledged notes outlast the browser's sudden end
// and the background's stop. Notes are written and changed through the background, four at a time; the browser is ended
// with SIGKILL right after an acknowledgement came, TIMES times (200 unless told), then the background is stopped as
// often while it writes. Each time the database is read: what was acknowledged must be there, once, and whole.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browsing, within } from '../browsers/browsing.ts';
import { type BrowserName, browserNames } from '../browsers/find-browser.ts';
import { builtExtension, launchBrowser } from '../browsers/launch.ts';
import { buildExtension } from '../build/build-extension.ts';
import type { BenchArgs } from './bench.ts';
import { type Acknowledged, readKept, startWriting, takeAcknowledged } from './durability-in-page.ts';

interface Tally {
  times: number;
  acknowledged: number;
  lost: number;
  /** A browser that finds its database damaged may begin a new one: then all is lost at once. */
  mostLostAtOnce: number;
  doubled: number;
  halfWritten: number;
}

export async function bench({ only }: BenchArgs): Promise<void> {
  const times = Number(only.find((each) => /^\d+$/.test(each)) ?? 200);
  const names = browserNames.filter((name) => only.includes(name));
  const results: Record<string, Tally> = {};
  for (const name of names.length > 0 ? names : browserNames) {
    await buildExtension(name);
    results[`${name}, killed`] = await inProfile((profile) => killing(name, profile, times));
    results[`${name}, background stopped`] = await inProfile((profile) => stopping(name, profile, times));
  }
  console.table(results);
  console.log(JSON.stringify(results));
}

async function killing(name: BrowserName, profile: string, times: number): Promise<Tally> {
  const ledger = ledgerOf();
  for (let round = 0; round < times; round++) {
    const browsing = await launch(name, profile);
    const extension = await browsing.inExtension();
    ledger.check(await extension.run(readKept));
    await extension.run(startWriting, round * 100_000 + 1);
    // The kill meets the writing at another point each time.
    for (let looks = 1 + (round % 7), seen = 0; seen < looks; ) {
      const acknowledged = await extension.run(takeAcknowledged);
      ledger.add(acknowledged);
      if (acknowledged.length > 0) seen++;
    }
    await kill(browsing);
    tell(`${name}: killed ${round + 1} of ${times}`);
  }
  const browsing = await launch(name, profile);
  ledger.check(await (await browsing.inExtension()).run(readKept));
  await browsing.close();
  return { times, ...ledger.tally() };
}

async function stopping(name: BrowserName, profile: string, times: number): Promise<Tally> {
  const ledger = ledgerOf();
  const browsing = await launch(name, profile);
  const extension = await browsing.inExtension();
  await extension.run(startWriting, 1);
  for (let round = 0; round < times; round++) {
    for (let seen = 0; seen <= round % 5; ) {
      const acknowledged = await extension.run(takeAcknowledged);
      ledger.add(acknowledged);
      if (acknowledged.length > 0) seen++;
    }
    // The next call of a writer wakes it, which may be before anybody has seen it stopped.
    await within(5000, 'the stop', browsing.stopBackground()).catch(() => undefined);
    tell(`${name}: background stopped ${round + 1} of ${times}`);
  }
  ledger.add(await extension.run(takeAcknowledged));
  ledger.check(await extension.run(readKept));
  await browsing.close();
  return { times, ...ledger.tally() };
}

/** What was acknowledged, against what is there. */
function ledgerOf() {
  const newest = new Map<string, Acknowledged>();
  let acknowledged = 0;
  const lost = new Set<string>();
  let mostLostAtOnce = 0;
  let doubled = 0;
  const broken = new Set<string>();
  return {
    add(some: readonly Acknowledged[]): void {
      acknowledged += some.length;
      for (const each of some) newest.set(each.id, each);
    },
    check(found: Awaited<ReturnType<typeof readKept>>): void {
      const versions = new Map(found.kept.map((each) => [each.id, each.version]));
      const gone = [...newest.values()].filter(
        (each) => (versions.get(each.id) ?? 0) < each.version && !lost.has(each.id),
      );
      for (const { id } of gone) lost.add(id);
      mostLostAtOnce = Math.max(mostLostAtOnce, gone.length);
      doubled = found.kept.length - new Set(found.kept.map((each) => each.number)).size;
      for (const each of found.broken) broken.add(each);
    },
    tally: () => ({ acknowledged, lost: lost.size, mostLostAtOnce, doubled, halfWritten: broken.size }),
  };
}

async function kill(browsing: Browsing): Promise<void> {
  const process = browsing.puppeteer.process();
  const gone = new Promise((resolve) => process?.once('exit', resolve));
  process?.kill('SIGKILL');
  await gone;
  await browsing.puppeteer.disconnect().catch(() => undefined);
  // The driver tidies the profile of a browser that has ended.
  await new Promise((resolve) => setTimeout(resolve, 500));
}

function launch(name: BrowserName, profile: string): Promise<Browsing> {
  return launchBrowser(name, { extension: builtExtension(name), profile });
}

async function inProfile(measure: (profile: string) => Promise<Tally>): Promise<Tally> {
  const profile = await mkdtemp(join(tmpdir(), 'pressmark-durability-'));
  try {
    return await measure(profile);
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

function tell(progress: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${progress} `);
}
