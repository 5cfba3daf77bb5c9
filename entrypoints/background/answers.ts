// Who may call what: the two interfaces of messages/protocol.ts, each behind the gate of its senders.
import { postToPage } from '../../messages/callers.ts';
import type { ExtensionToBackground, PageToBackground } from '../../messages/protocol.ts';
import { isContentScript, isOwnPage } from '../../messages/senders.ts';
import { answer } from '../../messages/wire.ts';
import { deleteAnnotation, setColour, setTags } from '../../notes/annotations.ts';
import type { PressmarkDatabase } from '../../notes/database.ts';
import { readSettings } from '../../notes/settings.ts';
import { start } from '../../places/library-address.ts';
import { openLibrary } from '../../places/ways.ts';
import { logError } from '../errors/error-log.ts';
import { everythingChanged, listAnnotations, openArticle } from './articles.ts';
import { backUp } from './backups.ts';
import { claimCard, openCard, openCardInWindow } from './cards.ts';
import { bringBack, copyWritten } from './copying.ts';
import { correctName, namesChanged, undoCorrection } from './corrections.ts';
import { recogniseFor } from './entities.ts';
import { showAnnotation } from './go-to.ts';
import { nameMenu, shortcuts } from './menu.ts';
import { placeFromPage, saveFromEditor, saveFromPage, told, undo, undoFromPage } from './saving.ts';
import { annotateAnyway, articleSpotted, tabState } from './spotting.ts';
import { styleHighlights } from './styles.ts';
import { showToolbar } from './toolbar-shown.ts';

/** Content scripts: their pages are hostile, so every argument is checked where it is used. */
export function answerPages(db: PressmarkDatabase): void {
  answer<PageToBackground>('page-to-background', isContentScript, callFailed, {
    articleSpotted: (sender) => articleSpotted(db, sender),
    openArticle: (sender, article) => openArticle(db, sender, article),
    listAnnotations: (sender) => listAnnotations(db, sender),
    recognise: (sender, input) => recogniseFor(db, sender, input),
    saveAnnotation: (sender, annotation) => saveFromPage(db, sender, annotation),
    placeAnnotation: (sender, id, selector) => placeFromPage(db, sender, id, selector),
    undo: (sender, changeId) => undoFromPage(db, sender, changeId),
    openCard: (sender, request) => openCard(sender, request),
    openCardInWindow: (sender, ticket) => openCardInWindow(sender, ticket),
    styleHighlights: (sender, css) => styleHighlights(sender, css),
  });
}

/** The editor and the popup. */
export function answerOwnPages(db: PressmarkDatabase): void {
  answer<ExtensionToBackground>('extension-to-background', isOwnPage, callFailed, {
    claimCard: (sender, ticket) => claimCard(db, sender, ticket),
    saveNote: (_sender, draft) => saveFromEditor(db, draft),
    setColour: async (_sender, id, colour) => told(db, id, await setColour(db, id, colour, new Date())),
    setTags: async (_sender, id, tags) => told(db, id, await setTags(db, id, tags, new Date())),
    deleteAnnotation: async (_sender, id) => told(db, id, await deleteAnnotation(db, id, new Date())),
    undo: (_sender, changeId) => undo(db, changeId),
    changed: async () => {
      void copyWritten();
      await everythingChanged(db);
      await nameMenu(db);
    },
    annotateAnyway: (_sender, tabId) => annotateAnyway(tabId),
    showAnnotation: (_sender, id) => showAnnotation(db, id),
    showToolbar: (_sender, host, change) => showToolbar(db, host, change),
    openEntity: (_sender, { name, type }) => openLibrary({ ...start, view: 'entity', entity: { name, type } }),
    shortcuts: () => shortcuts(),
    correctName: (_sender, tabId, correction) => correctName(db, tabId, correction),
    takeBackCorrection: (_sender, id) => undoCorrection(db, id),
    namesChanged: () => namesChanged(),
    tabState: (_sender, tabId) => tabState(db, tabId),
    bringBack: () => bringBack(db),
    backUp: () => backUp(db),
    appearance: async () => (await readSettings(db)).appearance,
    callPage: (_sender, tabId, message) => postToPage(tabId, message),
  });
}

/** The caller is told, and tells the reader; the log keeps what the caller does not see. */
function callFailed(name: string, error: unknown): void {
  logError(`background ${name}`, error);
}
