// The articles that stand in open tabs: what is painted on them, and who is told when that changes.
import { type Annotation, entityOf, noteOf, type PageAnnotation } from '../../core/annotation.ts';
import type { ArticleMetadata } from '../../core/article/article.ts';
import { pageIn } from '../../messages/callers.ts';
import type { OpenedArticle, PageSettings } from '../../messages/protocol.ts';
import { pageAddress } from '../../messages/senders.ts';
import { checkArticle } from '../../messages/validate.ts';
import type { Sender } from '../../messages/wire.ts';
import { annotationsOfArticle } from '../../notes/annotations.ts';
import { articleShown, articleVisited, type Page } from '../../notes/articles.ts';
import type { PressmarkDatabase, Settings } from '../../notes/database.ts';
import { isOffSite, marksShownOn, readSettings, toolbarShownOn } from '../../notes/settings.ts';
import { textHashOf } from '../../notes/text-hash.ts';
import { takeGoTo } from './go-to.ts';
import { changeTab, movedTo, openTabs, type Tab, tabAt } from './tabs.ts';
import { showArticle, showNothing } from './toolbar.ts';

export async function openArticle(db: PressmarkDatabase, sender: Sender, given: unknown): Promise<OpenedArticle> {
  const tabId = tabOf(sender);
  const article = ownArticle(sender, given);
  const articleId = (await articleVisited(db, article, new Date()))?.id;
  await changeTab(tabId, (tab) => {
    const { state = 'annotated-anyway', annotated, css } = tab === undefined ? {} : movedTo(article.url, tab);
    return {
      url: article.url,
      state,
      article,
      ...(articleId === undefined ? {} : { articleId }),
      ...(annotated === undefined ? {} : { annotated }),
      ...(css === undefined ? {} : { css }),
    };
  });
  const annotations = articleId === undefined ? [] : await annotationsOfArticle(db, articleId);
  await showArticle(tabId, annotations.length);
  const goTo = await takeGoTo(
    tabId,
    annotations.map((each) => each.id),
  );
  return {
    annotations: annotations.map(forPage),
    settings: settingsFor(article.url, await readSettings(db)),
    ...(goTo === undefined ? {} : { goTo }),
  };
}

/** What stands on the article of the sender's tab; a page learns of no other. */
export async function listAnnotations(db: PressmarkDatabase, sender: Sender): Promise<PageAnnotation[]> {
  const articleId = await articleIdOf(db, await tabAt(tabOf(sender)));
  if (articleId === undefined) return [];
  return (await annotationsOfArticle(db, articleId)).map(forPage);
}

/** The article that the sender's page is about, as it was opened, or else its bare address. */
export async function articleOfSender(sender: Sender): Promise<Page> {
  const url = withoutFragment(pageAddress(sender));
  const tab = await tabAt(tabOf(sender));
  return tab?.article ?? { url, title: sender.tab?.title ?? '' };
}

/** The words of the sender's article: by them a copy of an article with annotations is known, and shows these. */
export async function wordsRead(db: PressmarkDatabase, sender: Sender, text: string): Promise<void> {
  const tabId = tabOf(sender);
  const textHash = textHashOf(text);
  const before = await tabAt(tabId);
  // Of a long text, read in parts, the first part is looked at.
  if (textHash === undefined || before?.article === undefined || before.article.textHash !== undefined) return;
  const article = { ...before.article, textHash };
  const found = await articleVisited(db, article, new Date());
  await changeTab(tabId, (tab) => {
    if (tab?.article?.url !== article.url) return tab;
    return { ...tab, article, ...(found === undefined ? {} : { articleId: found.id }) };
  });
  if (found !== undefined && before.articleId === undefined) await articleChanged(db, found.id);
}

/** Tells every tab with this article that its annotations changed. */
export async function articleChanged(db: PressmarkDatabase, articleId: string): Promise<void> {
  const settings = await readSettings(db);
  const { length } = await annotationsOfArticle(db, articleId);
  for (const [tabId, tab] of await openTabs()) {
    if (tab.article === undefined || (await articleIdOf(db, tab)) !== articleId) continue;
    await changeTab(tabId, (now) => (now === undefined || now.url !== tab.url ? now : { ...now, articleId }));
    await showArticle(tabId, length);
    await tell(tabId, settingsFor(tab.url, settings));
  }
}

/** The same, by one of its annotations. */
export async function annotationChanged(db: PressmarkDatabase, annotationId: string): Promise<void> {
  const articleId = (await db.annotations.get(annotationId))?.articleId;
  if (articleId !== undefined) await articleChanged(db, articleId);
}

/** Anything may have changed, the settings too: every tab is told; sites that were switched off are left. */
export async function everythingChanged(db: PressmarkDatabase): Promise<void> {
  const settings = await readSettings(db);
  for (const [tabId, tab] of await openTabs()) {
    if (isOffSite(settings, hostOf(tab.url))) {
      await changeTab(tabId, () => ({ url: tab.url, state: 'site-off' }));
      await showNothing(tabId);
      await pageIn(tabId).call('stop').catch(ignore);
    } else if (tab.article !== undefined) {
      const articleId = await articleIdOf(db, tab);
      await showArticle(tabId, articleId === undefined ? 0 : (await annotationsOfArticle(db, articleId)).length);
      await tell(tabId, settingsFor(tab.url, settings));
    }
  }
}

/** The tab of a content script; the gate has seen that there is one. */
export function tabOf(sender: Sender): number {
  if (sender.tab?.id === undefined) throw new Error('invalid-message');
  return sender.tab.id;
}

/** Articles are of the page that speaks: another address is not taken over. */
function ownArticle(sender: Sender, given: unknown): ArticleMetadata {
  const article = checkArticle(given);
  const here = withoutFragment(pageAddress(sender));
  const url = samePage(article.url, here) ? withoutFragment(article.url) : here;
  return { ...article, url };
}

export function samePage(one: string, other: string): boolean {
  const a = URL.parse(one);
  const b = URL.parse(other);
  return a !== null && b !== null && a.origin === b.origin && a.pathname === b.pathname;
}

export async function articleIdOf(db: PressmarkDatabase, tab: Tab | undefined): Promise<string | undefined> {
  if (tab?.article === undefined) return tab?.articleId;
  return tab.articleId ?? (await articleShown(db, tab.article))?.id;
}

function settingsFor(url: string, settings: Settings): PageSettings {
  const host = hostOf(url);
  return {
    marksShown: marksShownOn(settings, host),
    kindsOff: settings.kindsOff,
    firstOnly: settings.firstOnly,
    toolbarShown: toolbarShownOn(settings, host),
    appearance: settings.appearance,
    colourNames: settings.colourNames,
  };
}

async function tell(tabId: number, settings: PageSettings): Promise<void> {
  // A tab whose annotator has gone, or is not there yet, asks by itself when it opens the article.
  await pageIn(tabId).call('articleChanged', settings).catch(ignore);
}

function forPage(annotation: Annotation): PageAnnotation {
  const { id, colour, target } = annotation;
  const entity = entityOf(annotation);
  return {
    id,
    ...(colour === undefined ? {} : { colour }),
    target,
    hasNote: noteOf(annotation) !== '',
    ...(entity === undefined ? {} : { entity }),
  };
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, '');
}

function hostOf(url: string): string {
  return URL.parse(url)?.hostname ?? '';
}

function ignore(): void {}
