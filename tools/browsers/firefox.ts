// Firefox with the extension, driven over WebDriver BiDi.
import { readdirSync } from 'node:fs';
import { type KeyInput, launch, type Page } from 'puppeteer-core';
import { type Bidi, bidiOf, contextOf } from './bidi.ts';
import {
  type Browsing,
  closeWelcome,
  type LaunchOptions,
  resultOf,
  type Surface,
  sourceOf,
  surfaceOf,
  waitFor,
  within,
} from './browsing.ts';
import { findBrowser } from './find-browser.ts';
import { clickScript, keysScript, menuScript, snapshotScript } from './firefox-window.ts';

const geckoId = 'pressmark@pressmark.invalid';
const uuid = '3d1c5a52-8f0e-4b7a-9a51-6f3f0c2b7e11';
const base = `moz-extension://${uuid}/`;

function preferences({ proxy, room, downloads, dark = false }: LaunchOptions): Record<string, unknown> {
  const [host, port] = proxy?.split(':') ?? [];
  return {
    // Makes the address of the extension's pages, and so its storage, the same at each launch.
    'extensions.webextensions.uuids': JSON.stringify({ [geckoId]: uuid }),
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
    'extensions.openPopupWithoutUserGesture.enabled': true,
    'intl.accept_languages': 'en-US',
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    // In KB.
    ...(room === undefined ? {} : { 'dom.quotaManager.temporaryStorage.fixedLimit': Math.ceil(room / 1024) }),
    ...(downloads === undefined
      ? {}
      : {
          'browser.download.folderList': 2,
          'browser.download.dir': downloads,
          'extensions.webextOptionalPermissionPrompts': false,
        }),
    ...(dark
      ? {
          'ui.systemUsesDarkTheme': 1,
          'browser.theme.toolbar-theme': 0,
          'browser.theme.content-theme': 0,
        }
      : {}),
    ...(proxy === undefined
      ? {}
      : {
          'network.proxy.type': 1,
          'network.proxy.http': host,
          'network.proxy.http_port': Number(port),
          'network.proxy.ssl': host,
          'network.proxy.ssl_port': Number(port),
          'network.proxy.no_proxies_on': '',
          'network.proxy.allow_hijacking_localhost': true,
        }),
  };
}

export async function launchFirefox(options: LaunchOptions): Promise<Browsing> {
  const { extension, profile, headless = true, welcome = false } = options;
  const fresh = readdirSync(profile).length === 0;
  const puppeteer = await launch({
    browser: 'firefox',
    executablePath: findBrowser('firefox'),
    headless,
    userDataDir: profile,
    timeout: 120_000,
    args: ['--remote-allow-system-access', '--width=1280', '--height=1000'],
    defaultViewport: headless ? { width: 1280, height: 900 } : null,
    extraPrefsFirefox: preferences(options),
  });
  const bidi = bidiOf(puppeteer);
  await puppeteer.installExtension(extension);
  let console: Page | undefined;

  const browsing: Browsing = {
    name: 'firefox',
    puppeteer,
    extensionUrl: (file) => base + file,
    async openPage(url, prepare) {
      const page = await puppeteer.newPage();
      await prepare?.(page);
      const gone = page.goto(url, { waitUntil: 'domcontentloaded' });
      // No event tells of a picture's or a drawing's document.
      const there = isThere(page, url);
      await Promise.race([gone, there]);
      gone.catch(() => undefined);
      there.catch(() => undefined);
      return page;
    },
    async openExtensionPage(file) {
      const page = await puppeteer.newPage();
      // This promise never settles for a page of an extension.
      page.goto(base + file).catch(() => undefined);
      await isThere(page, base + file);
      return page;
    },
    inExtension: async () => surfaceOf(await consolePage()),
    oursIn: (page) => closedRootOf(bidi, page),
    cardIn: (page) => cardOf(bidi, page),
    async openPopup(over) {
      const page = await consolePage();
      await over.bringToFront();
      await within(20_000, 'Opening the popup', page.evaluate('browser.action.openPopup()'));
      return popupThatOpens(page);
    },
    async openPopupByKeys(over) {
      await browsing.giveCommand(over, '_execute_action');
      return popupThatOpens(await consolePage());
    },
    async closePopup() {
      await console?.evaluate("for (const view of browser.extension.getViews({ type: 'popup' })) view.close()");
    },
    async badgeOver(page) {
      const asker = await consolePage();
      await page.bringToFront();
      return resultOf(
        await asker.evaluate(`(async () => {
          const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
          const of = { tabId: tab.id };
          return JSON.stringify({ result: {
            text: await browser.action.getBadgeText(of), title: await browser.action.getTitle(of) } });
        })()`),
      );
    },
    async chooseFromMenu(page, entry) {
      await page.bringToFront();
      const { x, y } = await page.evaluate(() => {
        const box = getSelection()?.getRangeAt(0).getClientRects()[0];
        return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
      });
      await page.mouse.click(x, y, { button: 'right' });
      await waitFor(`${entry} in the context menu`, async () => (await inWindow(bidi, menuScript(entry))) === 'chosen');
    },
    async giveCommand(page, name) {
      const asker = await consolePage();
      const shortcut = await asker.evaluate(
        `browser.commands.getAll().then((all) => all.find((each) => each.name === ${JSON.stringify(name)}).shortcut)`,
      );
      const keys = String(shortcut).split('+');
      await page.bringToFront();
      await inWindow(bidi, keysScript(keys.at(-1) ?? '', keys.slice(0, -1)));
    },
    async prefer(_page, { reducedMotion = false, forcedColours = false } = {}) {
      // All pages at once: it is a matter of the browser.
      const prefs = [
        ['ui.prefersReducedMotion', reducedMotion ? 1 : 0],
        ['browser.display.document_color_use', forcedColours ? 2 : 0],
      ] as const;
      const set = prefs.map(([name, value]) => `Services.prefs.setIntPref(${JSON.stringify(name)}, ${value});`);
      await inWindow(bidi, `(() => { ${set.join(' ')} return true; })()`);
    },
    async stopBackground() {
      // One that is answering a call does not stop; and the next call wakes one that did.
      await waitFor('the background to stop', async () => (await inWindow(bidi, stopScript)) === 'stopped');
    },
    async reloadExtension() {
      console = undefined;
      await inWindow(
        bidi,
        `(async () => {
          const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
          await (await AddonManager.getAddonByID(${JSON.stringify(geckoId)})).reload();
        })()`,
      );
      await waitFor('the extension to be there again', async () => (await backgroundState(bidi)) !== 'none');
    },
    async close() {
      await within(20_000, 'Closing Firefox', puppeteer.close()).catch(() => puppeteer.process()?.kill('SIGKILL'));
    },
  };

  async function popupThatOpens(asker: Page): Promise<Surface> {
    await waitFor('the popup', () =>
      asker.evaluate("browser.extension.getViews({ type: 'popup' })[0]?.document.readyState === 'complete'"),
    );
    return popupOf(bidi, asker);
  }

  async function consolePage(): Promise<Page> {
    if (console === undefined || console.isClosed()) console = await browsing.openExtensionPage('popup.html');
    return console;
  }

  if (fresh && !welcome) await closeWelcome(await consolePage());
  return browsing;
}

/** Waits until a page is loaded, as the page itself sees it. */
async function isThere(page: Page, url: string): Promise<void> {
  await waitFor(`${url} to be loaded`, async () => {
    const [address, state] = await within(
      3000,
      'A look',
      page.evaluate(() => [location.href, document.readyState]),
    );
    return address === url && state === 'complete';
  });
}

/** Runs an expression in the browser's own window. */
async function inWindow(bidi: Bidi, expression: string): Promise<unknown> {
  const [window] = await bidi.contexts({ chrome: true });
  if (window === undefined) throw new Error('Firefox has no window');
  return bidi.evaluate(window.context, expression);
}

const stopScript = `(async () => {
  const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(geckoId)});
  await extension.terminateBackground();
  return extension.backgroundState;
})()`;

function backgroundState(bidi: Bidi): Promise<unknown> {
  return inWindow(bidi, `WebExtensionPolicy.getByID(${JSON.stringify(geckoId)})?.extension?.backgroundState ?? 'none'`);
}

async function closedRootOf(bidi: Bidi, page: Page): Promise<Surface<ShadowRoot> | undefined> {
  const context = contextOf(page);
  /** The last closed root right below the page's root element: where the extension puts its own. */
  async function find(): Promise<string | undefined> {
    const top = await bidi.topOf(context);
    const roots = (top?.value.children ?? []).map((child) => child.value.shadowRoot);
    return roots.filter((root) => root?.value.mode === 'closed').at(-1)?.sharedId;
  }
  if ((await find()) === undefined) return undefined;
  return {
    async run(script, ...args) {
      const root = await find();
      if (root === undefined) throw new Error('The extension has nothing in this page');
      return resultOf(await bidi.callWith(context, root, sourceOf(script, args)));
    },
    click: (x, y) => page.mouse.click(x, y),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    screenshot: () => page.screenshot(),
  };
}

async function cardOf(bidi: Bidi, page: Page): Promise<Surface | undefined> {
  const [top] = await bidi.contexts({ root: contextOf(page) });
  const frame = top?.children?.find((child) => child.url.startsWith(base));
  const ours = await closedRootOf(bidi, page);
  if (frame === undefined || ours === undefined) return undefined;
  return {
    async run(script, ...args) {
      return resultOf(await bidi.evaluate(frame.context, `(${sourceOf(script, args)})(document)`));
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

/** The popup: read from another page of the extension, clicked and typed in through the browser's own window. */
function popupOf(bidi: Bidi, console: Page): Surface {
  return {
    async run(script, ...args) {
      const view = "browser.extension.getViews({ type: 'popup' })[0].document";
      return resultOf(await console.evaluate(`(${sourceOf(script, args)})(${view})`));
    },
    async click(x, y) {
      await inWindow(bidi, clickScript(x, y));
    },
    async type(text) {
      for (const key of text) await inWindow(bidi, keysScript(key));
    },
    async press(key: KeyInput) {
      await inWindow(bidi, keysScript(key));
    },
    async screenshot() {
      // What was changed just now is painted with the next frame.
      await console.evaluate(`new Promise((painted) => {
        const [view] = browser.extension.getViews({ type: 'popup' });
        view.requestAnimationFrame(() => view.requestAnimationFrame(() => painted()));
      })`);
      const bytes = await inWindow(bidi, snapshotScript);
      return typeof bytes === 'string' ? Buffer.from(bytes, 'base64') : undefined;
    },
  };
}
