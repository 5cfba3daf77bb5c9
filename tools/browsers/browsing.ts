// What the tools and tests may ask of a running browser that has the extension, the same for Chromium and Firefox.
import type { Browser, KeyInput, Page } from 'puppeteer-core';
import type { BrowserName } from './find-browser.ts';
import type { Screen } from './screen.ts';

/** What can be handed to a script in another context. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Runs in another context: nothing from around it can be used. Its result must be JSON. */
export type Script<Root, Args extends readonly Json[], Result> = (
  root: Root,
  ...args: Args
) => Result | Promise<Result>;

/** Something with elements that a person sees: a tab, our part of a page, a card's frame, the toolbar popup. */
export interface Surface<Root = Document> {
  run<Args extends readonly Json[], Result>(script: Script<Root, Args, Result>, ...args: Args): Promise<Result>;
  /** A real click, px from the surface's top left. */
  click(x: number, y: number): Promise<void>;
  /** Real keys, to whatever has the focus there. */
  type(text: string): Promise<void>;
  /** One key by its name, as puppeteer names them (`Escape`, `Enter`, `Backspace`, `ArrowDown`). */
  press(key: KeyInput): Promise<void>;
  /** PNG. Undefined where it cannot be taken. */
  screenshot(): Promise<Uint8Array | undefined>;
}

/** The entries of the context menu, by id, in their order. */
export const menuEntries = [
  'highlight-yellow',
  'highlight-green',
  'highlight-blue',
  'highlight-pink',
  'highlight-purple',
  'note',
] as const;
export type MenuEntry = (typeof menuEntries)[number];

export interface LaunchOptions {
  /** Folder of the built extension. */
  extension: string;
  /** Kept between launches to find everything again. */
  profile: string;
  /** Without a window; the usual. */
  headless?: boolean;
  /** Where to show a window whose menus and shortcuts can be used. Chromium needs it for these, Firefox does not. */
  screen?: Screen;
  /** Everything goes through this proxy (host:port), requests to this machine too. */
  proxy?: string;
  /** So many bytes can be stored in all, as on a disk that is nearly full. */
  room?: number;
  /** Downloads go into this folder, and the extension may make them once it has asked for that. */
  downloads?: string;
  /** As for a reader who prefers dark pages. */
  dark?: boolean;
  /** The language of the browser's own words, as in BCP 47; English without it. In Firefox it would need a language pack. */
  language?: string;
  /** Leaves the first-run page open, as a reader finds it; else it is closed, so that it comes in nobody's way. */
  welcome?: boolean;
}

/** A browser that runs, with the extension in it. */
export interface Browsing {
  readonly name: BrowserName;
  readonly puppeteer: Browser;
  /** Address of a page of the extension, by its file name. */
  extensionUrl(file: string): string;
  /** @param prepare what is to be done to the page before it goes there */
  openPage(url: string, prepare?: (page: Page) => Promise<void>): Promise<Page>;
  /** A page of the extension in a tab of its own. */
  openExtensionPage(file: string): Promise<Page>;
  /** A page of the extension that stays in a tab in the background: to ask the extension's storage and the browser. */
  inExtension(): Promise<Surface>;
  /** The extension's own part of a page: the closed shadow root. Undefined while there is none. */
  oursIn(page: Page): Promise<Surface<ShadowRoot> | undefined>;
  /** The extension's frame in a page (a card). Undefined while there is none. */
  cardIn(page: Page): Promise<Surface | undefined>;
  /** Opens the real toolbar popup over a page. In Firefox it takes keys once it was clicked in. */
  openPopup(over: Page): Promise<Surface>;
  /** Opens it by its keyboard command. */
  openPopupByKeys(over: Page): Promise<Surface>;
  closePopup(): Promise<void>;
  /** Text and colour of the toolbar icon's badge, and its title, as they are over a page. */
  badgeOver(page: Page): Promise<{ text: string; title: string }>;
  /** Chooses an entry of the context menu over the selected words, by the entry's id. */
  chooseFromMenu(page: Page, entry: MenuEntry): Promise<void>;
  /** Gives a keyboard command of the manifest. */
  giveCommand(page: Page, name: string): Promise<void>;
  /** Shows a page as to a reader who has asked the system for these; without, as to any other. */
  prefer(page: Page, wishes?: { reducedMotion?: boolean; forcedColours?: boolean }): Promise<void>;
  /** Stops the background as the browser does when it is idle. The next event wakes it. */
  stopBackground(): Promise<void>;
  /** Reloads the extension, as an update does. */
  reloadExtension(): Promise<void>;
  /** Closes the browser as a person does. */
  close(): Promise<void>;
}

/** Waits for the first-run page, which opens in a fresh profile, and closes it from another page of the extension. */
export async function closeWelcome(own: Page): Promise<void> {
  await waitFor('the first-run page', () =>
    own
      .evaluate(`(async () => {
      const views = browser.extension.getViews({ type: 'tab' });
      const welcome = views.find((view) => view.location.pathname === '/welcome.html');
      if (welcome === undefined || !(await browser.storage.local.get('welcomed')).welcomed) return false;
      await browser.tabs.remove((await welcome.browser.tabs.getCurrent()).id);
      return true;
    })()`)
      .then((closed) => closed === true),
  );
}

/** Writes a script as the source of a function of `root` that answers with JSON text. */
export function sourceOf<Root, Args extends readonly Json[], Result>(
  script: Script<Root, Args, Result>,
  args: Args,
): string {
  const rest = args.map((arg) => `, ${JSON.stringify(arg)}`).join('');
  return `async (root) => JSON.stringify({ result: await (${script.toString()})(root${rest}) })`;
}

/** Reads what a script of `sourceOf` answered. */
export function resultOf<Result>(answer: unknown): Result {
  if (typeof answer !== 'string') throw new Error('The script gave no answer');
  const { result }: { result: Result } = JSON.parse(answer);
  return result;
}

/** A page as a surface. */
export function surfaceOf(page: Page): Surface {
  return {
    async run(script, ...args) {
      const answer = await page.evaluate(`(${sourceOf(script, args)})(document)`);
      return resultOf(answer);
    },
    click: (x, y) => page.mouse.click(x, y),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    screenshot: () => page.screenshot(),
  };
}

/** A limited wait: so that a browser that hangs does not hang the one who drives it. `limit` in ms. */
export function within<Result>(limit: number, what: string, promise: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${limit / 1000} s`)), limit);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Looks again and again until there is something to see. `limit` in ms. @throws when there is nothing by then. */
export async function waitFor<Result>(
  what: string,
  look: () => Promise<Result | undefined | false> | Result | undefined | false,
  limit = 20_000,
): Promise<Result> {
  const end = Date.now() + limit;
  let failure = '';
  for (;;) {
    try {
      const seen = await within(limit, what, Promise.resolve(look()));
      if (seen !== undefined && seen !== false) return seen;
      failure = '';
    } catch (error) {
      failure = `: ${error instanceof Error ? error.message : String(error)}`;
    }
    if (Date.now() > end) throw new Error(`Waited ${limit / 1000} s in vain for ${what}${failure}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
