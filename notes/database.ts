// The one database of the extension. Indexes are few on purpose: each one costs every write. Facets and searches are
// answered by the index in search/, never by a walk through the tables.
// Nothing is numbered that two machines would both number: ids are made of time and chance, and what is counted here
// (`entities`, `counts`, `unindexed`, `uncopied`) can be made anew from the annotations and is never exchanged.
import { Dexie, type DexieOptions, type Table } from 'dexie';
import type { Annotation, Colour, ColourNames, EntityType, Selector } from '../core/annotation.ts';
import type { Appearance } from '../core/appearance.ts';
import type { ArticleMetadata } from '../core/article/article.ts';
import type { Correction } from '../core/entities/corrections.ts';
import type { WatchedName } from '../core/entities/watched-names.ts';
import type { Likeness } from './same-article.ts';
import type { Segment } from './search/segment.ts';
import { upgradeToSecond } from './upgrade.ts';

export interface StoredAnnotation extends Annotation {
  articleId: string;
  /** When it was deleted, in ms since 1970; 0 while it is not. Deleted annotations are kept, so that all can be undone. */
  deleted: number;
  /** Where and when each field was written last, for a later exchange between machines; none since it was made. */
  changed?: Partial<Record<Field, Stamp>>;
}

/** What of an annotation can be changed; the rest is as it was made. */
export type Field = Edit['field'];

/** A field with a value for it. */
export type Edit =
  | { field: 'note'; value: string }
  | { field: 'tags'; value: readonly string[] }
  | { field: 'colour'; value: Colour | undefined }
  | { field: 'selector'; value: readonly Selector[] }
  | { field: 'deleted'; value: number };

export interface Stamp {
  /** In ms since 1970. */
  at: number;
  /** The machine that it was done on: `Machine.id`. */
  origin: string;
}

export interface StoredArticle extends ArticleMetadata {
  id: string;
  /** Every address that it was seen under, as `addressKey` of article-url.ts writes it. */
  addresses: readonly string[];
  /** Of the article's words, to know a copy elsewhere (see text-hash.ts); missing when they were not read. */
  textHash?: string;
  /** What copies have in common with it: its canonical address, its number, parts of `textHash`. */
  alike?: readonly string[];
  /** The article that this one is the same as: its annotations stand there. */
  joined?: Join;
}

export interface Join extends Stamp {
  /** Id of the other article, which may be joined itself. */
  to: string;
  by: Likeness | 'reader';
}

/** What a field was before one change. Kept for as long as what was deleted. */
export interface Change extends Stamp {
  /** UUID version 7: changes of one annotation sort by time. */
  id: string;
  /** What the reader did in one go has one name, and is undone as one. */
  action: string;
  annotationId: string;
  before: Edit;
}

/** Annotations that were made in one go. */
export interface Making {
  id: string;
  action: string;
  ids: readonly string[];
}

/** A deleted annotation. It stays when the record is gone, so that another machine learns of it. */
export interface Deletion extends Stamp {
  id: string;
  /** The record is gone. */
  purged?: true;
}

/** An entity that at least one annotation is about. */
export interface MetEntity {
  /** `entityKey` of its type and name. */
  id: string;
  name: string;
  type: EntityType;
  /** How many annotations are about it. */
  count: number;
}

export interface Count {
  key: 'annotations';
  count: number;
}

/** Annotations that were written since the search index was stored. */
export interface Unindexed {
  number?: number;
  ids: readonly string[];
}

/** Articles on which something was written since they were copied; see second-copy.ts. */
export interface Uncopied {
  number?: number;
  articleIds: readonly string[];
}

/** The stored search index, apart from what it was made of, which is looked at more often; see search/live-index.ts. */
export type IndexPart =
  | { name: 'state'; format: number /** The last of `unindexed` that it has read. */; upTo: number }
  | { name: 'segment'; segment: Segment }
  /** The tags in it, the most used first: to be offered where no index is at hand. */
  | { name: 'tags'; tags: readonly string[] };

export interface Machine {
  key: 'machine';
  id: string;
}

/** A search that the reader gave a name. */
export interface SavedSearch extends Stamp {
  id: string;
  name: string;
  query: string;
}

/** An import of a file, kept so that it can be undone; see exchange/undo-import.ts. */
export interface ImportRow {
  /** Names the import in `makings` and `log`. */
  id: string;
  at: number;
  /** Name of the file. */
  name: string;
  /** An import that is not done was stopped, and is to be taken back. */
  state: 'running' | 'done';
  /** Annotations that it made or changed, once it is done. */
  count?: number;
  /** What it took over besides annotations and articles. */
  taken?: readonly TakenRow[];
}

/** A row of another table, or sites of the settings. */
export type TakenRow = { table: string; key: string } | { sites: SiteList; hosts: readonly string[] };

export type SiteList = 'marksOffSites' | 'offSites' | 'toolbarOffSites';

/** Switches of the reader; sites are host names. Rows of older versions lack fields: their defaults are in settings.ts. */
export interface Settings {
  /** Whether names are marked at all. */
  marks: boolean;
  /** Sites whose articles are annotated without marks on their names. */
  marksOffSites: readonly string[];
  /** Kinds of names that are not marked. */
  kindsOff: readonly EntityType[];
  /** Of each entity the first mention alone is marked. */
  firstOnly: boolean;
  /** Sites that are left alone. */
  offSites: readonly string[];
  /** Whether the bar of colours comes beside a selection. */
  toolbar: boolean;
  toolbarOffSites: readonly string[];
  appearance: Appearance;
  /** The reader's own names of colours. */
  colourNames: ColourNames;
  /** How often all is written to a file, and how many of these files are kept. */
  backupEvery: 'never' | 'day' | 'week';
  backupsKept: number;
}

export interface SettingsRow extends Settings {
  key: 'settings';
}

type DatabaseOptions = Omit<DexieOptions, 'indexedDB'> & { indexedDB?: IDBFactory };

export class PressmarkDatabase extends Dexie {
  declare annotations: Table<StoredAnnotation, string>;
  declare articles: Table<StoredArticle, string>;
  declare log: Table<Change, string>;
  declare makings: Table<Making, string>;
  declare deletions: Table<Deletion, string>;
  declare entities: Table<MetEntity, string>;
  declare counts: Table<Count, string>;
  declare unindexed: Table<Unindexed, number>;
  declare uncopied: Table<Uncopied, number>;
  declare searchIndex: Table<IndexPart, string>;
  declare savedSearches: Table<SavedSearch, string>;
  declare machine: Table<Machine, string>;
  declare imports: Table<ImportRow, string>;
  declare settings: Table<SettingsRow, string>;
  declare corrections: Table<Correction, string>;
  declare watched: Table<WatchedName, string>;

  /** An upgrade waits for a page of an older version that does not let go. */
  blocked = false;

  constructor(options: DatabaseOptions = {}) {
    // Strict: an acknowledged write is on the disk, not in the system's cache. Chromium does no fsync otherwise.
    super('pressmark', {
      chromeTransactionDurability: 'strict',
      ...options,
      ...ownVersionsOnly(options.indexedDB ?? globalThis.indexedDB),
    });
    this.version(1).stores({
      // Ids sort by the time of making: newest first is the primary key read backwards.
      annotations: 'id, articleId',
      articles: 'id, *addresses',
      changes: '++number, annotationId',
      settings: 'key',
    });
    this.version(2)
      .stores({
        articles: 'id, *addresses, *alike, joined.to',
        changes: null,
        log: 'id, annotationId, action',
        makings: 'id, action',
        deletions: 'id, at',
        entities: 'id',
        counts: 'key',
        unindexed: '++number',
        searchIndex: 'name',
        savedSearches: 'id',
        machine: 'key',
        corrections: 'id',
        watched: 'id',
      })
      .upgrade(upgradeToSecond);
    this.on('blocked', () => {
      this.blocked = true;
    });
    this.on('ready', () => {
      this.blocked = false;
    });
    this.version(3).stores({ imports: 'id' });
    this.version(4).stores({ uncopied: '++number' });
  }

  /** What a write of annotations touches: the scope of its transaction. */
  get written(): Table[] {
    const { annotations, articles, log, makings, deletions, entities, counts, unindexed, uncopied, machine } = this;
    return [annotations, articles, log, makings, deletions, entities, counts, unindexed, uncopied, machine];
  }
}

/**
 * A database that a newer version of ours has made is left alone. Dexie opens it again without a version, and writes
 * into what it does not know: notes that the newer version would never find.
 */
function ownVersionsOnly(factory: IDBFactory | undefined): Pick<DexieOptions, 'indexedDB'> {
  if (factory === undefined) return {};
  const careful: IDBFactory = {
    open(name, version) {
      if (version === undefined) throw new DOMException('The database is of a newer version', 'VersionError');
      return factory.open(name, version);
    },
    cmp: (first, second) => factory.cmp(first, second),
    databases: () => factory.databases(),
    deleteDatabase: (name) => factory.deleteDatabase(name),
  };
  return { indexedDB: careful };
}

/** One for each context (background, popup, editor). Opened by the first call; closed for a newer version, and reopened. */
export function openDatabase(options: DatabaseOptions = {}): PressmarkDatabase {
  return new PressmarkDatabase(options);
}

/** The same for a page: when a newer version of ours wants the database, the page lets go of it and loads itself anew. */
export function openForPage(): PressmarkDatabase {
  const db = openDatabase();
  // Where the browser grants it (Firefox), the notes are not cleared away when the disk is short of room.
  navigator.storage?.persist?.().catch(() => undefined);
  db.on('versionchange', () => {
    db.close();
    location.reload();
  });
  return db;
}

/** The same for bulk work that can be repeated: a write is acknowledged before it is on the disk. */
export function openForBulk(options: DatabaseOptions = {}): PressmarkDatabase {
  return new PressmarkDatabase({ ...options, chromeTransactionDurability: 'relaxed' });
}
