// What a backup has besides articles and annotations: the settings, and rows of tables that the reader fills.
import type { Table } from 'dexie';
import { type ColourNames, colours, entityTypes, longestColourName } from '../../core/annotation.ts';
import { checkLearned } from '../check-learned.ts';
import type { PressmarkDatabase, SavedSearch, Settings, TakenRow } from '../database.ts';
import { defaultSettings } from '../settings.ts';
import type { OtherRow } from './backup.ts';
import { isObject, type JsonObject, listOf } from './json-values.ts';

export type Rest = { settings: JsonObject } | { other: OtherRow };

/** Tables that are exchanged as they are: what the reader made, by keys that two machines never share. */
const siteLists = ['marksOffSites', 'offSites', 'toolbarOffSites'] as const;

const otherTables = ['corrections', 'savedSearches', 'watched'] as const;

/** The tables that this file writes: part of the scope of a transaction. */
export function restTables(db: PressmarkDatabase): Table[] {
  return [db.settings, ...otherRowsTables(db)];
}

export function otherRowsTables(db: PressmarkDatabase): Table[] {
  return db.tables.filter(({ name }) => otherTables.some((each) => each === name));
}

/** Takes over what is missing, inside the caller's transaction over `restTables`. */
export async function takeRest(db: PressmarkDatabase, rest: readonly Rest[]): Promise<TakenRow[]> {
  const taken: TakenRow[] = [];
  for (const each of rest) {
    if ('settings' in each) taken.push(...(await takeSettings(db, each.settings)));
    else if (await addMissing(db, each.other)) taken.push({ table: each.other.table, key: String(each.other.row.id) });
  }
  return taken;
}

/** Takes back what `takeRest` took. */
export async function giveBackRest(db: PressmarkDatabase, taken: readonly TakenRow[]): Promise<void> {
  for (const each of taken) {
    if ('table' in each) await db.table(each.table).delete(each.key);
    else {
      const settings = await db.settings.get('settings');
      const others = settings?.[each.sites].filter((host) => !each.hosts.includes(host));
      if (settings !== undefined && others !== undefined) await db.settings.put({ ...settings, [each.sites]: others });
    }
  }
}

/** Sites that are switched off in one of both stay so; a reader who has set nothing yet gets the switches too. */
async function takeSettings(db: PressmarkDatabase, read: JsonObject): Promise<TakenRow[]> {
  const kept = await db.settings.get('settings');
  const settings: Settings = { ...defaultSettings, ...switchesIn(read), ...kept };
  const taken = siteLists.map((sites) => {
    const hosts = textsIn(read[sites]).filter((host) => !settings[sites].includes(host));
    settings[sites] = [...settings[sites], ...hosts];
    return { sites, hosts };
  });
  await db.settings.put({ ...settings, key: 'settings' });
  return taken.filter(({ hosts }) => hosts.length > 0);
}

/** Not how often backups are made: that takes a permission of this browser. */
function switchesIn(read: JsonObject): Partial<Settings> {
  const { marks, toolbar, kindsOff, firstOnly, colourNames } = read;
  const off = textsIn(kindsOff);
  return {
    ...(typeof marks === 'boolean' ? { marks } : {}),
    ...(typeof toolbar === 'boolean' ? { toolbar } : {}),
    ...(typeof firstOnly === 'boolean' ? { firstOnly } : {}),
    colourNames: colourNamesIn(colourNames),
    kindsOff: entityTypes.filter((type) => off.includes(type)),
  };
}

function colourNamesIn(read: unknown): ColourNames {
  const names: ColourNames = {};
  for (const colour of colours) {
    const name = isObject(read) ? read[colour] : undefined;
    if (typeof name === 'string') names[colour] = name.slice(0, longestColourName);
  }
  return names;
}

async function addMissing(db: PressmarkDatabase, { table, row }: OtherRow): Promise<boolean> {
  const name = otherTables.find((each) => each === table);
  const sound = name === undefined ? undefined : soundRow(name, row);
  if (name === undefined || sound === undefined) return false;
  const into = db.table<unknown, string>(name);
  if ((await into.get(sound.id)) !== undefined) return false;
  await into.add(sound);
  return true;
}

/** A copy with the known fields alone; undefined when one is not as it must be. */
function soundRow(table: (typeof otherTables)[number], row: JsonObject): { id: string } | undefined {
  switch (table) {
    case 'corrections':
      return checkLearned({ corrections: [row] }).corrections.sound[0];
    case 'watched':
      return checkLearned({ watched: [row] }).watched.sound[0];
    case 'savedSearches': {
      const { id, name, query, at, origin } = row;
      const isRight = [id, name, query, origin].every((text) => typeof text === 'string') && typeof at === 'number';
      return isRight ? ({ id, name, query, at, origin } as SavedSearch) : undefined;
    }
  }
}

function textsIn(value: unknown): string[] {
  return listOf(value).filter((text) => typeof text === 'string');
}
