// What every page of the extension does first: its words, its language, light or dark.
import { type ComponentChild, render } from 'preact';
import { browser } from 'wxt/browser';
import '../../components/page.css';
import { type Words, WordsContext } from '../../components/words.ts';
import { type Appearance, colourScheme } from '../../core/appearance.ts';

export const words: Words = (key, ...substitutions) => browser.i18n.getMessage(key, substitutions);

/** Renders a view into the page's #view. */
export function showPage(view: ComponentChild): void {
  const root = document.getElementById('view');
  if (root === null) return;
  document.documentElement.lang = words('language');
  document.documentElement.dir = browser.i18n.getMessage('@@bidi_dir');
  render(<WordsContext.Provider value={words}>{view}</WordsContext.Provider>, root);
}

export function showAppearance(appearance: Appearance): void {
  document.documentElement.style.colorScheme = colourScheme(appearance);
}
