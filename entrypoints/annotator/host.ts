// The one element of ours in the page: the host of a closed shadow root, made when something is shown first. What
// stands in it holds no words of the reader; those are shown by pages of the extension in frames.
import { styles } from './styles.ts';

export interface Host {
  /** Not in the page until `root` is asked for. */
  readonly element: HTMLElement;
  /** Where to put things; puts the host (back) into the page. */
  root(): ShadowRoot;
  remove(): void;
}

export function createHost(document: Document): Host {
  const element = document.createElement('div');
  let shadow: ShadowRoot | undefined;
  return {
    element,
    root() {
      shadow ??= createRoot(document, element);
      // A page may have taken it away, or into something hidden.
      if (element.parentNode !== document.documentElement) document.documentElement.append(element);
      return shadow;
    },
    remove() {
      element.remove();
    },
  };
}

function createRoot(document: Document, element: HTMLElement): ShadowRoot {
  const root = element.attachShadow({ mode: 'closed' });
  // No page policy forbids rules that are set through the object model, unlike a <style>.
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement('style');
    style.textContent = styles;
    root.append(style);
  }
  return root;
}
