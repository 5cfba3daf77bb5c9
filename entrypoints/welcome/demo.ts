// What the extension does in an article, done in the sample: the same recogniser, painter, pointer and toolbar. What is
// made here lives in this page alone and goes with it.
import { browser } from 'wxt/browser';
import { type Colour, colours, entityTypes } from '../../core/annotation.ts';
import type { Mention, Recognition } from '../../core/entities/mention.ts';
import { recognise } from '../../core/entities/recognise.ts';
import { readTagger } from '../../core/entities/tagger.ts';
import { pageScheme } from '../../core/painting/page-scheme.ts';
import { createPainter } from '../../core/painting/painter.ts';
import { layerOf } from '../../core/painting/palette.ts';
import { indexRanges } from '../../core/painting/range-index.ts';
import { TextMapBuilder } from '../../core/text/text-map.ts';
import { createHost } from '../annotator/host.ts';
import { watchPointer } from '../annotator/pointer.ts';
import { watchSelection } from '../annotator/selection.ts';
import { createToolbar } from '../annotator/toolbar.ts';
import { readWords } from '../annotator/words.ts';

export interface DemoHighlight {
  id: string;
  colour: Colour;
  quote: string;
  range: Range;
  note: string;
}

interface DemoOptions {
  article: HTMLElement;
  recognised(recognition: Recognition): void;
  /** A mark was clicked; mentions count from 0. */
  named(index: number): void;
  /** Words were highlighted, or a highlight was clicked. */
  highlighted(highlight: DemoHighlight, write: boolean): void;
}

export interface Demo {
  /** Shows these highlights, and all mentions of one entity. */
  show(highlights: readonly DemoHighlight[], focus: number | undefined): void;
  stop(): void;
}

export function startDemo({ article, recognised, named, highlighted }: DemoOptions): Demo {
  const stopping = new AbortController();
  const { signal } = stopping;
  const document = article.ownerDocument;
  const host = createHost(document);
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  const painter = createPainter({ document, setStyles: (css) => void sheet.replaceSync(css) });
  const map = textOf(article);
  let mentions: readonly { mention: Mention; index: number; range: Range }[] = [];
  let shown: readonly DemoHighlight[] = [];
  let focus: number | undefined;

  const refresh = (): void => {
    // Dark or light may be chosen at any time, in the settings or in the browser.
    painter.setScheme(pageScheme(article));
    for (const type of entityTypes) {
      const ofType = mentions.filter(({ mention }) => mention.type === type);
      painter.paint(
        layerOf(type),
        ofType.map(({ range }) => range),
      );
    }
    for (const colour of colours) {
      const ofColour = shown.filter((each) => each.colour === colour);
      painter.paint(
        `highlight-${colour}`,
        ofColour.map(({ range }) => range),
      );
    }
    const noted = shown.filter(({ note }) => note !== '').map(({ range }) => range);
    const focused = mentions.filter(({ mention }) => mention.entity === focus).map(({ range }) => range);
    painter.paint('noted', noted);
    painter.paint('focus', focused);
  };

  const make = (range: Range, colour: Colour, write: boolean): void => {
    const quote = range.toString();
    highlighted({ id: crypto.randomUUID(), colour, quote, range, note: '' }, write);
  };

  const toolbar = createToolbar({
    document,
    host,
    words: readWords(),
    highlight: (range, colour) => make(range, colour, false),
    note: (range) => make(range, 'yellow', true),
  });
  watchSelection(document, host.element, signal, {
    selected: (range, touch) => article.contains(range.commonAncestorContainer) && toolbar.show(range, touch),
    unselected: toolbar.hide,
  });
  watchPointer({
    document,
    ours: host.element,
    signal,
    hover: () => painter.setScheme(pageScheme(article)),
    pressed: () => {},
    click({ x, y }) {
      const own = shown.map((value) => ({ range: value.range, value: () => highlighted(value, false) }));
      const names = mentions.map(({ range, index }) => ({ range, value: () => named(index) }));
      indexRanges(document, [...own, ...names]).at(x, y)[0]?.();
    },
  });

  recogniseIn(map.text).then(
    (recognition) => {
      if (signal.aborted) return;
      mentions = recognition.mentions.flatMap((mention, index) => {
        const range = map.rangeAt(mention.start, mention.end);
        return range === undefined ? [] : [{ mention, index, range }];
      });
      recognised(recognition);
      refresh();
    },
    (error: unknown) => reportError(error),
  );
  refresh();
  return {
    show(highlights, entity) {
      shown = highlights;
      focus = entity;
      refresh();
    },
    stop() {
      stopping.abort();
      toolbar.hide();
      host.remove();
      painter.stop();
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    },
  };
}

async function recogniseIn(text: string): Promise<Recognition> {
  const response = await fetch(browser.runtime.getURL('/models/en.model'));
  const en = readTagger(new Uint8Array(await response.arrayBuffer()));
  return recognise({ text, links: [], lang: 'en' }, { en });
}

function textOf(article: HTMLElement) {
  const builder = new TextMapBuilder();
  for (const block of article.querySelectorAll('[data-block]')) {
    if (builder.length > 0) builder.addBreak('\n\n');
    for (const node of block.childNodes) if (node instanceof Text) builder.addNode(node);
  }
  return builder.build();
}
