// Listens to what a page's console says: errors and warnings of the page and of content scripts in it.
import type { Page } from 'puppeteer-core';
import type { Browsing } from '../../tools/browsers/browsing.ts';

/** Tells of each complaint until the page is closed. */
export async function watchConsole(browsing: Browsing, page: Page, tell: (text: string) => void): Promise<void> {
  if (browsing.name === 'firefox') {
    page.on('console', (message) => {
      if (['error', 'warn', 'assert'].includes(message.type())) tell(`${message.type()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => tell(`uncaught: ${error instanceof Error ? error.message : String(error)}`));
    return;
  }
  // Unlike puppeteer's events, the protocol's own tell of the worlds of content scripts too.
  const session = await page.createCDPSession();
  session.on('Runtime.exceptionThrown', ({ exceptionDetails }) =>
    tell(`uncaught: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`),
  );
  session.on('Runtime.consoleAPICalled', ({ type, args }) => {
    if (!['error', 'warning', 'assert'].includes(type)) return;
    tell(`${type}: ${args.map((arg) => arg.value ?? arg.description ?? '').join(' ')}`);
  });
  session.on('Log.entryAdded', ({ entry }) => {
    if (['error', 'warning'].includes(entry.level)) tell(`${entry.level}: ${entry.text} ${entry.url ?? ''}`);
  });
  await session.send('Runtime.enable');
  await session.send('Log.enable');
}
