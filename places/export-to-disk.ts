// Writes an export and hands it to the browser as a download.
import type { Words } from '../components/words.ts';
import type { ExportFormat } from '../core/export-format.ts';
import type { PressmarkDatabase } from '../notes/database.ts';
import { type ExportOptions, exportFile, exportName } from '../notes/exchange/export.ts';

/** How long the browser has to begin with the download, ms. */
const keptFor = 120_000;

/**
 * Answers the file's name.
 * @param options `ids` of what is chosen; everything when they are missing
 * @throws as `exportFile`
 */
export async function exportToDisk(
  db: PressmarkDatabase,
  format: ExportFormat,
  words: Words,
  options: Omit<ExportOptions, 'now' | 'words'>,
): Promise<string> {
  const now = new Date();
  const language = { lang: words('language'), title: words('exchangePrintTitle') };
  const file = await exportFile(db, format, { ...options, now, words: language });
  const name = exportName(format, now);
  saveBlob(file, name);
  return name;
}

/** Hands a file to the browser as a download. */
export function saveBlob(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), keptFor);
}
