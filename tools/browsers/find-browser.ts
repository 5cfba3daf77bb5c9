// Finds the browsers of this machine; on Debian, where we are root, a missing one is installed.
import { install, isProgram, lookUpProgram, mayInstall } from './programs.ts';

export const browserNames = ['chromium', 'firefox'] as const;
export type BrowserName = (typeof browserNames)[number];

interface Known {
  title: string;
  /** Environment variable that names the program. */
  variable: string;
  /** Looked for in PATH, or as they are where absolute. */
  places: readonly string[];
  debianPackage: string;
}

const known: Readonly<Record<BrowserName, Known>> = {
  chromium: {
    title: 'Chrome or Chromium',
    variable: 'CHROME_PATH',
    places: [
      'chromium',
      'chromium-browser',
      'google-chrome-stable',
      'google-chrome',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    ],
    debianPackage: 'chromium',
  },
  firefox: {
    title: 'Firefox 140 or newer',
    variable: 'FIREFOX_PATH',
    places: [
      'firefox-esr',
      'firefox',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ],
    debianPackage: 'firefox-esr',
  },
};

/**
 * The program to start.
 * @throws with one sentence that says what to install, when there is none and it cannot be installed here.
 */
export function findBrowser(name: BrowserName): string {
  const { title, variable, debianPackage } = known[name];
  const named = process.env[variable];
  if (named !== undefined && named !== '') {
    if (isProgram(named)) return named;
    throw new Error(`${variable} is set to ${named}, which is not a program.`);
  }
  const find = (): string | undefined => lookUpProgram(known[name].places);
  const found = find() ?? (mayInstall() && install([debianPackage]) ? find() : undefined);
  if (found === undefined) {
    throw new Error(
      `Install ${title} (on Debian: apt-get install ${debianPackage}), or set ${variable} to where it is.`,
    );
  }
  return found;
}
