// Views for hands without a mouse, eyes that need larger words or other colours, and ears: order of the focus, zoom,
// forced colours, still pictures, and what is read aloud.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { type Surface, surfaceOf, waitFor } from '../../tools/browsers/browsing.ts';
import { selectWords, waitForOurs } from '../../tools/browsers/reading.ts';
import { boxOf, clickOn } from '../../tools/browsers/surfaces.ts';
import { tabIdOf } from '../../tools/browsers/tab-id.ts';
import { waitForWords } from './steps.ts';
import { startTrial } from './trial.ts';
import { openNotedArticle, openView, passage, viewsOf } from './views.ts';

const trial = await startTrial();

/** What the Tab key leads to, from where the focus is, so many times. */
async function walkByTab(view: Surface, steps: number): Promise<string[]> {
  const walked: string[] = [];
  for (let step = 0; step < steps; step++) {
    await view.press('Tab');
    walked.push(await focused(view));
  }
  return walked;
}

function focused(view: Surface): Promise<string> {
  return view.run((root) => {
    const element = root.activeElement;
    const label = element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    return element === root.body ? '' : label.trim().slice(0, 40);
  });
}

test('nothing is cut off and nothing scrolls sideways in a window of 320 px, as at 400 %', async () => {
  const page = await openNotedArticle(trial);
  for (const each of await viewsOf(trial, page)) {
    const { tab, view } = await openView(trial, each);
    await tab.setViewport({ width: 320, height: 640 });
    const beyond = await view.run((root) => {
      const page = root.documentElement;
      const isShown = (element: Element) => element.checkVisibility() && element.closest('.visually-hidden') === null;
      const wide = [...root.querySelectorAll('button, input, select, textarea, a, h1, h2, h3, p')].filter(
        (element) => isShown(element) && element.getBoundingClientRect().right > page.clientWidth + 1,
      );
      const sideways = page.scrollWidth > page.clientWidth ? ['the page scrolls sideways'] : [];
      return [...sideways, ...wide.map((element) => element.outerHTML.slice(0, 120))];
    });
    deepEqual(beyond, [], each.name);
    await tab.close();
  }
});

test('at 200 % the popup shows its notes and scrolls one way only', async () => {
  await openNotedArticle(trial);
  const tab = await trial.openOwn('popup.html');
  // Browsers give a popup 800 by 600 px at most.
  await tab.setViewport({ width: 400, height: 300 });
  const popup = surfaceOf(tab);
  await waitForWords(popup, passage);
  await clickOn(popup, 'input[type=search]');
  await popup.press('ArrowDown');
  const seen = await popup.run((root) => {
    const row = root.activeElement?.closest('[data-row]')?.getBoundingClientRect();
    const { clientWidth, clientHeight, scrollWidth } = root.documentElement;
    return { sideways: scrollWidth > clientWidth, row: row && row.top >= 0 && row.top < clientHeight - 20 };
  });
  deepEqual(seen, { sideways: false, row: true });
});

test('the Tab key goes through panel and library in the order of reading, and one row is one stop', async () => {
  const page = await openNotedArticle(trial);
  const panel = surfaceOf(await trial.openOwn(`sidepanel.html?tab=${await tabIdOf(trial.browsing, page)}`));
  await waitForWords(panel, '1 note here');
  const stops = await walkByTab(panel, 12);
  deepEqual(stops.slice(0, 3), ['Marks and site', 'Library', 'Search in this article’s notes']);
  ok(stops.indexOf('Eskil Thornbury') > 3, stops.join(', '));
  deepEqual(stops.slice(stops.indexOf('Eskil Thornbury')).slice(1, 5), [
    'Previous mention',
    'Next mention',
    'Mark this name only',
    'Correct',
  ]);
  const library = surfaceOf(await trial.openOwn('library.html'));
  await waitForWords(library, passage);
  await waitFor('the cursor in the search', async () => (await focused(library)) === 'Search all notes');
  const on = await walkByTab(library, 3);
  equal(on.at(-1), 'Notes');
  await library.press('ArrowDown');
  await library.press('Enter');
  await waitFor('the note', async () => (await boxOf(library, '.note-detail')) !== null);
});

test('a question keeps the focus, and gives it back to the button that asked', async () => {
  const settings = surfaceOf(await trial.openOwn('settings.html'));
  await waitForWords(settings, 'Alt+Shift+');
  await settings.run((root) => {
    const asking = [...root.querySelectorAll<HTMLElement>('#data button')];
    asking.find((button) => button.textContent === 'Delete everything')?.focus();
  });
  await settings.press('Enter');
  await waitForWords(settings, 'type the word');
  for (let step = 0; step < 6; step++) {
    await settings.press('Tab');
    // Between its last and its first stop the browser's own controls may have it.
    ok(
      await settings.run((root) => root.activeElement === root.body || root.activeElement?.closest('dialog') !== null),
    );
  }
  // There, Escape would not be the page's.
  await waitFor('a stop in the dialog', async () => {
    if (await settings.run((root) => root.activeElement?.closest('dialog') !== null)) return true;
    await settings.press('Tab');
    return undefined;
  });
  await settings.press('Escape');
  await waitFor('the focus to be back', async () => (await focused(settings)) === 'Delete everything');
});

test('what was done is told to those who listen: kept, found, deleted', async () => {
  const page = await openNotedArticle(trial);
  const panel = surfaceOf(await trial.openOwn(`sidepanel.html?tab=${await tabIdOf(trial.browsing, page)}`));
  const told = (): Promise<string> =>
    panel.run((root) =>
      [...root.querySelectorAll('[role=status], [role=alert], [aria-live]')].map((each) => each.textContent).join(' '),
    );
  const waitForTold = (words: string) =>
    waitFor(`"${words}" to be told`, async () => (await told()).includes(words) || undefined);
  await waitForWords(panel, passage);
  await clickOn(panel, 'input[type=search]');
  await panel.type('lamp');
  await waitForTold('1 note found');
  await clickOn(panel, '[data-row] button', 'Edit note');
  await waitFor('the cursor in the note', () => panel.run((root) => root.activeElement?.tagName === 'TEXTAREA'));
  await panel.type('Which lamp?');
  await waitForTold('Saved');
  await panel.press('Escape');
  await clickOn(panel, '[data-row] button', 'Delete');
  await waitForTold('Deleted');
  await clickOn(panel, '.undo-bar button', 'Undo');
  await waitForWords(panel, 'Which lamp?');
});

test('nothing moves for readers who asked for less motion', async () => {
  const page = await openNotedArticle(trial);
  await trial.browsing.prefer(page, { reducedMotion: true });
  try {
    await selectWords(page, 'because it was time');
    const ours = await waitForOurs(trial.browsing, page, '.toolbar');
    equal(
      await ours.run((root) => getComputedStyle(root.querySelector('.toolbar') ?? root.host).animationDuration),
      '0s',
    );
    for (const each of await viewsOf(trial, page)) {
      if (!['library', 'panel', 'settings', 'first run'].includes(each.name)) continue;
      const { tab, view } = await openView(trial, each);
      await trial.browsing.prefer(tab, { reducedMotion: true });
      const moving = await view.run((root) =>
        [...root.querySelectorAll('*')].flatMap((element) => {
          const { transitionDuration, animationDuration } = getComputedStyle(element);
          const still = [transitionDuration, animationDuration].every((all) => /^(0s(, )?)+$|^auto$/.test(all));
          return still ? [] : [element.outerHTML.slice(0, 100)];
        }),
      );
      deepEqual(moving, [], each.name);
    }
  } finally {
    await trial.browsing.prefer(page);
  }
});

test('what is chosen and what floats is told apart without our colours', async () => {
  const page = await openNotedArticle(trial);
  await trial.browsing.prefer(page, { forcedColours: true });
  try {
    await selectWords(page, 'because it was time');
    const ours = await waitForOurs(trial.browsing, page, '.toolbar');
    ok(await ours.run(() => matchMedia('(forced-colors: active)').matches));
    equal(
      await ours.run((root) => getComputedStyle(root.querySelector('.toolbar') ?? root.host).borderTopStyle),
      'solid',
    );
    const tab = await trial.openOwn('library.html');
    const library = surfaceOf(tab);
    await trial.browsing.prefer(tab, { forcedColours: true });
    await waitForWords(library, passage);
    await clickOn(library, '.facet button', 'Green');
    await waitFor('the chosen facet to be outlined', () =>
      library.run((root) => {
        const chosen = root.querySelector('.facet button[aria-pressed=true]');
        return chosen !== null && getComputedStyle(chosen).outlineStyle === 'solid';
      }),
    );
    // The colours of highlights mean something: they stay.
    const swatch = await library.run(
      (root) => getComputedStyle(root.querySelector('.facet-swatch') ?? root.body).backgroundColor,
    );
    ok(swatch !== (await library.run((root) => getComputedStyle(root.body).backgroundColor)), swatch);
    const differs = await library.run((root) => {
      const [current, other] = ['a[aria-current]', 'a:not([aria-current])'].map((selector) =>
        getComputedStyle(root.querySelector(`.library-head nav ${selector}`) ?? root.body),
      );
      return current?.outlineStyle !== other?.outlineStyle || current?.fontWeight !== other?.fontWeight;
    });
    ok(differs, 'the view that is shown is told apart');
    const set = await trial.openOwn('settings.html');
    await trial.browsing.prefer(set, { forcedColours: true });
    await waitForWords(surfaceOf(set), 'Mark names everywhere');
    const knobs = await surfaceOf(set).run((root) =>
      [...root.querySelectorAll('.switch input')].map((input) => ({
        track: getComputedStyle(input).backgroundColor,
        knob: getComputedStyle(input, '::before').backgroundColor,
      })),
    );
    ok(knobs.length > 2 && knobs.every(({ track, knob }) => track !== knob), JSON.stringify(knobs));
  } finally {
    await trial.browsing.prefer(page);
  }
});
