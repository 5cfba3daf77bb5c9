// The Tab key goes through every view of ours in the order of its elements: none is left out, none holds the focus,
// and each that has it is in sight.
import { deepEqual, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { type Surface, surfaceOf, waitFor } from '../../tools/browsers/browsing.ts';
import { clickWords, selectWords, waitForCard, waitForOurs } from '../../tools/browsers/reading.ts';
import { waitForNoCard, waitForWords } from './steps.ts';
import { startTrial } from './trial.ts';
import { openNotedArticle, openView, passage, viewsOf } from './views.ts';

const trial = await startTrial();

/** What the Tab key should lead to, in order; a group of radio buttons is one stop. */
function stopsIn(root: Document): string[] {
  const all = [...root.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex]')];
  const groups = new Set<string>();
  const stops = all.filter((element) => {
    if (element.tabIndex < 0 || element.matches(':disabled') || !element.checkVisibility()) return false;
    if (!element.matches('input[type=radio]')) return true;
    const name = element.getAttribute('name') ?? '';
    const group = [...root.querySelectorAll('input[type=radio]')].filter((each) => each.getAttribute('name') === name);
    const chosen = group.find((each) => each.matches(':checked'));
    if (groups.has(name) || (chosen !== undefined && chosen !== element)) return false;
    groups.add(name);
    return true;
  });
  for (const [index, element] of stops.entries()) element.dataset.stop = String(index);
  return stops.map((element) => element.outerHTML.slice(0, 80));
}

/** The stop that has the focus, or why it is none that can be seen. */
function stopNow(root: Document): number | string {
  // In Firefox's popup the script belongs to another window: nothing is an instance of its classes.
  const element = root.activeElement as HTMLElement | null;
  if (element === null || element === root.body) return -1;
  const { top, bottom } = element.getBoundingClientRect();
  if (bottom <= 0 || top >= innerHeight) return `out of sight: ${element.outerHTML.slice(0, 80)}`;
  return element.dataset.stop === undefined
    ? `no stop: ${element.outerHTML.slice(0, 80)}`
    : Number(element.dataset.stop);
}

/** The stops once all parts of the view are there: they come one by one, each when its data is read. */
async function settledStops(view: Surface, name: string): Promise<string[]> {
  let stops: string[] = [];
  let looksAlike = 0;
  await waitFor(`the stops of ${name}`, async () => {
    const now = await view.run(stopsIn);
    looksAlike = now.length > 1 && now.join() === stops.join() ? looksAlike + 1 : 0;
    stops = now;
    return looksAlike === 5;
  });
  return stops;
}

async function walk(view: Surface, name: string): Promise<void> {
  await view.run((root) => (root.activeElement as HTMLElement | null)?.blur());
  const stops = await settledStops(view, name);
  const walked: (number | string)[] = [];
  // Between the last and the first the browser's own controls may have it.
  for (let step = 0; step < stops.length * 2 && new Set(walked).size < stops.length; step++) {
    await view.press('Tab');
    const now = await view.run(stopNow);
    if (now !== -1) walked.push(now);
  }
  const first = walked[0];
  const expected = stops.map((_stop, index) => (index + (typeof first === 'number' ? first : 0)) % stops.length);
  deepEqual(walked.slice(0, stops.length), expected, `${name}: ${stops.join('\n')}`);
}

test('the Tab key goes through popup, panel, settings, first run, exchange and library in order, and leaves nothing out', async () => {
  const page = await openNotedArticle(trial);
  if (trial.browsing.name === 'chromium') {
    const popup = await trial.browsing.openPopup(page);
    // The first rows and the names come before and after what the page is.
    await waitForWords(popup, 'Who’s who');
    await waitForWords(popup, 'Note on this page');
    await walk(popup, 'popup');
    await trial.browsing.closePopup();
  } else {
    // Firefox's popup hands the driver's Tab on to the browser's own window: it is walked in a tab.
    const popup = surfaceOf(await trial.openOwn('popup.html'));
    await waitForWords(popup, passage);
    await waitFor('the heading', () => popup.run((root) => root.querySelector('h1') !== null));
    await walk(popup, 'popup');
  }
  for (const each of await viewsOf(trial, page)) {
    if (
      !['panel', 'settings', 'first run', 'import and export', 'names', 'page of a name', 'timeline'].includes(
        each.name,
      )
    )
      continue;
    const { tab, view } = await openView(trial, each);
    await walk(view, each.name);
    await tab.close();
  }
});

test('the Tab key goes through the card of a name and of a note', async () => {
  const page = await openNotedArticle(trial);
  for (const [words, inside] of [
    ['Eskil Thornbury', '.card-top'],
    [passage, 'textarea'],
  ] as const) {
    await clickWords(page, words);
    const card = await waitForCard(trial.browsing, page, inside);
    await walk(card, words);
    await page.keyboard.press('Escape');
    await waitForNoCard(trial.browsing, page);
  }
});

test('the arrows go round in the toolbar', async () => {
  const page = await openNotedArticle(trial);
  await selectWords(page, 'because it was time');
  const toolbar = await waitForOurs(trial.browsing, page, '.toolbar');
  const shown = await toolbar.run((root) => {
    const buttons = [...root.querySelectorAll<HTMLElement>('.toolbar button')].filter((each) => each.checkVisibility());
    buttons[0]?.focus();
    return buttons.map((each) => each.getAttribute('aria-label') ?? each.textContent ?? '');
  });
  ok(shown.length > 6, shown.join(', '));
  const walked: string[] = [];
  for (let step = 0; step < shown.length; step++) {
    await page.keyboard.press('ArrowRight');
    walked.push(
      await toolbar.run((root) => {
        const at = root.activeElement;
        return at?.getAttribute('aria-label') ?? at?.textContent ?? '';
      }),
    );
  }
  deepEqual(walked, [...shown.slice(1), shown[0]]);
});
