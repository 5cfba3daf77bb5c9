// A Chromium in which the extension can store little: how it behaves on a full disk.
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';

/**
 * Copies an extension without its permission to store without limit: Chromium limits no other.
 * Answers the copy's folder.
 */
export async function withoutUnlimitedStorage(extension: string, profile: string): Promise<string> {
  const copy = join(profile, 'extension');
  await cp(extension, copy, { recursive: true });
  const path = join(copy, 'manifest.json');
  const manifest: { permissions: string[] } = JSON.parse(await readFile(path, 'utf8'));
  const permissions = manifest.permissions.filter((each) => each !== 'unlimitedStorage');
  await writeFile(path, JSON.stringify({ ...manifest, permissions }));
  return copy;
}

/** Lasts as long as the page. `room` in bytes. */
export async function limitRoom(page: Page, base: string, room: number): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Storage.overrideQuotaForOrigin', { origin: base.replace(/\/$/, ''), quotaSize: room });
}
