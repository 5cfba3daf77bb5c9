// Which annotations there are while an import runs, so that none is taken twice.
import { noteOf, quoteOf } from '../../core/annotation.ts';
import type { PressmarkDatabase, StoredAnnotation } from '../database.ts';
import { fingerprint } from './derived-id.ts';

export class KnownAnnotations {
  readonly #db: PressmarkDatabase;
  readonly #ids: Set<string>;
  /** Fingerprints of quote and note, by article. */
  readonly #words = new Map<string, Set<number>>();

  private constructor(db: PressmarkDatabase, ids: Set<string>) {
    this.#db = db;
    this.#ids = ids;
  }

  static async readFrom(db: PressmarkDatabase): Promise<KnownAnnotations> {
    return new KnownAnnotations(db, new Set(await db.annotations.toCollection().primaryKeys()));
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  add(id: string): void {
    this.#ids.add(id);
  }

  /** Reads what stands on these articles, unless it was read before. To be called before `hasWords`. */
  async readArticles(ids: readonly string[]): Promise<void> {
    const unread = [...new Set(ids)].filter((id) => !this.#words.has(id));
    await Promise.all(
      unread.map(async (id) => {
        const annotations = await this.#db.annotations.where('articleId').equals(id).toArray();
        this.#words.set(id, new Set(annotations.map(wordsOf)));
      }),
    );
  }

  /** Whether the same words with the same note were on this article before the import. */
  hasWords(annotation: StoredAnnotation): boolean {
    return this.#words.get(annotation.articleId)?.has(wordsOf(annotation)) === true;
  }
}

function wordsOf(annotation: StoredAnnotation): number {
  return fingerprint(`${quoteOf(annotation)}\n${noteOf(annotation)}`.replace(/\s+/g, ' ').trim());
}
