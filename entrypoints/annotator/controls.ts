// The few elements that toolbar and bars are made of. Only what a person does counts: events made by scripts do not.

export interface ButtonOptions {
  label: string;
  /** Shown as text; without it the label is read aloud only. */
  word?: string;
  className?: string;
  /** As for `aria-keyshortcuts`. */
  shortcut?: string;
  icon?: SVGElement;
  press(): void;
}

export function createButton(document: Document, options: ButtonOptions): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = options.className ?? '';
  if (options.word === undefined || options.word !== options.label) button.setAttribute('aria-label', options.label);
  button.title = options.shortcut === undefined ? options.label : `${options.label} (${options.shortcut})`;
  if (options.shortcut !== undefined) button.setAttribute('aria-keyshortcuts', options.shortcut);
  if (options.icon !== undefined) button.append(options.icon);
  if (options.word !== undefined) button.append(options.word);
  button.addEventListener('click', (event) => {
    event.stopPropagation();
    if (event.isTrusted) options.press();
  });
  return button;
}

/** A picture of one line. `path` as in SVG, on a field of 16 by 16. */
export function createIcon(document: Document, path: string): SVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const icon = document.createElementNS(space, 'svg');
  icon.setAttribute('viewBox', '0 0 16 16');
  icon.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(space, 'path');
  line.setAttribute('d', path);
  icon.append(line);
  return icon;
}
