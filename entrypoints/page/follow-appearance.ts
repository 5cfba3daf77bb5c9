// Light or dark as the settings say, for as long as the page is open. Apart from show-page, because the card has no
// database.
import { liveQuery } from 'dexie';
import type { PressmarkDatabase } from '../../notes/database.ts';
import { readSettings } from '../../notes/settings.ts';
import { showAppearance } from './show-page.tsx';

export function followAppearance(db: PressmarkDatabase): void {
  // While the settings cannot be read the browser's preference holds.
  liveQuery(() => readSettings(db)).subscribe({
    next: ({ appearance }) => showAppearance(appearance),
    error: () => {},
  });
}
