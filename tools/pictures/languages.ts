// Pictures of our views in the other languages, whose words are longer: in Chromium, which has them all built in.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtExtension, launchBrowser } from '../browsers/launch.ts';
import { selectWords, waitForKept, waitForOurs, waitForPaint } from '../browsers/reading.ts';
import { tabIdOf } from '../browsers/tab-id.ts';
import { samplePages, sampleSite, serveSite } from '../demo/serve.ts';
import type { Take } from './pictures.ts';

export const otherLanguages = ['de', 'fr', 'es', 'ru'] as const;

export async function pictureIn(language: string, take: Take): Promise<void> {
  const site = await serveSite({ folders: [sampleSite] });
  const profile = await mkdtemp(join(tmpdir(), 'pressmark-pictures-'));
  const browsing = await launchBrowser('chromium', { extension: builtExtension('chromium'), profile, language });
  try {
    await browsing.inExtension();
    const page = await browsing.openPage(site.origin + samplePages.portal);
    await waitForPaint(page, 'person', 'Tomas Okafor');
    await selectWords(page, 'The door was never locked');
    await waitForOurs(browsing, page, '.toolbar');
    await take(page, 'toolbar');
    await page.keyboard.press('2');
    await waitForKept(browsing, { quote: 'The door was never locked' });
    const popup = await browsing.openPopup(page);
    await take(popup, 'popup');
    await browsing.closePopup();
    const views = {
      panel: `sidepanel.html?tab=${await tabIdOf(browsing, page)}`,
      library: 'library.html',
      names: 'library.html?view=entity',
      settings: 'settings.html',
      exchange: 'exchange.html',
      welcome: 'welcome.html',
    };
    for (const [name, file] of Object.entries(views)) {
      const tab = await browsing.openExtensionPage(file);
      if (name === 'panel') await tab.setViewport({ width: 340, height: 900 });
      await tab.bringToFront();
      await take({ screenshot: () => tab.screenshot({ fullPage: true }) }, name);
      await tab.close();
    }
  } finally {
    await browsing.close();
    await site.stop();
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
