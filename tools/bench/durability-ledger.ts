// What was acknowledged, against what is there: the account that the durability benchmark keeps in a file, so that a run
// that was broken off goes on where it was.
import { readFileSync, writeFileSync } from 'node:fs';
import type { Acknowledged, Found } from './durability-in-page.ts';

export interface Tally {
  times: number;
  acknowledged: number;
  lost: number;
  /** A browser that finds its database damaged may begin a new one: then all is lost at once. */
  mostLostAtOnce: number;
  /** How many databases there were, one after the other: more than one means that the browser began a new one. */
  databases: number;
  doubled: number;
  halfWritten: number;
}

interface Account {
  rounds: number;
  acknowledged: number;
  /** The newest version of each note that was acknowledged. */
  newest: Record<string, Acknowledged>;
  lost: string[];
  mostLostAtOnce: number;
  databases: string[];
  doubled: number;
  broken: string[];
}

export class Ledger {
  readonly #path: string;
  readonly #account: Account;

  constructor(path: string) {
    this.#path = path;
    this.#account = accountIn(path) ?? {
      rounds: 0,
      acknowledged: 0,
      newest: {},
      lost: [],
      mostLostAtOnce: 0,
      databases: [],
      doubled: 0,
      broken: [],
    };
  }

  get rounds(): number {
    return this.#account.rounds;
  }

  /** Counts a round before it begins: were it broken off, its numbers would not be given again. */
  begin(): number {
    this.#account.rounds++;
    this.save();
    return this.#account.rounds;
  }

  add(some: readonly Acknowledged[]): void {
    this.#account.acknowledged += some.length;
    for (const each of some) this.#account.newest[each.id] = each;
  }

  /** What was acknowledged and is not there, besides what was missing before. */
  missing({ kept }: Found): Acknowledged[] {
    const versions = new Map(kept.map((each) => [each.id, each.version]));
    const known = new Set(this.#account.lost);
    return Object.values(this.#account.newest).filter(
      ({ id, version }) => (versions.get(id) ?? 0) < version && !known.has(id),
    );
  }

  /** Takes it down; answers how many are missing now that were there before. */
  check(found: Found): number {
    const account = this.#account;
    const gone = this.missing(found);
    account.lost.push(...gone.map(({ id }) => id));
    account.mostLostAtOnce = Math.max(account.mostLostAtOnce, gone.length);
    account.doubled = found.kept.length - new Set(found.kept.map((each) => each.number)).size;
    account.broken = [...new Set([...account.broken, ...found.broken])];
    if (found.database !== undefined && !account.databases.includes(found.database))
      account.databases.push(found.database);
    this.save();
    return gone.length;
  }

  save(): void {
    writeFileSync(this.#path, JSON.stringify(this.#account));
  }

  tally(): Tally {
    const { rounds, acknowledged, lost, mostLostAtOnce, databases, doubled, broken } = this.#account;
    return {
      times: rounds,
      acknowledged,
      lost: lost.length,
      mostLostAtOnce,
      databases: databases.length,
      doubled,
      halfWritten: broken.length,
    };
  }
}

function accountIn(path: string): Account | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Account;
  } catch {
    return undefined;
  }
}
