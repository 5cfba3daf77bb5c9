// Starts a browser with the extension, by the browser's name.
import { fileURLToPath } from 'node:url';
import type { Browsing, LaunchOptions } from './browsing.ts';
import { launchChromium } from './chromium.ts';
import type { BrowserName } from './find-browser.ts';
import { launchFirefox } from './firefox.ts';

/** The extension as `npm run build` leaves it. */
export function builtExtension(name: BrowserName): string {
  const folder = name === 'chromium' ? 'chrome-mv3' : 'firefox-mv3';
  return process.env.PRESSMARK_BUILD === undefined
    ? fileURLToPath(new URL(`../../.output/${folder}`, import.meta.url))
    : `${process.env.PRESSMARK_BUILD}/${folder}`;
}

export function launchBrowser(name: BrowserName, options: LaunchOptions): Promise<Browsing> {
  return name === 'chromium' ? launchChromium(options) : launchFirefox(options);
}
