// How much of a page's main thread goes into our scripts: by the sampling profiler, which sees content scripts and the
// DOM calls that they make, and by the trace, which tells where one task of the thread ends and the next one begins.
// A reload is profiled, so that loading counts as well.
import type { CDPSession, Page, Protocol } from 'puppeteer-core';

export interface Work {
  /** Time in our scripts, ms. */
  scriptMs: number;
  /** The most of it in one task, ms: so long the page could do nothing else. */
  longestMs: number;
  /** Tasks with more than 50 ms of it: "long tasks". */
  over50Ms: number;
}

/** The work of each of our scripts, by its file. */
export type WorkByScript = Record<string, Work>;

/** A task of the page's main thread, µs. */
interface Task {
  start: number;
  end: number;
}

/** µs between two samples. */
const interval = 200;
const longTask = 50;

/** Loads the page again and profiles it for `duration` ms from then on. */
export async function profileOurs(page: Page, duration: number): Promise<WorkByScript> {
  const session = await page.createCDPSession();
  await page.tracing.start({ categories: ['-*', 'devtools.timeline', 'disabled-by-default-devtools.timeline'] });
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval });
  await session.send('Profiler.start');
  await page.reload({ waitUntil: 'domcontentloaded' });
  await new Promise((resolve) => setTimeout(resolve, duration));
  const profile = await stopProfiler(session);
  const trace = await page.tracing.stop();
  await session.detach();
  return workIn(profile, tasksIn(trace, page.url()));
}

async function stopProfiler(session: CDPSession): Promise<Protocol.Profiler.Profile> {
  return (await session.send('Profiler.stop')).profile;
}

/** Sums the samples whose stack holds one of our frames, by script and by task. */
function workIn(profile: Protocol.Profiler.Profile, tasks: readonly Task[]): WorkByScript {
  const scriptOf = scriptsOfNodes(profile.nodes);
  const times = new Map<string, Map<number, number>>();
  let now = profile.startTime;
  let task = 0;
  profile.samples?.forEach((node, at) => {
    now += profile.timeDeltas?.[at] ?? 0;
    const script = scriptOf.get(node);
    if (script === undefined) return;
    while ((tasks[task]?.end ?? Number.POSITIVE_INFINITY) < now) task++;
    // A sample stands for the time until the next one.
    const lasted = (profile.timeDeltas?.[at + 1] ?? 0) / 1000;
    const ofScript = times.get(script) ?? new Map<number, number>();
    times.set(script, ofScript.set(task, (ofScript.get(task) ?? 0) + lasted));
  });
  return Object.fromEntries(
    [...times].map(([script, byTask]) => {
      const pieces = [...byTask.values()];
      const scriptMs = pieces.reduce((sum, each) => sum + each, 0);
      const over50Ms = pieces.filter((each) => each > longTask).length;
      return [script, { scriptMs, longestMs: Math.max(...pieces), over50Ms }];
    }),
  );
}

/** For each node of the call tree that is a frame of an extension's script, or called by one: the script's file. */
function scriptsOfNodes(nodes: readonly Protocol.Profiler.ProfileNode[]): Map<number, string> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const scripts = new Map<number, string>();
  const take = (id: number, script: string): void => {
    scripts.set(id, script);
    for (const child of byId.get(id)?.children ?? []) take(child, script);
  };
  for (const { id, callFrame } of nodes) {
    if (callFrame.url.startsWith('chrome-extension://') && !scripts.has(id)) take(id, new URL(callFrame.url).pathname);
  }
  return scripts;
}

/** The tasks of the main thread of the process that the page was loaded into, in their order. */
function tasksIn(trace: Uint8Array | undefined, url: string): Task[] {
  const { traceEvents }: { traceEvents: readonly TraceEvent[] } = JSON.parse(new TextDecoder().decode(trace));
  const committed = traceEvents.findLast(
    ({ name, args }) => name === 'FrameCommittedInBrowser' && bare(args?.data?.url ?? '') === bare(url),
  );
  const main = traceEvents.find(
    ({ name, pid, args }) =>
      name === 'thread_name' && args?.name === 'CrRendererMain' && pid === committed?.args?.data?.processId,
  );
  if (main === undefined) throw new Error(`The trace does not tell of the main thread of ${url}`);
  return traceEvents
    .filter(({ name, pid, tid }) => name === 'RunTask' && pid === main.pid && tid === main.tid)
    .map(({ ts, dur = 0 }) => ({ start: ts, end: ts + dur }))
    .sort((one, other) => one.start - other.start);
}

/** An address without its fragment. */
function bare(url: string): string {
  return url.split('#', 1)[0] ?? '';
}

/** What is used of an event of the trace. */
interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** µs */
  ts: number;
  dur?: number;
  args?: { name?: string; data?: { url?: string; processId?: number } };
}
