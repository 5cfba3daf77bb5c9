// Which articles there are while an import runs: looked up in memory, because a look into the database for each note
// would cost more than the note.
import { newAnnotationId } from '../../core/annotation.ts';
import type { ArticleMetadata } from '../../core/article/article.ts';
import { addressKeysOf } from '../article-url.ts';
import { alikeKeysOf } from '../articles.ts';
import type { PressmarkDatabase, StoredArticle } from '../database.ts';

const atATime = 1000;

interface Known {
  id: string;
  title: string;
  /** It was there before. */
  isOld: boolean;
}

export class KnownArticles {
  readonly #byAddress = new Map<string, Known>();
  readonly #byId = new Map<string, Known>();
  /** By their ids in the file. */
  readonly #inFile = new Map<string, Known>();

  static async readFrom(db: PressmarkDatabase): Promise<KnownArticles> {
    const known = new KnownArticles();
    const joined: StoredArticle[] = [];
    for (let after = ''; ; ) {
      const articles = await db.articles.where(':id').above(after).limit(atATime).toArray();
      for (const article of articles) {
        if (article.joined === undefined) known.#add(article, true);
        else joined.push(article);
      }
      const last = articles.at(-1);
      if (last === undefined) break;
      after = last.id;
    }
    for (const article of joined) known.#add(article, true);
    return known;
  }

  /** The article of a note, by the rules of articles.ts; one that is new is pushed to `added`. */
  find(page: ArticleMetadata, now: Date, added: StoredArticle[]): Known {
    const addresses = addressKeysOf(page);
    const [visited = '', canonical] = addresses;
    const seen = this.#byAddress.get(visited);
    if (seen !== undefined) return seen;
    const named = canonical === undefined ? undefined : this.#byAddress.get(canonical);
    if (named !== undefined && page.title !== '' && named.title === page.title) return named;
    const article = { ...page, id: newAnnotationId(now.getTime()), addresses: [visited], alike: alikeKeysOf(page) };
    added.push(article);
    return this.#add(article, false);
  }

  /** An article of a backup: the same as one that is there by its id or an address, or else new with all that it has. */
  take(article: StoredArticle, added: StoredArticle[]): void {
    const same =
      this.#byId.get(article.id) ??
      article.addresses.map((address) => this.#byAddress.get(address)).find((each) => each !== undefined);
    if (same === undefined) added.push(this.#translated(article));
    this.#inFile.set(article.id, same ?? this.#add(article, false));
  }

  isOld(id: string): boolean {
    return this.#byId.get(id)?.isOld === true;
  }

  /** The article that a backup means by an id. */
  inFile(id: string): Known | undefined {
    return this.#inFile.get(id) ?? this.#byId.get(id);
  }

  #translated(article: StoredArticle): StoredArticle {
    const { joined, ...rest } = article;
    const to = joined === undefined ? undefined : this.inFile(joined.to);
    return joined === undefined || to === undefined ? rest : { ...rest, joined: { ...joined, to: to.id } };
  }

  #add(article: StoredArticle, isOld: boolean): Known {
    // What is about an article that is joined to another stands there.
    const other = article.joined && this.#byId.get(article.joined.to);
    const known = other ?? { id: article.id, title: article.title, isOld };
    this.#byId.set(article.id, known);
    for (const address of article.addresses) if (!this.#byAddress.has(address)) this.#byAddress.set(address, known);
    return known;
  }
}
