// What the reader switched on and off: one row, beside the notes.
import type { PressmarkDatabase, Settings } from './database.ts';
import { guarded } from './failure.ts';

export type { Settings } from './database.ts';

export const defaultSettings: Settings = {
  marks: true,
  marksOffSites: [],
  kindsOff: [],
  firstOnly: false,
  offSites: [],
  toolbar: true,
  toolbarOffSites: [],
  appearance: 'auto',
  colourNames: {},
  backupEvery: 'never',
  backupsKept: 5,
};

export function readSettings(db: PressmarkDatabase): Promise<Settings> {
  return guarded(db, () => readRow(db));
}

/** Writes the fields given and leaves the others. */
export function changeSettings(db: PressmarkDatabase, change: Partial<Settings>): Promise<void> {
  return guarded(db, () =>
    db.transaction('rw', db.settings, async () => {
      await db.settings.put({ ...(await readRow(db)), ...change, key: 'settings' });
    }),
  );
}

/** Whether names are marked on a site. */
export function marksShownOn(settings: Settings, host: string): boolean {
  return settings.marks && !coveredBy(settings.marksOffSites, host);
}

/** Whether a site is left alone. */
export function isOffSite(settings: Settings, host: string): boolean {
  return coveredBy(settings.offSites, host);
}

/** Whether the bar of colours comes beside a selection on a site. */
export function toolbarShownOn(settings: Settings, host: string): boolean {
  return settings.toolbar && !coveredBy(settings.toolbarOffSites, host);
}

/** Whether a list of sites holds the host, or a site that it belongs to: example.com stands for www.example.com too. */
export function coveredBy(sites: readonly string[], host: string): boolean {
  return sites.some((site) => host === site || host.endsWith(`.${site}`));
}

/** The list without the host and all that covers it. */
export function without(sites: readonly string[], host: string): string[] {
  return sites.filter((site) => !coveredBy([site], host));
}

async function readRow(db: PressmarkDatabase): Promise<Settings> {
  const { key: _key, ...settings } = { key: 'settings', ...defaultSettings, ...(await db.settings.get('settings')) };
  return settings;
}
