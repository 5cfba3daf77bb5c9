// Starts a browser with the extension, by the browser's name.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browsing, LaunchOptions } from './browsing.ts';
import { launchChromium } from './chromium.ts';
import type { BrowserName } from './find-browser.ts';
import { launchFirefox } from './firefox.ts';

/** Where the builds for both browsers are: as `npm run build` leaves them, or where PRESSMARK_BUILD says. */
export function builds(): string {
  return process.env.PRESSMARK_BUILD ?? fileURLToPath(new URL('../../.output', import.meta.url));
}

export function builtExtension(name: BrowserName): string {
  return join(builds(), name === 'chromium' ? 'chrome-mv3' : 'firefox-mv3');
}

export function launchBrowser(name: BrowserName, options: LaunchOptions): Promise<Browsing> {
  return name === 'chromium' ? launchChromium(options) : launchFirefox(options);
}
