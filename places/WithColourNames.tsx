// Has all views within call the colours as the reader does.
import type { ComponentChildren } from 'preact';
import { ColourNamesContext } from '../components/colour-names.ts';
import type { PressmarkDatabase } from '../notes/database.ts';
import { readSettings } from '../notes/settings.ts';
import { useLive } from './use-live.ts';

export function WithColourNames({ db, children }: { db: PressmarkDatabase; children: ComponentChildren }) {
  const settings = useLive(() => readSettings(db), [db]).value;
  return <ColourNamesContext.Provider value={settings?.colourNames ?? {}}>{children}</ColourNamesContext.Provider>;
}
