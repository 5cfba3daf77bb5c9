// What the reader says of marks: kept, then every open article marks its names anew.
import { newAnnotationId } from '../../core/annotation.ts';
import { pageIn } from '../../messages/callers.ts';
import type { NameCorrection } from '../../messages/protocol.ts';
import { addressKeysOf } from '../../notes/article-url.ts';
import { keepCorrection, takeBackCorrection } from '../../notes/corrections.ts';
import type { PressmarkDatabase } from '../../notes/database.ts';
import { openTabs, tabAt } from './tabs.ts';

/** @throws Error 'no-article' for a correction of one article where the tab shows none */
export async function correctName(db: PressmarkDatabase, tabId: number, given: NameCorrection): Promise<string> {
  const { before, after, reach, ...rest } = given;
  const now = new Date();
  const id = newAnnotationId(now.getTime());
  const article = (await tabAt(tabId))?.article;
  if (article === undefined && reach !== 'always') throw new Error('no-article');
  await keepCorrection(db, {
    ...rest,
    id,
    made: now.toISOString(),
    reach,
    ...(article === undefined || reach === 'always'
      ? {}
      : { article: { addresses: addressKeysOf(article), title: article.title } }),
    ...(reach === 'mention' ? { before, after } : {}),
  });
  await namesChanged();
  return id;
}

export async function undoCorrection(db: PressmarkDatabase, id: string): Promise<void> {
  await takeBackCorrection(db, id);
  await namesChanged();
}

/** Tells every open article; one that is not there any more marks its names when it is opened. */
export async function namesChanged(): Promise<void> {
  for (const [tabId, tab] of await openTabs()) {
    if (tab.article !== undefined)
      pageIn(tabId)
        .call('namesChanged')
        .catch(() => {});
  }
}
