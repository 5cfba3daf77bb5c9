// When two names are written the same: case, accents' encoding, kinds of apostrophes and white space count for nothing.
import type { EntityType } from '../annotation.ts';

/** A name with its kind: what tells an entity from all others, in one article and across articles. */
export interface EntityName {
  name: string;
  type: EntityType;
}

export function nameKey(name: string): string {
  return name.normalize('NFKC').replaceAll('’', "'").replace(/\s+/gu, ' ').trim().toLowerCase();
}

export function sameEntity(one: EntityName, other: EntityName): boolean {
  return one.type === other.type && nameKey(one.name) === nameKey(other.name);
}
