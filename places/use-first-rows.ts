// The newest notes as they were listed last, kept as data where they can be read at once: a view shows them while the
// database opens, and what is in the database as soon as it is known.
import { useEffect, useState } from 'preact/hooks';
import type { Row, Rows } from './rows.ts';

const key = 'first-rows';
/** As many as are seen without scrolling. */
const kept = 12;

/** The rows to begin with; none once the database has told its own. `listed` is kept for the next time. */
export function useFirstRows(listed: Rows | undefined): readonly Row[] {
  const [first] = useState(readFirstRows);
  useEffect(() => {
    if (listed === undefined) return;
    const newest = [...listed.here, ...listed.newest].sort((a, b) => (a.annotation.id < b.annotation.id ? 1 : -1));
    keepFirstRows(newest.slice(0, kept));
  }, [listed]);
  return first;
}

export function readFirstRows(): readonly Row[] {
  try {
    const rows: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(rows) ? rows.filter(isRow) : [];
  } catch {
    return [];
  }
}

/** Where the storage is full or forbidden the view waits for the database, as it does without these rows. */
export function keepFirstRows(rows: readonly Row[]): void {
  try {
    localStorage.setItem(key, JSON.stringify(rows));
  } catch {
    localStorage.removeItem(key);
  }
}

function isRow(value: unknown): value is Row {
  if (typeof value !== 'object' || value === null || !('annotation' in value)) return false;
  const { annotation } = value;
  return typeof annotation === 'object' && annotation !== null && 'id' in annotation && 'target' in annotation;
}
