// The pill beside a selection: five colours and a note. It is plain DOM, holds nothing of the reader's, and leaves the
// selection alone. Where a selection leaves it no room it is folded into one button. While it is shown, the digits 1 to 5, N and ? do what its buttons do; at no other time is a key taken.
import { type Colour, type ColourNames, colours } from '../../core/annotation.ts';
import { createButton, createIcon } from './controls.ts';
import { follow } from './follow.ts';
import { linesInView, linesOf, viewportOf } from './geometry.ts';
import type { Host } from './host.ts';
import { distanceOutside, freeSpot, grown, placeToolbar, type Size, type Spot } from './placing.ts';
import { isEditable } from './selection.ts';
import type { Words } from './words.ts';

export interface Toolbar {
  /** @param touch by a finger: its handles hang below the selection */
  show(range: Range, touch: boolean): void;
  hide(): void;
}

interface ToolbarOptions {
  document: Document;
  host: Host;
  words: Words;
  highlight(range: Range, colour: Colour): void;
  note(range: Range): void;
  /** Where the toolbar shall come; without it there is no such button. */
  more?(range: Range, keys: boolean): void;
  colourNames?(): ColourNames;
}

type Lines = NonNullable<ReturnType<typeof linesOf>>;

const outOfSight: Spot = { left: 0, top: -1000 };

/** Scrolled away by more than this, px, the selection has been left. */
const far = 200;

/** What a finger's handles hang below and stand above the selected words, px. */
const handles = 40;

const dots = 'M3.5 8h.01M8 8h.01M12.5 8h.01';
const pencil = 'M10.5 2.8 13.2 5.5 5.6 13.1 2.4 13.6 2.9 10.4ZM9 4.3 11.7 7';

export function createToolbar(options: ToolbarOptions): Toolbar {
  const { document, host, words, highlight, note, more, colourNames } = options;
  let element: HTMLElement | undefined;
  let range: Range | undefined;
  let byTouch = false;
  /** The reader has asked for all of it, wherever it stands. */
  let unfolded = false;
  let shown: AbortController | undefined;

  const leaveFor = (act: (range: Range) => void): void => {
    const selected = range;
    hide();
    if (selected !== undefined) act(selected);
  };

  const press = (act: (range: Range) => void): void => {
    if (range === undefined) return;
    leaveFor(act);
    // The colour is seen once the selection no longer covers it.
    document.getSelection()?.removeAllRanges();
  };

  const build = (): HTMLElement => {
    const bar = document.createElement('div');
    bar.className = 'toolbar';
    bar.setAttribute('role', 'toolbar');
    bar.setAttribute('aria-label', words.toolbar);
    const names = colourNames?.() ?? {};
    colours.forEach((colour, index) => {
      const name = names[colour];
      const swatch = createButton(document, {
        label: name ? words.highlightAs.replace('$1', name) : words.highlight[colour],
        className: 'swatch',
        shortcut: String(index + 1),
        press: () => press((selected) => highlight(selected, colour)),
      });
      swatch.style.setProperty('--colour', `var(--${colour})`);
      bar.append(swatch);
    });
    const parting = document.createElement('div');
    parting.className = 'parting';
    const icon = createIcon(document, pencil);
    const write = createButton(document, {
      label: words.writeNote,
      word: words.note,
      className: 'word',
      shortcut: 'N',
      icon,
      press: () => press(note),
    });
    bar.append(parting, write);
    if (more !== undefined) {
      const press = (): void => leaveFor((selected) => more(selected, false));
      const icon = createIcon(document, dots);
      bar.append(createButton(document, { label: words.more, shortcut: '?', icon, press }));
    }
    const unfold = (): void => {
      unfolded = true;
      place();
      bar.querySelector('button')?.focus();
    };
    bar.append(
      createButton(document, {
        label: words.toolbar,
        className: 'unfold',
        icon: createIcon(document, pencil),
        press: unfold,
      }),
    );
    // A press must not take the focus or the selection from the page.
    bar.addEventListener('mousedown', (event) => event.preventDefault());
    bar.addEventListener('keydown', (event) => walk(bar, event));
    return bar;
  };

  const place = (): void => {
    const lines = range === undefined ? undefined : linesOf(range);
    const viewport = viewportOf(document);
    if (
      range === undefined ||
      lines === undefined ||
      element === undefined ||
      distanceOutside(lines.all, viewport) > far
    ) {
      hide();
      return;
    }
    const { left, top } = spotFor(range, lines, element, viewport);
    element.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  };

  /** Beside the selection; else where it leaves a gap; else folded in a smaller gap; else out of sight. */
  const spotFor = (selected: Range, lines: Lines, bar: HTMLElement, viewport: Size): Spot => {
    const sized = (folded: boolean): Size => {
      bar.classList.toggle('folded', folded);
      return bar.getBoundingClientRect();
    };
    const whole = sized(false);
    const beside = placeToolbar(lines, whole, viewport, byTouch ? handles : 0);
    if (beside !== undefined) return beside;
    if (unfolded) return { left: (viewport.width - whole.width) / 2, top: viewport.height - whole.height };
    const taken = linesInView(selected, viewport);
    if (byTouch) taken.push(...[lines.first, lines.last].map((end) => grown(end, handles)));
    return freeSpot(taken, whole, viewport) ?? freeSpot(taken, sized(true), viewport) ?? outOfSight;
  };

  const onKey = (event: KeyboardEvent): void => {
    if (!event.isTrusted || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const target = event.composedPath()[0];
    if (target instanceof Element && isEditable(target)) return;
    const act = actionOf(event);
    if (act === undefined) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    act();
  };

  const actionOf = ({ key, code }: KeyboardEvent): (() => void) | undefined => {
    if (key === 'Escape') return hide;
    if (key === '?' && more !== undefined) return () => leaveFor((selected) => more(selected, true));
    // By place too: on a French keyboard the digits' keys give other signs.
    const digit = /^(?:Digit|Numpad)?([1-5])$/.exec(/^[1-5]$/.test(key) ? key : code)?.[1];
    const colour = colours[Number(digit) - 1];
    if (colour !== undefined) return () => press((selected) => highlight(selected, colour));
    return key.toLowerCase() === 'n' || code === 'KeyN' ? () => press(note) : undefined;
  };

  const hide = (): void => {
    shown?.abort();
    shown = undefined;
    range = undefined;
    element?.remove();
  };

  return {
    show(selected, touch) {
      hide();
      range = selected;
      byTouch = touch;
      unfolded = false;
      shown = new AbortController();
      element = build();
      host.root().append(element);
      place();
      document.defaultView?.addEventListener('keydown', onKey, { signal: shown.signal, capture: true });
      follow(document, shown.signal, place);
    },
    hide,
  };
}

/** Left and right go from button to button, as in every toolbar. */
function walk(bar: HTMLElement, event: KeyboardEvent): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  const buttons = [...bar.querySelectorAll('button')].filter((button) => button.checkVisibility());
  const focused = buttons.findIndex((button) => button.matches(':focus'));
  if (step === 0 || focused < 0) return;
  event.preventDefault();
  buttons[(focused + step + buttons.length) % buttons.length]?.focus();
}
