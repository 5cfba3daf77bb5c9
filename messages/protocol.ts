// Every call between the parts of the extension, one interface per direction: who may say what to whom.
// Types only. A web page is hostile, and its content scripts could be taken over with it: what they may ask for
// (PageToBackground) never returns the reader's words.
import type {
  Annotation,
  Colour,
  ColourNames,
  EntityType,
  NewAnnotation,
  NoteDraft,
  PageAnnotation,
  Saved,
  Selector,
} from '../core/annotation.ts';
import type { Appearance } from '../core/appearance.ts';
import type { ArticleMetadata } from '../core/article/article.ts';
import type { Fix, Reach } from '../core/entities/corrections.ts';
import type { NamedHere } from '../core/entities/list-names.ts';
import type { Entity, RecogniseInput, Recognition } from '../core/entities/mention.ts';
import type { EntityName } from '../core/entities/name-key.ts';

export type { NewAnnotation, NoteDraft, Saved } from '../core/annotation.ts';

/** Calls of the spotter and the annotator. All may be repeated: a repeated save changes nothing. */
export interface PageToBackground {
  /** The spotter calls this page an article. Loads the annotator unless the reader has switched the site off. */
  articleSpotted(): void;
  /** The annotator has read the article; answers with what to paint. */
  openArticle(article: ArticleMetadata): OpenedArticle;
  /** What stands on this article now. */
  listAnnotations(url: string): readonly PageAnnotation[];
  recognise(input: RecogniseInput): Recognition;
  /** Keeps a highlight, or a note that has no words yet. Acknowledged when it is on disk. */
  saveAnnotation(annotation: NewAnnotation): Saved;
  /** The reader has said which of several like places a passage is: keeps how it stands there. The words stay the same. */
  placeAnnotation(id: string, selector: readonly Selector[]): Saved;
  /** Takes back one change, named by what `Saved` told. */
  undo(changeId: string): void;
  /** Announces a card, so that the frame that opens next may ask for its content; answers with the frame's ticket. */
  openCard(request: CardRequest): string;
  /** Opens the announced card in a window of its own: the page's policy does not allow our frame. */
  openCardInWindow(ticket: string): void;
  /** Puts our `::highlight` rules into the page without touching its DOM, in place of those put there before. */
  styleHighlights(css: string): void;
}

/** What the reader's settings ask of one page. */
export interface PageSettings {
  /** Whether entity marks are shown on this site. */
  marksShown: boolean;
  /** Kinds of names that are not marked. */
  kindsOff: readonly EntityType[];
  /** Of each entity the first mention alone is marked. */
  firstOnly: boolean;
  /** Whether the toolbar comes beside a selection. */
  toolbarShown: boolean;
  appearance: Appearance;
  /** Of the reader's own; they stand in the toolbar. */
  colourNames: ColourNames;
}

/** Which of the article's names are marked for now; without either, as the settings say. */
export interface MarkFilter {
  type?: EntityType;
  name?: EntityName;
}

export interface OpenedArticle {
  annotations: readonly PageAnnotation[];
  settings: PageSettings;
  /** The annotation that the reader came for: scroll to it and flash it. */
  goTo?: string;
}

/** Where the toolbar comes beside a selection. */
export interface ToolbarShown {
  here: boolean;
  everywhere: boolean;
}

/** What a card shows; the reader's words are added by the background when our own frame asks. */
export type CardRequest =
  | {
      kind: 'annotation';
      id: string;
      /** Put the cursor into the note. */
      write: boolean;
      /** What the passage says in the page now, when it was edited. */
      now?: string;
    }
  /** Where the toolbar shall come, and which keys there are. */
  | { kind: 'toolbar'; keys: boolean /** Asked for with `?`: they stand open. */ }
  | {
      kind: 'entity';
      entity: Entity;
      count: number /** 1-based */;
      position: number;
      reason: string;
      /** How sure the recogniser is, 0 to 1. */
      score?: number;
      mention: Annotation['target'];
      /** The words of the mention and what stands beside them in the article's text. */
      form: string;
      before: string;
      after: string;
    };

/** What the reader says of a mark, on its card. */
export interface NameCorrection {
  name: string;
  type: EntityType;
  form: string;
  before: string;
  after: string;
  reach: Reach;
  fix: Fix;
}

export type Card = { tabId: number; colourNames: ColourNames } & (
  | { kind: 'annotation'; annotation: Annotation; write: boolean; now?: string; knownTags: readonly string[] }
  | { kind: 'toolbar'; keys: boolean; host: string; shown: ToolbarShown }
  | (Extract<CardRequest, { kind: 'entity' }> & {
      notes: readonly Annotation[];
      /** How many more there are on the entity in other articles. */
      elsewhere: number;
    })
);

/** Calls of our own pages: the editor's frame and the popup. */
export interface ExtensionToBackground {
  /** The content of an announced card; undefined when the ticket is unknown or was used before. */
  claimCard(ticket: string): Card | undefined;
  /** Writes the reader's words; creates the annotation when it is new (a note on an entity or on the page). */
  saveNote(note: NoteDraft): Saved;
  setColour(id: string, colour: Colour): Saved;
  setTags(id: string, tags: readonly string[]): Saved;
  deleteAnnotation(id: string): Saved;
  undo(changeId: string): void;
  /** The annotations or settings were changed in the database by one of our pages: tell the open tabs. */
  changed(): void;
  /** Loads the annotator into a page that was not spotted, or whose site was switched on again. */
  annotateAnyway(tabId: number): void;
  /** Brings the tab that shows the annotation's article to the front, or opens one, and flashes the passage. */
  showAnnotation(id: string): void;
  tabState(tabId: number): TabState;
  /** For a page of ours that is framed in a web page: there it may have no database. */
  appearance(): Appearance;
  /** Shows the toolbar on a site, or everywhere, or not; answers with where it is shown then. */
  showToolbar(host: string, change: Partial<ToolbarShown>): ToolbarShown;
  /** Opens the library at what was written on an entity. */
  openEntity(entity: EntityName): void;
  /** The commands of the manifest with the keys that they have now. */
  shortcuts(): readonly { name: string; keys: string }[];
  /** Learns a correction of a name in a tab's article; answers with its id, to take it back by. */
  correctName(tabId: number, correction: NameCorrection): string;
  takeBackCorrection(id: string): void;
  /** Corrections or the names to watch were changed in the database by one of our pages: names are marked anew. */
  namesChanged(): void;
  /** Writes a backup now, into the folder of downloads; what became of it is told in its state. */
  backUp(): void;
  /** A new database was begun in place of a damaged one: brings the notes back from the second copy. */
  bringBack(): void;
  /** Hands a call of `ToPage` on to a tab, for a page of ours that cannot reach tabs; answers with the reply. */
  callPage(tabId: number, message: unknown): unknown;
}

/** Calls of the background to the page that nobody sees (Chromium). */
export interface ToOffscreen {
  /** All that is kept as a file; answers with its address, good until the page is closed. */
  makeBackup(): string;
}

/** What the popup says of a tab. `unreachable`: browser pages, stores, files: no extension may work there. */
export interface TabState {
  page: 'article' | 'annotated-anyway' | 'not-spotted' | 'site-off' | 'unreachable';
  url: string;
  articleId?: string;
}

/** Calls to the annotator in a tab. */
export interface ToPage {
  /** What the reader sees there. */
  pageState(): PageState;
  /** Scrolls to a passage and flashes it; false when it is not in the page. */
  showAnnotation(id: string): boolean;
  /** The annotations or the settings changed: paint anew. */
  articleChanged(settings: PageSettings): void;
  /** Shows or hides the entity marks for now, until the page is loaded again. */
  setMarks(shown: boolean): void;
  /** Marks one kind of names or one entity alone, until the page is left. */
  filterMarks(filter: MarkFilter): void;
  /** Who is who in the article, the heaviest first. */
  names(): readonly NamedHere[];
  /** Goes to the mention of an entity that stands so many after the last one; undefined: it is not here any more. */
  showName(name: EntityName, step: -1 | 0 | 1): ShownMention | undefined;
  /** What the reader says of names has changed: marks them anew. */
  namesChanged(): void;
  /** A keyboard command: goes to the next or previous highlight, or marked name, and offers its card. */
  walk(what: 'highlight' | 'name', step: -1 | 1): void;
  /** The context menu or the keyboard command. */
  highlightSelection(colour: Colour): void;
  noteOnSelection(): void;
  resizeCard(height: number): void;
  closeCard(): void;
  /** A change made in the card: offers to undo it. */
  offerUndo(changeId: string, what: 'deleted' | 'recoloured'): void;
  /** Goes to the previous or next mention of the card's entity; answers with its position, from 1. */
  stepMention(step: -1 | 1): number;
  /** Takes everything of ours out of the page. */
  stop(): void;
}

/** A mention that the page was led to. */
export interface ShownMention {
  /** Among those of its entity, from 1. */
  position: number;
  /** Its words and what stands beside them in the article's text. */
  form: string;
  before: string;
  after: string;
}

export interface PageState {
  article: ArticleMetadata;
  marksShown: boolean;
  /** How many entities of each kind are marked. */
  entityCount: number;
  coverage: Recognition['coverage'];
  filter: MarkFilter;
  /** Counts how often names were recognised: another number, and `names` answers anew. */
  recognised: number;
  /** Annotations whose passage is not in the page now. */
  notFound: readonly string[];
  /** Those whose passage was changed, and its words as they stand now. */
  edited: readonly { id: string; now: string }[];
  /** Those of `notFound` whose words stand in several places: the reader is asked which it is. */
  unclear?: readonly string[];
}

/** What the annotator tells those of our pages that look on (messages/news.ts). */
export interface PageNews {
  state: PageState;
  /** The annotation whose passage is being read; undefined when none is in view. */
  current?: string;
}
