// The background: answers pages out of notes/, runs core/entities, loads the annotator into articles.
// Every listener is registered at once: the browser stops the background when it is idle and starts it for an event.
// So nothing lives in memory alone: notes are in the database, what belongs to open tabs in session storage.
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { openDatabase, openForBulk } from '../../notes/database.ts';
import { takeBackUnfinished } from '../../notes/exchange/undo-import.ts';
import { logError, logUncaught } from '../errors/error-log.ts';
import { answerOwnPages, answerPages } from './answers.ts';
import { backUpIfDue } from './backups.ts';
import { forgetCards } from './cards.ts';
import { startCopying } from './copying.ts';
import { openWelcome } from './first-run.ts';
import { forgetGoTo } from './go-to.ts';
import { keepHouse } from './housekeeping.ts';
import { commandGiven, makeMenu, menuClicked } from './menu.ts';
import { pageLeft, pageLoaded } from './spotting.ts';
import { changeTab } from './tabs.ts';

export default defineBackground(() => {
  logUncaught('background', globalThis);
  const db = openDatabase();
  answerPages(db);
  answerOwnPages(db);
  // What a private window leaves is in memory: nothing is kept of it, and no event tells of its start.
  if (browser.extension.inIncognitoContext) run(makeMenu(db));
  else {
    run(startCopying(db, openForBulk()));
    run(keepHouse(db));
    run(backUpIfDue(db));
  }

  browser.tabs.onUpdated.addListener((tabId, change, tab) => {
    const url = change.url ?? tab.url;
    if (url === undefined) return;
    if (change.status === 'loading' || change.url !== undefined) run(pageLeft(tabId, url));
    if (change.status === 'complete') run(pageLoaded(db, tabId, url));
  });
  browser.tabs.onRemoved.addListener((tabId) => {
    run(changeTab(tabId, () => undefined));
    run(forgetCards(tabId));
    run(forgetGoTo(tabId));
  });

  browser.runtime.onInstalled.addListener(({ reason }) => {
    run(makeMenu(db));
    if (!browser.extension.inIncognitoContext) run(openWelcome(reason));
  });
  browser.runtime.onStartup.addListener(() => {
    run(makeMenu(db));
    run(takeBackUnfinished(db, navigator.locks));
  });
  browser.contextMenus.onClicked.addListener((info, tab) => run(menuClicked(String(info.menuItemId), tab?.id)));
  browser.commands.onCommand.addListener((command, tab) => run(commandGiven(command, tab)));
});

/** Work that nobody waits for: what goes wrong is told in the background's console and the log. */
function run(work: Promise<unknown>): void {
  work.catch((error: unknown) => {
    console.error(error);
    logError('background', error);
  });
}
