// One article in the page, from reading it to leaving it. The state is kept here alone and flows one way: a change of
// it is painted; nothing is read back from what was painted. All work that waits goes through one queue, so that two
// changes of the page never work on each other's half-done state. Never changes the page's DOM.
import type { PageAnnotation, Selector } from '../../core/annotation.ts';
import type { Article } from '../../core/article/read-article.ts';
import { addressOf } from '../../core/article/watch-address.ts';
import { type ArticleText, beginningOf } from '../../core/text/article-text.ts';
import { type PageText, readPageText } from '../../core/text/page-text.ts';
import type { NewAnnotation, PageSettings, PageToBackground } from '../../messages/protocol.ts';
import type { Caller } from '../../messages/wire.ts';
import { placeAnnotations, placeMentions } from './place.ts';
import { hasFallen, type PlacedAnnotation, type Reading, standOf, stands } from './reading.ts';

export interface Surroundings {
  document: Document;
  background: Caller<PageToBackground>;
  readArticle(document: Document, signal: AbortSignal): Promise<Article | undefined>;
  /** Our own host element: what stands in it is not the page's text. */
  skip: Element;
  /** Called after each change of the state. */
  changed(reading: Reading): void;
  /** The reader came for this annotation. */
  goTo(id: string): void;
  /** Work that nobody waits for has failed. */
  failed(error: unknown): void;
}

/** So many units of text more or less on the page, and the article is read again: "continue reading", late content. */
const notable = 200;
/** A text that is twice as long has its beginning, UTF-16 units, marked before the rest is looked at. */
const firstPart = 40_000;
/** The least pause between two readings of the article, ms; it grows while the page goes on changing. */
const firstPause = 1500;
const longestPause = 60_000;

export class Session {
  readonly address: string;
  /** Settles when the article has been read and its annotations were painted. */
  readonly ready: Promise<void>;
  readonly #around: Surroundings;
  readonly #stop = new AbortController();
  #queue: Promise<void> = Promise.resolve();
  #reading: Reading;
  #page: PageText | undefined;
  #length: number | undefined;
  /** Made here and not yet known to be kept. */
  readonly #own = new Map<string, PlacedAnnotation>();
  /** How much text the page had when the article was read and when annotations were placed last. */
  #lengthRead = 0;
  #lengthPlaced = 0;
  #pause = firstPause;
  #readAgainAfter = 0;
  #announced = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(around: Surroundings) {
    this.#around = around;
    this.address = addressOf(around.document.location);
    this.#reading = {
      metadata: { url: this.address, title: around.document.title },
      text: undefined,
      annotations: [],
      recognition: undefined,
      recognised: 0,
      mentions: [],
      settings: {
        marksShown: false,
        kindsOff: [],
        firstOnly: false,
        toolbarShown: true,
        appearance: 'auto',
        colourNames: {},
      },
      filter: {},
      focus: undefined,
      flash: undefined,
    };
    this.ready = this.#next(() => this.#open());
  }

  get reading(): Reading {
    return this.#reading;
  }

  /** The page's text as it stands; read once, until it is told to have changed. `anew` does not wait for that. */
  page(anew = false): PageText {
    if (anew) this.#page = undefined;
    this.#page ??= readPageText(this.#around.document, this.#around.skip);
    return this.#page;
  }

  /** Changes what is shown: focus, flash, which names. */
  show(change: Partial<Pick<Reading, 'focus' | 'flash' | 'filter'>>): void {
    this.#set(change);
  }

  /** Shows or hides the marks, whatever the settings say. */
  showMarks(marksShown: boolean): void {
    this.#set({ settings: { ...this.#reading.settings, marksShown } });
  }

  /** Shows an annotation that was just made, before it is kept. */
  add(made: NewAnnotation, range: Range): void {
    const placed: PlacedAnnotation = {
      annotation: { ...made, hasNote: false },
      state: 'exact',
      stand: standOf(range),
    };
    this.#own.set(made.id, placed);
    this.#set({ annotations: [...this.#reading.annotations, placed] });
  }

  /** The reader has said where a passage stands. */
  place(id: string, selector: readonly Selector[], range: Range): void {
    const moved = ({ annotation }: PlacedAnnotation): PlacedAnnotation => ({
      annotation: { ...annotation, target: { ...annotation.target, selector } },
      state: 'exact',
      stand: standOf(range),
    });
    const annotations = this.#reading.annotations.map((each) => (each.annotation.id === id ? moved(each) : each));
    this.#set({ annotations });
  }

  /** The annotation is on disk: from now on the background's list tells whether it still is. */
  kept(id: string): void {
    this.#own.delete(id);
  }

  /** The annotations were changed elsewhere: asks for them again. */
  reload(settings: PageSettings): Promise<void> {
    this.#set({ settings });
    return this.#next(async () => {
      const { metadata } = this.#reading;
      await this.#place(await this.#around.background.call('listAnnotations', metadata.url));
    });
  }

  /** The reader has corrected names: marks them anew. */
  markAgain(): void {
    void this.#next(() => this.#recognise()).catch(ignore);
  }

  /** The page is shown again, from the cache of pages or after the extension was asked for it once more. */
  reopen(): void {
    void this.#next(() => this.#announce(undefined)).catch(ignore);
  }

  /** The page's text has changed: puts back what the change has taken away, reads what has come. */
  refresh(): void {
    this.#length = undefined;
    void this.#next(() => this.#follow()).catch(ignore);
  }

  /**
   * The page is just being changed: puts back the highlights that the change has taken away, before that is seen. Waits
   * for nothing else: where other work places annotations meanwhile, that holds. Undefined when nothing is to be done.
   */
  mend(): Promise<void> | undefined {
    const before = this.#reading.annotations;
    if (!before.some(({ stand }) => stand !== undefined && hasFallen(stand))) return undefined;
    const page = readPageText(this.#around.document, this.#around.skip);
    const list = before.map(({ annotation }) => annotation);
    return placeAnnotations(() => page, list, before, this.#stop.signal).then((annotations) => {
      if (this.#reading.annotations === before) this.#set({ annotations });
    }, ignore);
  }

  stop(): void {
    this.#stop.abort();
    clearTimeout(this.#timer);
  }

  async #open(): Promise<void> {
    const article = await this.#read();
    this.#set({ text: article?.text });
    void this.#next(() => this.#recognise()).catch(ignore);
    await this.#announce(article);
  }

  async #read(): Promise<Article | undefined> {
    this.#lengthRead = this.#textLength();
    const article = await this.#around.readArticle(this.#around.document, this.#stop.signal);
    this.#stop.signal.throwIfAborted();
    return article;
  }

  /** Tells the background which article this is, and paints what stands on it. */
  async #announce(article: Article | undefined): Promise<void> {
    if (article !== undefined) this.#set({ metadata: article.metadata });
    this.#announced = false;
    const opened = await this.#around.background.call('openArticle', this.#reading.metadata);
    this.#announced = true;
    this.#set({ settings: opened.settings });
    await this.#place(opened.annotations);
    if (opened.goTo !== undefined) this.#around.goTo(opened.goTo);
  }

  async #place(annotations: readonly PageAnnotation[]): Promise<void> {
    this.#lengthPlaced = this.#textLength();
    const listed = new Set(annotations.map(({ id }) => id));
    const own = [...this.#own.values()].map(({ annotation }) => annotation).filter(({ id }) => !listed.has(id));
    const before = this.#reading.annotations;
    const page = () => this.page();
    const placed = await placeAnnotations(page, [...annotations, ...own], before, this.#stop.signal);
    this.#set({ annotations: placed });
  }

  async #recognise(): Promise<void> {
    const { text, recognition: before } = this.#reading;
    if (text === undefined) return this.#set({ recognition: undefined, mentions: [] });
    // The reader starts at the top, and need not wait for the end of a long text.
    if (before === undefined && text.text.length > 2 * firstPart) await this.#mark(text, beginningOf(text, firstPart));
    await this.#mark(text, text.text.length);
  }

  /** Marks the text up to `end`. */
  async #mark(text: ArticleText, end: number): Promise<void> {
    const recognition = await this.#around.background.call('recognise', {
      text: text.text.slice(0, end),
      links: text.links.filter((link) => link.end <= end),
      ...(text.lang === undefined ? {} : { lang: text.lang }),
    });
    const mentions = await placeMentions(text, recognition.mentions, this.#stop.signal);
    this.#set({ recognition, mentions, recognised: this.#reading.recognised + 1, focus: undefined });
  }

  /** Brings everything in step with the page, and makes good what has failed before. */
  async #follow(): Promise<void> {
    this.#page = undefined;
    if (!this.#announced) await this.#announce(undefined);
    const { annotations } = this.#reading;
    const fallen = annotations.some(({ stand }) => stand !== undefined && !stands(stand));
    const missing = annotations.some(({ annotation: { target }, stand }) => {
      return stand === undefined && target.selector.length > 0;
    });
    if (fallen || (missing && this.#textLength() !== this.#lengthPlaced)) {
      await this.#place(annotations.map(({ annotation }) => annotation));
    }
    if (this.#isOutdated()) await this.#readAgain();
    else if (this.#reading.recognition === undefined) await this.#recognise();
  }

  /** Whether the article's text is no longer what was read of it. */
  #isOutdated(): boolean {
    const { text, mentions } = this.#reading;
    return (
      Math.abs(this.#textLength() - this.#lengthRead) >= notable ||
      (text?.pieces.some(({ node }) => !node.isConnected) ?? false) ||
      mentions.some((mention) => !stands(mention))
    );
  }

  async #readAgain(): Promise<void> {
    const now = performance.now();
    if (now < this.#readAgainAfter) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.refresh(), this.#readAgainAfter - now);
      return;
    }
    this.#pause = now - this.#readAgainAfter > longestPause ? firstPause : Math.min(this.#pause * 1.5, longestPause);
    this.#readAgainAfter = now + this.#pause;
    const { text, recognition, metadata } = this.#reading;
    const article = await this.#read();
    this.#set({ text: article?.text });
    if (article !== undefined && article.text.text === text?.text && recognition !== undefined) {
      this.#set({ mentions: await placeMentions(article.text, recognition.mentions, this.#stop.signal) });
    } else {
      await this.#recognise();
    }
    if (article !== undefined && article.metadata.title !== metadata.title) await this.#announce(article);
  }

  #textLength(): number {
    this.#length ??= this.#around.document.body?.textContent.length ?? 0;
    return this.#length;
  }

  #set(change: Partial<Reading>): void {
    if (this.#stop.signal.aborted) return;
    this.#reading = { ...this.#reading, ...change };
    this.#around.changed(this.#reading);
  }

  /** Does the work when what waits before it is done. Its failure is told; who waits for it is told too. */
  #next(work: () => Promise<void>): Promise<void> {
    const done = this.#queue.then(() => {
      this.#stop.signal.throwIfAborted();
      return work();
    });
    this.#queue = done.catch((error: unknown) => {
      if (!this.#stop.signal.aborted) this.#around.failed(error);
    });
    return done;
  }
}

/** For work that nobody waits for: the queue has told of its failure. */
function ignore(): void {}
