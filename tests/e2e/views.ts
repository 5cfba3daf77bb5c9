// Every view of ours that stands in a tab, with notes in it: what holds for one shall hold for all.
import type { Page } from 'puppeteer-core';
import { type Surface, surfaceOf, waitFor } from '../../tools/browsers/browsing.ts';
import { clickWords, waitForCard, waitForKept, waitForPaint } from '../../tools/browsers/reading.ts';
import { boxOf, clickOn } from '../../tools/browsers/surfaces.ts';
import { tabIdOf } from '../../tools/browsers/tab-id.ts';
import { samplePages } from '../../tools/demo/serve.ts';
import { cardToWriteIn, highlight, waitForNoCard, waitForWords } from './steps.ts';
import type { Trial } from './trial.ts';

/** The passage that is highlighted and the note on a name, in the article that is opened. */
export const passage = 'can hear the lamp';
export const noteOnName = 'Keeper since when?';

/** An article with a highlight and with a note on a name. */
export async function openNotedArticle(trial: Trial): Promise<Page> {
  const page = await trial.open(samplePages.longRead);
  await waitForPaint(page, 'person', 'Eskil Thornbury');
  await highlight(trial.browsing, page, passage, '2');
  await clickWords(page, 'Eskil Thornbury');
  await clickOn(await waitForCard(trial.browsing, page, '.card-top'), 'button', 'Write a note');
  const card = await cardToWriteIn(trial.browsing, page);
  await card.type(noteOnName);
  await waitForKept(trial.browsing, { note: noteOnName });
  await page.keyboard.press('Escape');
  await waitForNoCard(trial.browsing, page);
  return page;
}

interface View {
  name: string;
  file: string;
  /** What it says once it is there. */
  words: string;
  prepare?(view: Surface): Promise<void>;
}

async function openNote(view: Surface): Promise<void> {
  await clickOn(view, '[role=option]');
  await waitFor('the note', async () => (await boxOf(view, '.note-detail')) !== null);
}

export async function viewsOf(trial: Trial, page: Page): Promise<readonly View[]> {
  return [
    { name: 'panel', file: `sidepanel.html?tab=${await tabIdOf(trial.browsing, page)}`, words: '1 note here' },
    { name: 'library', file: 'library.html', words: passage, prepare: openNote },
    { name: 'names', file: 'library.html?view=entity', words: 'Eskil Thornbury' },
    {
      name: 'page of a name',
      file: 'library.html?view=entity&name=Eskil+Thornbury&type=Person',
      words: noteOnName,
    },
    { name: 'timeline', file: 'library.html?view=timeline', words: noteOnName },
    { name: 'trash', file: 'library.html?view=trash', words: 'Nothing' },
    {
      name: "an article's notes",
      file: 'library.html',
      words: passage,
      async prepare(view) {
        await openNote(view);
        await clickOn(view, '.note-detail button', 'All notes of this article');
        await waitFor('its notes', async () => (await boxOf(view, '.article-notes')) !== null);
      },
    },
    { name: 'settings', file: 'settings.html', words: 'Alt+Shift+' },
    { name: 'import and export', file: 'exchange.html', words: 'Choose a file' },
    { name: 'first run', file: 'welcome.html', words: 'Pressmark is ready' },
  ];
}

/** Opens a view and waits until it says what it shall. */
export async function openView(trial: Trial, { file, words, prepare }: View): Promise<{ tab: Page; view: Surface }> {
  const tab = await trial.openOwn(file);
  const view = surfaceOf(tab);
  await waitForWords(view, words);
  await prepare?.(view);
  return { tab, view };
}
