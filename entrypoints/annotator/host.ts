// The one element of ours in the page: the host of a closed shadow root, made when something is shown first. What
// stands in it holds no words of the reader; those are shown by pages of the extension in frames.
import { type Appearance, colourScheme } from '../../core/appearance.ts';
import { styles } from './styles.ts';

export interface Host {
  /** Not in the page until `root` is asked for. */
  readonly element: HTMLElement;
  /** Where to put things; puts the host (back) into the page. */
  root(): ShadowRoot;
  /** Light or dark, as the reader wants it. */
  setAppearance(appearance: Appearance): void;
  remove(): void;
}

export function createHost(document: Document): Host {
  const element = document.createElement('div');
  let shadow: ShadowRoot | undefined;
  let setRules: ((css: string) => void) | undefined;
  let appearance: Appearance = 'auto';
  const dress = (): void => setRules?.(`${styles}:host { color-scheme: ${colourScheme(appearance)} !important; }`);
  return {
    element,
    root() {
      if (shadow === undefined) {
        shadow = element.attachShadow({ mode: 'closed' });
        setRules = rulesIn(document, shadow);
        dress();
      }
      // A page may have taken it away, or into something hidden.
      if (element.parentNode !== document.documentElement) document.documentElement.append(element);
      return shadow;
    },
    setAppearance(wanted) {
      if (wanted === appearance) return;
      appearance = wanted;
      dress();
    },
    remove() {
      element.remove();
    },
  };
}

/** Answers with what replaces the rules of the root. */
function rulesIn(document: Document, root: ShadowRoot): (css: string) => void {
  // No page policy forbids rules that are set through the object model, unlike a <style>.
  try {
    const sheet = new CSSStyleSheet();
    root.adoptedStyleSheets = [sheet];
    return (css) => void sheet.replaceSync(css);
  } catch {
    const style = document.createElement('style');
    root.append(style);
    return (css) => {
      style.textContent = css;
    };
  }
}
