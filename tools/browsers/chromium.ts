// Chromium or Chrome with the extension, driven over the DevTools protocol.
import { readdirSync } from 'node:fs';
import { type CDPSession, launch, type Page, type Protocol, type Target } from 'puppeteer-core';
import {
  type Browsing,
  closeWelcome,
  type LaunchOptions,
  menuEntries,
  resultOf,
  type Surface,
  sourceOf,
  surfaceOf,
  waitFor,
  within,
} from './browsing.ts';
import { findBrowser } from './find-browser.ts';
import { downloadInto, limitRoom, withPermissions } from './little-room.ts';
import type { Screen } from './screen.ts';

const quiet = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
];

export async function launchChromium(options: LaunchOptions): Promise<Browsing> {
  const { profile, screen, headless = screen === undefined, proxy, room, dark = false, welcome = false } = options;
  const { language = 'en-US', downloads } = options;
  const fresh = readdirSync(profile).length === 0;
  const extension = await extensionFor(options);
  if (fresh && downloads !== undefined) await downloadInto(downloads, profile);
  const puppeteer = await launch({
    browser: 'chrome',
    executablePath: findBrowser('chromium'),
    headless,
    pipe: true,
    userDataDir: profile,
    enableExtensions: [extension],
    timeout: 60_000,
    env: { ...process.env, LANGUAGE: language, ...(screen === undefined ? {} : { DISPLAY: screen.display }) },
    ...(headless ? {} : { ignoreDefaultArgs: ['--enable-automation'] }),
    defaultViewport: headless ? { width: 1280, height: 900 } : null,
    args: [
      ...quiet,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(proxy === undefined ? [] : [`--proxy-server=${proxy}`, '--proxy-bypass-list=<-loopback>']),
      ...(dark ? ['--force-dark-mode'] : []),
      `--lang=${language}`,
    ],
  });
  const isWorker = (target: Target) =>
    target.type() === 'service_worker' && target.url().startsWith('chrome-extension:');
  const first = await puppeteer.waitForTarget(isWorker, { timeout: 60_000 });
  const base = new URL('/', first.url()).href;
  const isPopup = (target: Target) => target.url().startsWith(`${base}popup.html`) && target.type() === 'page';
  const tabs = new Set<Target>();
  let console: Page | undefined;
  let popup: Page | undefined;

  const browsing: Browsing = {
    name: 'chromium',
    puppeteer,
    extensionUrl: (file) => base + file,
    async openPage(url, prepare) {
      const page = await puppeteer.newPage();
      await prepare?.(page);
      await page.goto(url, { waitUntil: 'domcontentloaded' });
      return page;
    },
    async openExtensionPage(file) {
      const page = await puppeteer.newPage();
      tabs.add(page.target());
      await page.goto(base + file);
      if (room !== undefined) await limitRoom(page, base, room);
      return page;
    },
    inExtension: async () => surfaceOf(await consolePage()),
    async oursIn(page) {
      return closedRootOf(page);
    },
    async cardIn(page) {
      return cardOf(page);
    },
    async openPopup(over) {
      const page = await consolePage();
      await over.bringToFront();
      await page.evaluate('chrome.action.openPopup()');
      return popupThatOpens();
    },
    async openPopupByKeys(over) {
      await browsing.giveCommand(over, '_execute_action');
      return popupThatOpens();
    },
    async closePopup() {
      await popup?.close();
      popup = undefined;
    },
    async badgeOver(page) {
      const asker = await consolePage();
      await page.bringToFront();
      return resultOf(
        await asker.evaluate(`(async () => {
          const [tab] = await chrome.tabs.query({ active: true, windowType: 'normal' });
          const of = { tabId: tab.id };
          return JSON.stringify({ result: {
            text: await chrome.action.getBadgeText(of), title: await chrome.action.getTitle(of) } });
        })()`),
      );
    },
    async chooseFromMenu(page, entry) {
      const { rightClick, press } = screenOf(screen);
      await page.bringToFront();
      const { x, y } = await page.evaluate(() => {
        const box = getSelection()?.getRangeAt(0).getClientRects()[0];
        const { x = 0, y = 0, width = 0, height = 0 } = box ?? {};
        return { x: screenX + x + width / 2, y: screenY + outerHeight - innerHeight + y + height / 2 };
      });
      rightClick(x, y);
      // The menu's last entry is the browser's, ours the one above; its submenu opens on its first entry.
      press('Up', 'Up', 'Right', ...Array<string>(menuEntries.indexOf(entry)).fill('Down'), 'Return');
    },
    async giveCommand(page, name) {
      const { press } = screenOf(screen);
      const asker = await consolePage();
      const shortcut = await asker.evaluate(
        `chrome.commands.getAll().then((all) => all.find((each) => each.name === ${JSON.stringify(name)}).shortcut)`,
      );
      await page.bringToFront();
      press(String(shortcut).toLowerCase());
    },
    async prefer(page, { reducedMotion = false, forcedColours = false } = {}) {
      const session = await page.createCDPSession();
      const features = [
        { name: 'prefers-reduced-motion', value: reducedMotion ? 'reduce' : '' },
        { name: 'forced-colors', value: forcedColours ? 'active' : '' },
      ];
      await session.send('Emulation.setEmulatedMedia', { features });
    },
    async stopBackground() {
      const page = await consolePage();
      const session = await page.createCDPSession();
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.stopAllWorkers');
      await waitFor('the background to stop', () => !puppeteer.targets().some(isWorker));
      await session.detach();
    },
    async reloadExtension() {
      // Outside of developer mode a reloaded extension from a folder stays off.
      const settings = await puppeteer.newPage();
      await settings.goto('chrome://extensions');
      await settings.evaluate('chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })');
      await settings.evaluate(`chrome.developerPrivate.reload(${JSON.stringify(new URL(base).hostname)})`);
      await settings.close();
      console = undefined;
      tabs.clear();
      await waitFor('the extension to be there again', async () => (await consolePage()) !== undefined);
    },
    async close() {
      await within(20_000, 'Closing Chromium', puppeteer.close()).catch(() => puppeteer.process()?.kill('SIGKILL'));
    },
  };

  async function popupThatOpens(): Promise<Surface> {
    const target = await puppeteer.waitForTarget((each) => isPopup(each) && !tabs.has(each), { timeout: 20_000 });
    popup = await target.asPage();
    return surfaceOf(popup);
  }

  /** A page of the extension in a tab in the background, to ask the browser from. */
  async function consolePage(): Promise<Page> {
    if (console === undefined || console.isClosed()) console = await browsing.openExtensionPage('popup.html');
    return console;
  }

  async function cardOf(page: Page): Promise<Surface | undefined> {
    const frame = page.frames().find((each) => each.url().startsWith('chrome-extension://'));
    const ours = await closedRootOf(page);
    if (frame === undefined || ours === undefined) return undefined;
    return {
      async run(script, ...args) {
        return resultOf(await frame.evaluate(`(${sourceOf(script, args)})(document)`));
      },
      async click(x, y) {
        const at = await ours.run((root) => {
          const box = root.querySelector('iframe')?.getBoundingClientRect();
          return { x: box?.x ?? 0, y: box?.y ?? 0 };
        });
        await page.mouse.click(at.x + x, at.y + y);
      },
      type: (text) => page.keyboard.type(text),
      press: (key) => page.keyboard.press(key),
      screenshot: () => page.screenshot(),
    };
  }

  if (fresh && !welcome) await closeWelcome(await consolePage());
  return browsing;
}

/** The extension as these options need it. */
async function extensionFor({ extension, profile, room, downloads }: LaunchOptions): Promise<string> {
  if (room === undefined && downloads === undefined) return extension;
  return withPermissions(extension, profile, (manifest) => {
    if (room !== undefined) manifest.permissions = manifest.permissions.filter((each) => each !== 'unlimitedStorage');
    if (downloads === undefined) return;
    manifest.permissions.push('downloads');
    manifest.optional_permissions = [];
  });
}

function screenOf(screen: Screen | undefined): Screen {
  if (screen === undefined) throw new Error('Menus and shortcuts belong to a window: launch Chromium on a screen');
  return screen;
}

/** Our closed shadow root, seen from a world apart from the page's scripts. */
async function closedRootOf(page: Page): Promise<Surface<ShadowRoot> | undefined> {
  const session = await page.createCDPSession();
  try {
    if ((await findClosedRoot(session)) === undefined) return undefined;
  } finally {
    await session.detach();
  }
  return {
    async run(script, ...args) {
      const asking = await page.createCDPSession();
      try {
        const backendNodeId = await findClosedRoot(asking);
        if (backendNodeId === undefined) throw new Error('The extension has nothing in this page');
        const { frameTree } = await asking.send('Page.getFrameTree');
        const world = await asking.send('Page.createIsolatedWorld', {
          frameId: frameTree.frame.id,
          worldName: 'trial',
        });
        const { object } = await asking.send('DOM.resolveNode', {
          backendNodeId,
          executionContextId: world.executionContextId,
        });
        const { result, exceptionDetails } = await asking.send('Runtime.callFunctionOn', {
          objectId: object.objectId ?? '',
          functionDeclaration: `function () { return (${sourceOf(script, args)})(this); }`,
          awaitPromise: true,
          returnByValue: true,
        });
        if (exceptionDetails !== undefined)
          throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
        return resultOf(result.value);
      } finally {
        await asking.detach();
      }
    },
    click: (x, y) => page.mouse.click(x, y),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    screenshot: () => page.screenshot(),
  };
}

/** The last closed root that hangs directly below the page's root element: where the extension puts its own. */
async function findClosedRoot(session: CDPSession): Promise<Protocol.DOM.BackendNodeId | undefined> {
  await session.send('DOM.enable');
  const { root } = await session.send('DOM.getDocument', { depth: 2, pierce: true });
  const top = root.children?.find((child) => child.nodeType === 1);
  const closed = (top?.children ?? [])
    .flatMap((child) => child.shadowRoots ?? [])
    .filter((shadow) => shadow.shadowRootType === 'closed');
  return closed.at(-1)?.backendNodeId;
}
