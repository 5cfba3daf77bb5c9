// Writes of the pages: each is acknowledged when it is on the disk; then the tabs with that article are told.
import { sameWords } from '../../core/anchoring/fold.ts';
import { type NoteDraft, quoteOf, type Saved } from '../../core/annotation.ts';
import type { ArticleMetadata } from '../../core/article/article.ts';
import { checkId, checkName, checkNewAnnotation, checkSelectors } from '../../messages/validate.ts';
import type { Sender } from '../../messages/wire.ts';
import { annotationById, saveAnnotation, saveNote, setSelector, undoChange } from '../../notes/annotations.ts';
import { annotationOfChange } from '../../notes/changes.ts';
import type { PressmarkDatabase } from '../../notes/database.ts';
import { annotationChanged, articleIdOf, articleOfSender, samePage, tabOf } from './articles.ts';
import { copyNow } from './copying.ts';
import { openTabs, tabAt } from './tabs.ts';

/** A content script keeps what its reader marked; it can only mark pages of its own site. */
export async function saveFromPage(db: PressmarkDatabase, sender: Sender, given: unknown): Promise<Saved> {
  const annotation = checkNewAnnotation(given);
  const shown = await articleOfSender(sender);
  const { source } = annotation.target;
  if (URL.parse(source)?.origin !== URL.parse(shown.url)?.origin) throw new Error('invalid-message');
  // A save that is made again after the page went on by itself belongs to the article that it was made on.
  const article = samePage(source, shown.url) ? shown : { url: source, title: '' };
  return told(db, annotation.id, await saveAnnotation(db, annotation, article, new Date()));
}

/** A page may say where words of its own article stand; it cannot put a note on other words. */
export async function placeFromPage(
  db: PressmarkDatabase,
  sender: Sender,
  givenId: unknown,
  given: unknown,
): Promise<Saved> {
  const id = checkId(givenId);
  const selector = checkSelectors(given);
  const annotation = await annotationById(db, id);
  if (annotation === undefined) throw new Error('annotation-unknown');
  const isHere = annotation.articleId === (await articleIdOf(db, await tabAt(tabOf(sender))));
  if (!isHere || !sameWords(quoteOf(annotation), quoteOf({ target: { source: '', selector } }))) {
    throw new Error('invalid-message');
  }
  return told(db, id, await setSelector(db, id, selector, new Date()));
}

/** A content script may take back changes of its own article alone. */
export async function undoFromPage(db: PressmarkDatabase, sender: Sender, given: unknown): Promise<void> {
  const changeId = checkName(given);
  const annotation = await db.annotations.get(annotationOfChange(changeId));
  if (annotation === undefined) return;
  if (annotation.articleId !== (await articleIdOf(db, await tabAt(tabOf(sender))))) throw new Error('invalid-message');
  await undo(db, changeId);
}

/** The editor keeps the reader's words; the article of a new annotation is looked up in the tab that shows it. */
export async function saveFromEditor(db: PressmarkDatabase, draft: NoteDraft): Promise<Saved> {
  const { create } = draft;
  const article = create && (create.article ?? (await openArticleAt(create.target.source)));
  const whole = create === undefined || article === undefined ? draft : { ...draft, create: { ...create, article } };
  return told(db, draft.id, await saveNote(db, whole, new Date()));
}

export async function undo(db: PressmarkDatabase, changeId: string): Promise<void> {
  await undoChange(db, changeId);
  await told(db, annotationOfChange(changeId), undefined);
}

/** Answers once it is in the second copy too; tells the tabs without keeping the answer waiting: it was saved. */
export async function told<Answer>(db: PressmarkDatabase, annotationId: string, answer: Answer): Promise<Answer> {
  await copyNow(annotationId);
  annotationChanged(db, annotationId).catch((error: unknown) => console.error('Tabs were not told', error));
  return answer;
}

async function openArticleAt(source: string): Promise<ArticleMetadata | undefined> {
  const tabs = [...(await openTabs()).values()];
  return tabs.find((tab) => tab.article !== undefined && samePage(tab.article.url, source))?.article;
}
