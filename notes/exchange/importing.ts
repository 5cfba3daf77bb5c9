// One import under way: what becomes of each entry, and the writing of it.
import { newAnnotationId } from '../../core/annotation.ts';
import { keepRecords, originOf, type Written } from '../book.ts';
import { noteMaking } from '../changes.ts';
import type { Change, Field, PressmarkDatabase, StoredAnnotation, StoredArticle } from '../database.ts';
import { valueIn, withEdit } from '../edits.ts';
import { KnownAnnotations } from './known-annotations.ts';
import { KnownArticles } from './known-articles.ts';
import { newerFields } from './newer-fields.ts';
import type { Item } from './read-file.ts';
import { emptyReport, tell } from './report.ts';
import { type Rest, restTables, takeRest } from './take-rest.ts';

interface Plan {
  written: Written[];
  changes: Change[];
  articles: StoredArticle[];
  rest: Rest[];
}

export class Importing {
  readonly report = emptyReport();
  readonly #db: PressmarkDatabase;
  readonly #now: Date;
  readonly #origin: string;
  readonly #articles: KnownArticles;
  readonly #annotations: KnownAnnotations;
  #planned: Promise<void> = Promise.resolve();

  private constructor(
    db: PressmarkDatabase,
    now: Date,
    origin: string,
    articles: KnownArticles,
    annotations: KnownAnnotations,
  ) {
    this.#db = db;
    this.#now = now;
    this.#origin = origin;
    this.#articles = articles;
    this.#annotations = annotations;
  }

  static async start(db: PressmarkDatabase, now: Date): Promise<Importing> {
    const origin = await originOf(db);
    return new Importing(db, now, origin, await KnownArticles.readFrom(db), await KnownAnnotations.readFrom(db));
  }

  /**
   * Writes a batch, and with it what to undo. A further batch may be given while this one is on its way to the disk:
   * it is looked at once this one is planned, and what it reads of the database waits for this one's end.
   */
  async write(items: readonly Item[], id: string): Promise<void> {
    const db = this.#db;
    await this.#planned;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#planned = promise;
    const writing = db.transaction('rw', [...db.written, db.imports, ...restTables(db)], async () => {
      const { written, changes, articles, rest } = await this.plan(items, id);
      resolve();
      if (articles.length > 0) await db.articles.bulkAdd(articles);
      await keepRecords(db, written, this.#origin, this.#now);
      const made = written.flatMap(({ before, after }) =>
        before === undefined && after !== undefined ? [after.id] : [],
      );
      if (made.length > 0) await noteMaking(db, id, made);
      if (changes.length > 0) await db.log.bulkAdd(changes);
      const taken = await takeRest(db, rest);
      if (taken.length > 0) {
        const before = (await db.imports.get(id))?.taken ?? [];
        await db.imports.update(id, { taken: [...before, ...taken] });
      }
    });
    await writing.finally(resolve);
  }

  /** Decides what becomes of each entry, and tells it in the report. */
  async plan(items: readonly Item[], action = ''): Promise<Plan> {
    const plan: Plan = { written: [], changes: [], articles: [], rest: [] };
    const read = items.flatMap((item) => this.#recordOf(item, plan) ?? []);
    const isNew = (each: StoredAnnotation) => !this.#annotations.has(each.id);
    const onOld = read.filter((each) => isNew(each) && this.#articles.isOld(each.articleId));
    if (onOld.length > 0) await this.#annotations.readArticles(onOld.map((each) => each.articleId));
    const kept = await this.#keptOf(read.filter((each) => !isNew(each)));
    for (const annotation of read) {
      const known = kept.get(annotation.id);
      if (isNew(annotation) && !this.#annotations.hasWords(annotation)) {
        this.#annotations.add(annotation.id);
        const made = { before: undefined, after: annotation };
        kept.set(annotation.id, made);
        plan.written.push(made);
        this.report.added++;
      } else if (known === undefined) this.report.doubles++;
      else this.#join(known, annotation, plan, action);
    }
    this.report.articles += plan.articles.length;
    return plan;
  }

  #recordOf({ content, ...place }: Item, plan: Plan): StoredAnnotation | undefined {
    if ('refused' in content) tell(this.report.refused, place, content.refused);
    else if ('note' in content) {
      const { annotation, article, deleted, mended } = content.note;
      for (const reason of mended) tell(this.report.mended, place, reason);
      const { id: articleId } = this.#articles.find(article, this.#now, plan.articles);
      return { ...annotation, articleId, deleted };
    } else if ('article' in content) this.#articles.take(content.article, plan.articles);
    else if ('annotation' in content) {
      const article = this.#articles.inFile(content.annotation.articleId);
      if (article !== undefined) return { ...content.annotation, articleId: article.id };
      tell(this.report.refused, place, 'no-page');
    } else {
      plan.rest.push(content);
      this.report.settings ||= 'settings' in content;
    }
    return undefined;
  }

  async #keptOf(known: readonly StoredAnnotation[]): Promise<Map<string, Written>> {
    if (known.length === 0) return new Map();
    const rows = await this.#db.annotations.bulkGet(known.map((each) => each.id));
    return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.id, { before: row, after: row }]])));
  }

  /** Joins what the file has of an annotation to what is kept of it. */
  #join(known: Written, read: StoredAnnotation, plan: Plan, action: string): void {
    const { before, after = read } = known;
    const edits = newerFields(after, read, this.#origin);
    if (edits.length === 0) {
      this.report.doubles++;
      return;
    }
    this.report[edits.some(({ field }) => field === 'deleted') ? 'returned' : 'updated']++;
    if (after === before) plan.written.push(known);
    let joined = after;
    for (const { stamp, ...edit } of edits) {
      if (before !== undefined) plan.changes.push(this.#changeOf(before, edit.field, action));
      joined = { ...withEdit(joined, edit), changed: { ...joined.changed, [edit.field]: stamp } };
    }
    const [, modified = after.modified] = [read.modified, after.modified].sort();
    known.after = { ...joined, modified };
  }

  #changeOf(before: StoredAnnotation, field: Field, action: string): Change {
    const at = this.#now.getTime();
    return {
      id: newAnnotationId(at),
      action,
      annotationId: before.id,
      before: valueIn(before, field),
      at,
      origin: this.#origin,
    };
  }
}
