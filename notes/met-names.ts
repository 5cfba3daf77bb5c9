// Everyone and everything that a note is about, under the names that the reader has made one.
import { calledNow } from '../core/entities/also-named.ts';
import type { EntityName } from '../core/entities/name-key.ts';
import { readLearned } from './corrections.ts';
import type { PressmarkDatabase } from './database.ts';
import { guarded } from './failure.ts';

/** How many notes each has; the most noted first. */
export function listMet(db: PressmarkDatabase): Promise<(EntityName & { count: number })[]> {
  return guarded(db, async () => {
    const [met, { corrections }] = await Promise.all([db.entities.toArray(), readLearned(db)]);
    const listed = new Map<string, EntityName & { count: number }>();
    for (const { name, type, count } of met) {
      if (count <= 0) continue;
      const now = calledNow({ name, type }, corrections);
      const key = `${now.type} ${now.name}`;
      listed.set(key, { name: now.name, type: now.type, count: count + (listed.get(key)?.count ?? 0) });
    }
    return [...listed.values()].sort((one, other) => other.count - one.count || one.name.localeCompare(other.name));
  });
}
