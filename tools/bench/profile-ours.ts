// How much of a page's main thread goes into our scripts: by the sampling profiler, which sees content scripts and the
// DOM calls that they make. A reload is profiled, so that loading counts as well.
import type { CDPSession, Page, Protocol } from 'puppeteer-core';

export interface Work {
  /** Time in our scripts, ms. */
  scriptMs: number;
  /** Their longest uninterrupted piece, ms. */
  longestMs: number;
  /** Pieces over 50 ms: "long tasks". */
  over50Ms: number;
}

/** µs between two samples. */
const interval = 200;

/** Loads the page again and profiles it for `duration` ms from then on. */
export async function profileOurs(page: Page, duration: number): Promise<Work> {
  const session = await page.createCDPSession();
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval });
  await session.send('Profiler.start');
  await page.reload({ waitUntil: 'domcontentloaded' });
  await new Promise((resolve) => setTimeout(resolve, duration));
  const work = workIn(await stopProfiler(session));
  await session.detach();
  return work;
}

async function stopProfiler(session: CDPSession): Promise<Protocol.Profiler.Profile> {
  return (await session.send('Profiler.stop')).profile;
}

/** Sums the samples whose stack holds one of our frames; neighbours in time make one piece. */
export function workIn(profile: Protocol.Profiler.Profile): Work {
  const ours = framesOfOurs(profile.nodes);
  const pieces: number[] = [];
  let piece = 0;
  profile.samples?.forEach((node, at) => {
    // A sample stands for the time until the next one.
    const lasted = profile.timeDeltas?.[at + 1] ?? 0;
    if (ours.has(node)) piece += lasted / 1000;
    else if (piece > 0) {
      pieces.push(piece);
      piece = 0;
    }
  });
  if (piece > 0) pieces.push(piece);
  return {
    scriptMs: pieces.reduce((sum, each) => sum + each, 0),
    longestMs: Math.max(0, ...pieces),
    over50Ms: pieces.filter((each) => each > 50).length,
  };
}

/** The nodes of the call tree that are a frame of an extension's script, or called by one. */
function framesOfOurs(nodes: readonly Protocol.Profiler.ProfileNode[]): Set<number> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const ours = new Set<number>();
  const take = (id: number) => {
    ours.add(id);
    for (const child of byId.get(id)?.children ?? []) take(child);
  };
  for (const node of nodes) {
    if (node.callFrame.url.startsWith('chrome-extension://') && !ours.has(node.id)) take(node.id);
  }
  return ours;
}
