// A Chromium in which the extension can store little: how it behaves on a full disk.
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';

/**
 * Copies an extension with other permissions: without that to store without limit Chromium limits its room; what it asks
 * the reader for later is granted beforehand, as no driver can answer the browser's own question.
 * Answers the copy's folder.
 */
export async function withPermissions(
  extension: string,
  profile: string,
  change: (manifest: { permissions: string[]; optional_permissions: string[] }) => void,
): Promise<string> {
  const copy = join(profile, 'extension');
  await cp(extension, copy, { recursive: true });
  const path = join(copy, 'manifest.json');
  const manifest: { permissions: string[]; optional_permissions: string[] } = JSON.parse(await readFile(path, 'utf8'));
  change(manifest);
  await writeFile(path, JSON.stringify(manifest));
  return copy;
}

/** Where Chromium puts downloads, without asking; before its first start in a profile. */
export async function downloadInto(folder: string, profile: string): Promise<void> {
  await mkdir(join(profile, 'Default'), { recursive: true });
  const download = { default_directory: folder, prompt_for_download: false };
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify({ download }));
}

/** Lasts as long as the page. `room` in bytes. */
export async function limitRoom(page: Page, base: string, room: number): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Storage.overrideQuotaForOrigin', { origin: base.replace(/\/$/, ''), quotaSize: room });
}
