// Corrections and watched names out of a file that may hold anything: copies with the known fields alone.
import { type EntityType, entityTypes } from '../core/annotation.ts';
import { type Correction, type Fix, reaches } from '../core/entities/corrections.ts';
import type { EntityName } from '../core/entities/name-key.ts';
import type { WatchedName } from '../core/entities/watched-names.ts';

/** Lengths in UTF-16 units. */
const longestName = 2000;
const longestId = 100;

export interface Checked<Kept> {
  sound: Kept[];
  refused: number;
}

/** Records of another shape are counted and left out. */
export function checkLearned(given: unknown): { corrections: Checked<Correction>; watched: Checked<WatchedName> } {
  const { corrections, watched } = fieldsOf(given);
  return { corrections: checkEach(corrections, readCorrection), watched: checkEach(watched, readWatched) };
}

function checkEach<Kept>(given: unknown, read: (value: unknown) => Kept | undefined): Checked<Kept> {
  const all = Array.isArray(given) ? given.map(read) : [];
  const sound = all.filter((each) => each !== undefined);
  return { sound, refused: all.length - sound.length };
}

function readCorrection(given: unknown): Correction | undefined {
  const { id, made, name, type, form, reach, fix, article, before, after } = fieldsOf(given);
  const known = { reach: reaches.find((each) => each === reach), type: typeOf(type), fix: readFix(fix) };
  if (!isText(id, longestId) || !isText(made, longestId) || !isText(name) || !isText(form)) return undefined;
  if (known.reach === undefined || known.type === undefined || known.fix === undefined) return undefined;
  const { addresses, title } = fieldsOf(article);
  const sound = Array.isArray(addresses) && addresses.every((each) => isText(each, 8192));
  if (known.reach !== 'always' && !sound) return undefined;
  return {
    id,
    made,
    name,
    type: known.type,
    form,
    reach: known.reach,
    fix: known.fix,
    ...(sound ? { article: { addresses, title: isText(title) ? title : '' } } : {}),
    ...(isText(before) ? { before } : {}),
    ...(isText(after) ? { after } : {}),
  };
}

function readFix(given: unknown): Fix | undefined {
  const { what, type, to } = fieldsOf(given);
  switch (what) {
    case 'kind': {
      const known = typeOf(type);
      return known && { what, type: known };
    }
    case 'same-as': {
      const target = readName(to);
      return target && { what, to: target };
    }
    case 'not-a-name':
    case 'apart':
      return { what };
    default:
      return undefined;
  }
}

function readName(given: unknown): EntityName | undefined {
  const { name, type } = fieldsOf(given);
  const known = typeOf(type);
  return isText(name) && name !== '' && known !== undefined ? { name, type: known } : undefined;
}

function readWatched(given: unknown): WatchedName | undefined {
  const { id, aliases } = fieldsOf(given);
  const name = readName(given);
  const others = Array.isArray(aliases) && aliases.length <= 1000 ? aliases.filter((each) => isText(each)) : undefined;
  if (name === undefined || !isText(id, longestId) || others === undefined) return undefined;
  return { id, ...name, aliases: others };
}

function typeOf(given: unknown): EntityType | undefined {
  return entityTypes.find((each) => each === given);
}

function isText(given: unknown, longest = longestName): given is string {
  return typeof given === 'string' && given.length <= longest;
}

function fieldsOf(given: unknown): Record<string, unknown> {
  return typeof given === 'object' && given !== null && !Array.isArray(given) ? { ...given } : {};
}
