// What belongs to the browser's window: its context menu and its shortcuts, by the real mouse and the real keys.
import { deepEqual } from 'node:assert/strict';
import { after, test } from 'node:test';
// For its types: the scripts run in the extension's own pages, where `browser` is a global.
import { browser } from 'wxt/browser';
import { selectWords, waitForKept, waitForPaint } from '../../tools/browsers/reading.ts';
import { startScreen } from '../../tools/browsers/screen.ts';
import { samplePages } from '../../tools/demo/serve.ts';
import { cardToWriteIn, highlight, waitForWords } from './steps.ts';
import { startTrial } from './trial.ts';

// Firefox's own window takes real input without a screen too.
const onScreen = process.env.PRESSMARK_BROWSER !== 'firefox';
const skip = onScreen && process.platform !== 'linux' && 'Xvfb, on which Chromium gets real input, is for Linux';
const screen = onScreen && !skip ? await startScreen() : undefined;
const trial = await startTrial(screen === undefined ? {} : { screen });
after(() => screen?.stop());
const passages = ['the wind stands', 'floating since 1891'] as const;

test('the browser gives every command the keys that it asks for', { skip }, async () => {
  const extension = await trial.browsing.inExtension();
  const without = await extension.run(async () => {
    const asked = Object.entries(browser.runtime.getManifest().commands ?? {}).filter(([, each]) => each.suggested_key);
    const given = await browser.commands.getAll();
    return asked.map(([name]) => name).filter((name) => !given.find((each) => each.name === name)?.shortcut);
  });
  deepEqual(without, []);
});

test('the context menu highlights and opens a note', { skip }, async () => {
  const page = await trial.open(samplePages.longRead);
  await waitForPaint(page, 'person', 'Eskil Thornbury');
  await selectWords(page, passages[0]);
  await trial.browsing.chooseFromMenu(page, 'highlight-purple');
  await waitForPaint(page, 'highlight-purple', passages[0]);
  await page.keyboard.press('Escape');
  await selectWords(page, passages[1]);
  await trial.browsing.chooseFromMenu(page, 'note');
  await cardToWriteIn(trial.browsing, page);
  await waitForKept(trial.browsing, { quote: passages[1] });
});

test('the keyboard commands highlight and open a note', { skip }, async () => {
  const page = await trial.open(samplePages.longRead);
  await waitForPaint(page, 'person', 'Eskil Thornbury');
  await selectWords(page, passages[0]);
  await trial.browsing.giveCommand(page, 'highlight');
  await waitForPaint(page, 'highlight-yellow', passages[0]);
  await selectWords(page, passages[1]);
  await trial.browsing.giveCommand(page, 'note');
  await cardToWriteIn(trial.browsing, page);
  await waitForKept(trial.browsing, { quote: passages[1] });
});

test('the popup opens by its keyboard command, over the article that is read', { skip }, async () => {
  const page = await trial.open(samplePages.longRead);
  await waitForPaint(page, 'person', 'Eskil Thornbury');
  await highlight(trial.browsing, page, passages[0], '1');
  const popup = await trial.browsing.openPopupByKeys(page);
  await waitForWords(popup, passages[0]);
});
