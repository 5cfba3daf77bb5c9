// The one database of the extension: annotations, their articles, what they were before each change, the settings.
// Indexes are few on purpose: each one costs every write. Counts and facets are not taken from here.
import { Dexie, type DexieOptions, type Table } from 'dexie';
import type { Annotation, EntityType } from '../core/annotation.ts';
import type { Appearance } from '../core/appearance.ts';
import type { ArticleMetadata } from '../core/article/article.ts';
import type { Correction } from '../core/entities/corrections.ts';
import type { WatchedName } from '../core/entities/watched-names.ts';

export interface StoredAnnotation extends Annotation {
  articleId: string;
  /** When it was deleted, in ms since 1970; 0 while it is not. Deleted annotations are kept, so that all can be undone. */
  deleted: number;
}

export interface StoredArticle extends ArticleMetadata {
  id: string;
  /** Every address that it was seen under, as `addressKey` of article-url.ts writes it. */
  addresses: readonly string[];
  /** Of the article's words, to know a copy elsewhere (see article-url.ts); missing when they were not read. */
  textHash?: string;
}

/** What a change was about: these fields come back when it is undone, what was changed since in others stays. */
export type ChangeKind = 'noted' | 'tagged' | 'coloured' | 'deleted';

export interface Change {
  /** Counts up; set by the database. */
  number?: number;
  annotationId: string;
  kind: ChangeKind;
  /** In ms since 1970. */
  at: number;
  before: StoredAnnotation;
}

/** Switches of the reader; sites are host names. Rows of older versions lack fields: their defaults are in settings.ts. */
export interface Settings {
  /** Whether names are marked at all. */
  marks: boolean;
  /** Sites whose articles are annotated without marks on their names. */
  marksOffSites: readonly string[];
  /** Kinds of names that are not marked. */
  kindsOff: readonly EntityType[];
  /** Sites that are left alone. */
  offSites: readonly string[];
  /** Whether the bar of colours comes beside a selection. */
  toolbar: boolean;
  toolbarOffSites: readonly string[];
  appearance: Appearance;
}

export interface SettingsRow extends Settings {
  key: 'settings';
}

type DatabaseOptions = Omit<DexieOptions, 'indexedDB'> & { indexedDB?: IDBFactory };

export class PressmarkDatabase extends Dexie {
  declare annotations: Table<StoredAnnotation, string>;
  declare articles: Table<StoredArticle, string>;
  declare changes: Table<Change, number>;
  declare settings: Table<SettingsRow, string>;
  declare corrections: Table<Correction, string>;
  declare watched: Table<WatchedName, string>;

  constructor(options: DatabaseOptions = {}) {
    // Strict: an acknowledged write is on the disk, not in the system's cache. Chromium does no fsync otherwise.
    super('pressmark', {
      ...options,
      ...ownVersionsOnly(options.indexedDB ?? globalThis.indexedDB),
      chromeTransactionDurability: 'strict',
    });
    this.version(1).stores({
      // Ids sort by the time of making: newest first is the primary key read backwards.
      annotations: 'id, articleId',
      articles: 'id, *addresses',
      changes: '++number, annotationId',
      settings: 'key',
    });
    this.version(3).stores({ corrections: 'id', watched: 'id' });
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
