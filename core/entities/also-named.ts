// Under which names the reader may have written of someone: those that a correction or the list of names made one.
import type { Correction } from './corrections.ts';
import { type EntityName, sameEntity } from './name-key.ts';
import type { WatchedName } from './watched-names.ts';

/** The entity's own name first, then every name and kind that it had before it was corrected everywhere. */
export function alsoNamed(
  entity: EntityName,
  corrections: readonly Correction[],
  watched: readonly WatchedName[],
): EntityName[] {
  const names: EntityName[] = [entity];
  const add = (name: string, type: EntityName['type']): void => {
    if (!names.some((each) => sameEntity(each, { name, type }))) names.push({ name, type });
  };
  // Names are added while they are gone through: what was joined to a joined name counts too.
  for (const known of names) {
    for (const { name, type, fix, reach } of corrections) {
      if (reach !== 'always') continue;
      const became = fix.what === 'kind' ? { name, type: fix.type } : fix.what === 'same-as' ? fix.to : undefined;
      // A handle that belongs to someone is not that someone.
      if (became !== undefined && sameEntity(became, known) && (type !== 'Handle' || known.type === 'Handle'))
        add(name, type);
    }
  }
  for (const each of watched) {
    if (sameEntity(each, entity)) for (const alias of each.aliases) add(alias, each.type);
  }
  return names;
}

/** What an entity is called now: corrections that hold always are followed from name to name. */
export function calledNow(entity: EntityName, corrections: readonly Correction[]): EntityName {
  const seen = [entity];
  for (const known of seen) {
    for (const { name, type, fix, reach } of corrections) {
      if (reach !== 'always' || !sameEntity({ name, type }, known)) continue;
      const became = fix.what === 'kind' ? { name, type: fix.type } : fix.what === 'same-as' ? fix.to : undefined;
      const isOwner = type === 'Handle' && became?.type !== 'Handle';
      if (became === undefined || isOwner || seen.some((each) => sameEntity(each, became))) continue;
      seen.push(became);
      break;
    }
  }
  return seen.at(-1) ?? entity;
}
