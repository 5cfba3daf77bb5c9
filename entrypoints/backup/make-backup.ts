// The backup as a file that the browser can download: its address in this context, good for as long as that lives.
import type { PressmarkDatabase } from '../../notes/database.ts';
import { exportFile } from '../../notes/exchange/export.ts';

export async function makeBackup(db: PressmarkDatabase): Promise<string> {
  const words = { lang: '', title: '' };
  return URL.createObjectURL(await exportFile(db, 'backup', { now: new Date(), words }));
}
