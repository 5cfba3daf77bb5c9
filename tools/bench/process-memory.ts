// How much memory a browser takes while something is done in it: what is its own alone, of all its processes together.
import { readdirSync, readFileSync } from 'node:fs';

/** How often it is looked at, ms. */
const interval = 50;

export interface Memory {
  /** Megabytes before. */
  restMb: number;
  /** The most above that, megabytes, of all processes together, and of the one that grew most. */
  aboveMb: number;
  ownMb: number;
}

/** Linux. Memory that is not backed by a file (RssAnon) of a process and all that it started. */
export async function memoryDuring<Result>(
  pid: number,
  work: () => Promise<Result>,
): Promise<Memory & { result: Result }> {
  const rest = anonymousOf(pid);
  const restMb = total(rest);
  let aboveMb = 0;
  let ownMb = 0;
  const timer = setInterval(() => {
    const now = anonymousOf(pid);
    aboveMb = Math.max(aboveMb, total(now) - restMb);
    for (const [each, mb] of now) ownMb = Math.max(ownMb, mb - (rest.get(each) ?? mb));
  }, interval);
  try {
    return { result: await work(), restMb, aboveMb, ownMb };
  } finally {
    clearInterval(timer);
  }
}

function total(memory: ReadonlyMap<number, number>): number {
  return [...memory.values()].reduce((sum, mb) => sum + mb, 0);
}

/** Megabytes by process. */
function anonymousOf(root: number): Map<number, number> {
  const parents = new Map<number, number>();
  const sizes = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid)) continue;
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      parents.set(pid, Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]));
      sizes.set(pid, Number(/^RssAnon:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024);
    } catch {
      // It has ended since it was listed.
    }
  }
  const within = (pid: number): boolean => pid === root || (pid > 1 && within(parents.get(pid) ?? 0));
  return new Map([...sizes].filter(([pid]) => within(pid)));
}
