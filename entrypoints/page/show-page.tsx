// What every page of the extension does first: its words, its language, light or dark, its errors into the log.
import { type ComponentChild, render } from 'preact';
import { browser } from 'wxt/browser';
import '../../components/page.css';
import { ReportContext } from '../../components/reporting.ts';
import { type WordKey, type Words, WordsContext } from '../../components/words.ts';
import { type Appearance, colourScheme } from '../../core/appearance.ts';
import { logError, logUncaught } from '../errors/error-log.ts';

/** The browser's own types know the keys of English alone; other languages have more plural forms. */
export const words: Words = (key, ...substitutions) => browser.i18n.getMessage(key as WordKey, substitutions);

/** Renders a view into the page's #view. */
export function showPage(view: ComponentChild): void {
  const root = document.getElementById('view');
  if (root === null) return;
  document.documentElement.lang = words('language');
  document.documentElement.dir = browser.i18n.getMessage('@@bidi_dir');
  const name = location.pathname.replace(/^\/|\.html$/g, '');
  logUncaught(name, window);
  render(
    <WordsContext.Provider value={words}>
      <ReportContext.Provider value={(error) => logError(name, error)}>{view}</ReportContext.Provider>
    </WordsContext.Provider>,
    root,
  );
}

export function showAppearance(appearance: Appearance): void {
  document.documentElement.style.colorScheme = colourScheme(appearance);
}
