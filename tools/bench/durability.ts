// `npm run bench -- durability [TIMES] [chromium|firefox] [kills|stops|halves]`: whether acknowledged notes outlast the browser's
// sudden end and the background's stop. Notes are written and changed through the background, four at a time; the browser
// is ended with SIGKILL right after an acknowledgement came, TIMES times (200 unless told), then the background is stopped
// as often while it writes. Each time the database is read: what was acknowledged must be there, once, and whole.
// `halves` (Chromium): after each kill half a record is left at the end of its log, as a kill in the middle of a write
// leaves it; the browser then deletes the database at the start after the next (docs/design.md, Notes).
// A run that was broken off goes on where it was (`--out`); one that is done is begun anew. When anything is lost, the
// browser's profile is kept beside the account.
import { existsSync } from 'node:fs';
import { appendFile, cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browsing, type Surface, within } from '../browsers/browsing.ts';
import { type BrowserName, browserNames } from '../browsers/find-browser.ts';
import { builtExtension, launchBrowser } from '../browsers/launch.ts';
import { buildExtension } from '../build/build-extension.ts';
import type { BenchArgs } from './bench.ts';
import { readKept, startWriting, takeAcknowledged } from './durability-in-page.ts';
import { Ledger, type Tally } from './durability-ledger.ts';

const kinds = ['kills', 'stops', 'halves'] as const;
type Kind = (typeof kinds)[number];

/** ms */
const comesBackWithin = 10_000;

interface Run {
  name: BrowserName;
  profile: string;
  ledger: Ledger;
  times: number;
}

export async function bench({ only, out }: BenchArgs): Promise<void> {
  const times = Number(only.find((each) => /^\d+$/.test(each)) ?? 200);
  const names = chosen(browserNames, only);
  const results: Record<string, Tally> = {};
  for (const name of names) {
    await buildExtension(name);
    for (const kind of chosen(kinds, only).filter((each) => name === 'chromium' || each !== 'halves'))
      results[`${name}, ${kind}`] = await measured(name, kind, times, out);
  }
  console.table(results);
  console.log(JSON.stringify(results));
}

async function measured(name: BrowserName, kind: Kind, times: number, out: string): Promise<Tally> {
  const folder = join(out, `${name}-${kind}`);
  // The profile goes once all is done: an account without one is that of a run that has ended.
  const profile = join(folder, 'profile');
  if (!existsSync(profile)) await rm(folder, { recursive: true, force: true });
  await mkdir(profile, { recursive: true });
  const ledger = new Ledger(join(folder, 'account.json'));
  const run = { name, profile, ledger, times };
  await (kind === 'stops' ? stopping(run) : killing(run, kind === 'halves'));
  const tally = ledger.tally();
  await writeFile(join(folder, 'tally.json'), JSON.stringify(tally));
  if (tally.lost === 0) await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  return tally;
}

async function killing(run: Run, leavesHalf: boolean): Promise<void> {
  const { name, profile, ledger, times } = run;
  while (ledger.rounds < times) {
    const browsing = await launch(name, profile);
    const extension = await browsing.inExtension();
    await check(run, extension);
    const round = ledger.begin();
    await extension.run(startWriting, round * 100_000 + 1);
    // The kill meets the writing at another point each time.
    for (let looks = 1 + (round % 7), seen = 0; seen < looks; ) {
      const acknowledged = await extension.run(takeAcknowledged);
      ledger.add(acknowledged);
      if (acknowledged.length > 0) seen++;
    }
    await kill(browsing);
    if (leavesHalf) await leaveHalfRecord(profile);
    ledger.save();
    tell(`${name}: killed ${round} of ${times}`);
  }
  const browsing = await launch(name, profile);
  await check(run, await browsing.inExtension());
  await browsing.close();
}

async function stopping(run: Run): Promise<void> {
  const { name, profile, ledger, times } = run;
  const browsing = await launch(name, profile);
  const extension = await browsing.inExtension();
  await extension.run(startWriting, ledger.begin() * 100_000 + 1);
  for (let round = ledger.rounds; round <= times; round = ledger.begin()) {
    for (let seen = 0; seen <= round % 5; ) {
      const acknowledged = await extension.run(takeAcknowledged);
      ledger.add(acknowledged);
      if (acknowledged.length > 0) seen++;
    }
    // The next call of a writer wakes it, which may be before anybody has seen it stopped.
    await within(5000, 'the stop', browsing.stopBackground()).catch(() => undefined);
    tell(`${name}: background stopped ${round} of ${times}`);
    if (round === times) break;
  }
  ledger.add(await extension.run(takeAcknowledged));
  await check(run, extension);
  await browsing.close();
}

/** Reads what is there, once what was lost had time to come back. Keeps the profile as it is when notes are missing. */
async function check({ profile, ledger }: Run, extension: Surface): Promise<void> {
  let found = await extension.run(readKept);
  for (const end = Date.now() + comesBackWithin; ledger.missing(found).length > 0 && Date.now() < end; ) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    found = await extension.run(readKept);
  }
  const missing = ledger.check(found);
  if (missing === 0) return;
  console.error(`\n${missing} notes are missing after round ${ledger.rounds}`);
  await cp(profile, `${profile}-after-${ledger.rounds}`, { recursive: true, force: true }).catch(() => undefined);
}

/** The head of a record of 1,000 bytes, and ten of them. */
async function leaveHalfRecord(profile: string): Promise<void> {
  const all = join(profile, 'Default', 'IndexedDB');
  const [folder = ''] = (await readdir(all)).filter((each) => each.endsWith('.leveldb'));
  const logs = (await readdir(join(all, folder))).filter((each) => each.endsWith('.log')).sort();
  const half = Buffer.from([1, 2, 3, 4, 0xe8, 3, 1, ...Array<number>(10).fill(7)]);
  await appendFile(join(all, folder, logs.at(-1) ?? ''), half);
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

/** Those that are asked for; all when none is. */
function chosen<Item extends string>(all: readonly Item[], only: readonly string[]): readonly Item[] {
  const some = all.filter((each) => only.includes(each));
  return some.length > 0 ? some : all;
}

function tell(progress: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${progress} `);
}
