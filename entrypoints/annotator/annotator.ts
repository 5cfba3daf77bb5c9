// The annotator of one page: joins the session (what is known and painted) with what the reader does and what the
// other parts of the extension ask for. Whatever it starts ends with its signal.
import { readArticle } from '../../core/article/read-article.ts';
import { addressOf, pathOf, watchAddress } from '../../core/article/watch-address.ts';
import { createPainter } from '../../core/painting/painter.ts';
import { watchText } from '../../core/text/watch-text.ts';
import { background } from '../../messages/callers.ts';
import type { ToPage } from '../../messages/protocol.ts';
import { ExtensionGone, type Handlers } from '../../messages/wire.ts';
import { createBar } from './bar.ts';
import { createCard } from './card.ts';
import { createCards } from './cards.ts';
import { createChooser } from './chooser.ts';
import { createFinder, firstIn } from './finder.ts';
import { flashIn } from './flash.ts';
import { createHost } from './host.ts';
import { createKeeper } from './keeper.ts';
import { createMarker, type Marked } from './marker.ts';
import { mendInFrames } from './mend.ts';
import { createNews } from './news.ts';
import { namesIn, pageStateOf } from './page-state.ts';
import { paintWith } from './paint.ts';
import { createPeek } from './peek.ts';
import { watchPointer } from './pointer.ts';
import { schemeOf } from './scheme.ts';
import { selectedRange, watchSelection } from './selection.ts';
import { Session } from './session.ts';
import { answerCalls } from './to-page.ts';
import { createToolbar } from './toolbar.ts';
import { sentenceFor } from './trouble.ts';
import { createWalk } from './walk.ts';
import { readWords } from './words.ts';

export interface Annotator {
  /** The page was called an article (again): opens it. */
  wake(): void;
}

/** How long a message stays that offers something, ms. */
const messageStays = 10_000;
/** After a failure that nobody asked for, the session tries again, ms. */
const healing = 10_000;

/** @param stopped called when everything was taken out of the page */
export function startAnnotator(document: Document, view: Window, stopped: () => void): Annotator {
  const stopping = new AbortController();
  const { signal } = stopping;
  const words = readWords();
  const host = createHost(document);
  const bar = createBar(document, host, words);
  const find = createFinder(document);
  const painter = createPainter({
    document,
    scheme: schemeOf(document, undefined),
    setStyles: (css) => void background.call('styleHighlights', css).catch(failedAlone),
  });
  const paint = paintWith(painter);
  let session: Session | undefined;
  const news = createNews({ document, signal, session: () => session });
  let hovered: number | undefined;

  const begin = (): void => {
    const started = new Session({
      document,
      background,
      readArticle,
      skip: host.element,
      changed(reading) {
        paint(reading);
        news.changed();
      },
      goTo: showAnnotation,
      failed(error) {
        failedAlone(error);
        setTimeout(() => started.refresh(), healing);
      },
    });
    session = started;
    started.ready.then(adopt, () => {});
  };

  /** Takes over how the page looks now. */
  const adopt = (): void => {
    host.setAppearance(session?.reading.settings.appearance ?? 'auto');
    painter.setScheme(schemeOf(document, session?.reading.text));
    painter.check();
    chooser.look();
  };

  /** The page has become another one: what was painted belongs to the one before. */
  const leave = (): void => {
    session?.stop();
    session = undefined;
    hovered = undefined;
    peek.hide();
    toolbar.hide();
    frame.close();
    paint(undefined);
  };

  const stop = (): void => {
    if (signal.aborted) return;
    leave();
    stopping.abort();
    keeper.stop();
    stopAnswering();
    stopWatching();
    painter.stop();
    bar.hide();
    host.remove();
    stopped();
  };

  /** Something that the reader did not ask for has failed: they are not told. */
  function failedAlone(error: unknown): void {
    if (error instanceof ExtensionGone) stop();
  }

  /** Something that the reader asked for has failed. */
  const failed = (error: unknown, otherwise: string, retry?: () => void): void => {
    // After an update nothing works any more in this page.
    if (error instanceof ExtensionGone) stop();
    const action = retry === undefined || signal.aborted ? {} : { action: { word: words.tryAgain, press: retry } };
    bar.show({ text: sentenceFor(error, words, otherwise), urgent: true, ...action });
  };

  const keeper = createKeeper({
    background,
    saved: (id) => session?.kept(id),
    failed: (error) => failed(error, words.notSaved, () => keeper.retry()),
    recovered: () => bar.hide(),
  });

  const frame = createCard({
    document,
    host,
    background,
    title: words.card,
    closed: () => cards.closed(),
    failed: (error) => failed(error, words.noCard),
  });

  const refocus = (): void => {
    const focus = hovered ?? cards.entity();
    if (session !== undefined && session.reading.focus !== focus) session.show({ focus });
  };

  const flash = (range: Range): void => flashIn(session, range);

  const cards = createCards({ frame, background, session: () => session, bringForward: flash, changed: refocus });

  const chooser = createChooser({ bar, words, background, session: () => session, failed });

  const walk = createWalk({ session: () => session, bringForward: flash, offer: (found) => peek.offer(found) });

  function showAnnotation(id: string): boolean {
    const placed = session?.reading.annotations.find(({ annotation }) => annotation.id === id);
    if (placed?.stand !== undefined) flash(placed.stand.range);
    else if (chooser.open(id)) return true;
    // A note on the page as a whole stands nowhere in it.
    return placed !== undefined && (placed.stand !== undefined || placed.annotation.target.selector.length === 0);
  }

  const opening = (card: Promise<void>): void => {
    card.catch((error: unknown) => failed(error, words.noCard));
  };

  const marker = createMarker({
    session: () => session,
    keeper,
    write: (id) => opening(cards.write(id)),
  });

  const mark = (range: Range | undefined, make: (range: Range) => Marked): void => {
    toolbar.hide();
    const marked = range === undefined ? 'no-text' : make(range);
    if (marked === 'made') return;
    bar.show({ text: marked === 'too-long' ? words.tooLong : words.selectFirst, stay: messageStays });
  };

  const toolbar = createToolbar({
    document,
    host,
    words,
    highlight: (range, colour) => mark(range, () => marker.highlight(range, colour)),
    note: (range) => mark(range, marker.note),
    more: (range, keys) => opening(cards.openOptions(range, keys)),
    colourNames: () => session?.reading.settings.colourNames ?? {},
  });

  watchSelection(document, host.element, signal, {
    selected: (range, touch) => session?.reading.settings.toolbarShown && toolbar.show(range, touch),
    unselected: toolbar.hide,
  });

  const peek = createPeek({
    document,
    host,
    signal,
    label: words.showCard,
    foundAt: (point) => session && find(session.reading, point),
    foundIn: (element) => session && firstIn(session.reading, element),
    open: (found, point) => opening(cards.openAt(found, point)),
  });

  watchPointer({
    document,
    ours: host.element,
    signal,
    hover(point) {
      const found = point && session && find(session.reading, point);
      peek.hover(found, point);
      hovered = found?.kind === 'mention' ? found.placed.mention.entity : undefined;
      painter.check();
      refocus();
    },
    click(point) {
      const found = session && find(session.reading, point);
      if (found !== undefined) opening(cards.openAt(found, point));
    },
    pressed: frame.close,
  });

  view.addEventListener(
    'keydown',
    (event) => {
      if (event.isTrusted && event.key === 'Escape') frame.close();
    },
    { signal },
  );

  // Reading goes on by scrolling where there is no pointer to move.
  document.addEventListener('scroll', () => painter.check(), { signal, capture: true, passive: true });

  const stopWatching = watchText(
    document,
    host.element,
    () => {
      session?.refresh();
      session?.ready.then(adopt, () => {});
    },
    mendInFrames(view, signal, () => session?.mend()),
  );
  watchAddress(view, signal, (address) => {
    // Pages write into their query what they remember of the reading; it is still the page that was asked for.
    const samePage = pathOf(address) === pathOf(session?.address ?? '');
    leave();
    if (samePage) begin();
  });
  view.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', adopt, { signal });

  const handlers: Handlers<ToPage> = {
    pageState() {
      if (session === undefined) throw new Error('no-article');
      return pageStateOf(session.reading);
    },
    async showAnnotation(_sender, id) {
      await session?.ready;
      return showAnnotation(id);
    },
    async articleChanged(_sender, settings) {
      if (!settings.toolbarShown) toolbar.hide();
      await session?.reload(settings);
      adopt();
    },
    setMarks: (_sender, marksShown) => session?.showMarks(marksShown),
    filterMarks: (_sender, filter) => session?.show({ filter }),
    names: () => (session === undefined ? [] : namesIn(session.reading)),
    showName: (_sender, name, step) => walk.among(name, step),
    namesChanged: () => session?.markAgain(),
    async walk(_sender, what, step) {
      await session?.ready;
      if (walk.to(what, step)) return;
      bar.show({ text: what === 'name' ? words.noNames : words.noHighlights, stay: messageStays });
    },
    highlightSelection: (_sender, colour) =>
      mark(selectedRange(document, host.element), (range) => marker.highlight(range, colour)),
    noteOnSelection: () => mark(selectedRange(document, host.element), marker.note),
    resizeCard: (_sender, height) => frame.resize(height),
    closeCard: () => frame.close(),
    offerUndo(_sender, changeId, what) {
      const undo = (): void => {
        background.call('undo', changeId).catch((error: unknown) => failed(error, words.notUndone, undo));
      };
      bar.show({ text: words[what], action: { word: words.undo, press: undo }, stay: messageStays });
    },
    stepMention: (_sender, step) => cards.step(step),
    stop: () => stop(),
  };
  const stopAnswering = answerCalls(handlers);

  begin();
  return {
    wake() {
      if (session?.address === addressOf(document.location)) session.reopen();
      else begin();
    },
  };
}
