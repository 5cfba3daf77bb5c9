// What an import finds, or would find: counts, and the first of what it does not take.
import type { Mending, Place, Refusal } from './entries.ts';
import type { ImportFormat } from './read-file.ts';

export type Told<Reason> = Place & { reason: Reason };

export interface Report {
  format: ImportFormat | undefined;
  /** Annotations that are new here. */
  added: number;
  /** Known ones that are newer in the file, in one field at least. */
  updated: number;
  /** Known ones that were deleted here and come back. */
  returned: number;
  /** Known ones that stay as they are. */
  doubles: number;
  /** Articles that are new here. */
  articles: number;
  /** The file has settings. */
  settings: boolean;
  /** Entries that are not taken, and how many of each reason; the first of them by their place. */
  refused: { count: number; reasons: Map<Refusal, number>; first: Told<Refusal>[] };
  /** Taken, but put right. */
  mended: { count: number; reasons: Map<Mending, number>; first: Told<Mending>[] };
}

/** So many are told one by one: of a million wrong lines nobody reads more. */
const toldAtMost = 200;

export function emptyReport(): Report {
  return {
    format: undefined,
    added: 0,
    updated: 0,
    returned: 0,
    doubles: 0,
    articles: 0,
    settings: false,
    refused: { count: 0, reasons: new Map(), first: [] },
    mended: { count: 0, reasons: new Map(), first: [] },
  };
}

export function tell<Reason>(
  list: { count: number; reasons: Map<Reason, number>; first: Told<Reason>[] },
  { line, entry }: Place,
  reason: Reason,
): void {
  list.count++;
  list.reasons.set(reason, (list.reasons.get(reason) ?? 0) + 1);
  if (list.first.length < toldAtMost) list.first.push({ line, entry, reason });
}
