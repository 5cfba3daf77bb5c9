// The card of a marked name: who it is, how often it is named, its mentions, its notes; the profile of a handle.
import { equal, match, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { waitFor } from '../../tools/browsers/browsing.ts';
import { clickWords, waitForCard, waitForKept, waitForPaint } from '../../tools/browsers/reading.ts';
import { boxOf, clickOn, textOf } from '../../tools/browsers/surfaces.ts';
import { samplePages } from '../../tools/demo/serve.ts';
import { cardToWriteIn, waitForNoCard, waitForWords } from './steps.ts';
import { startTrial } from './trial.ts';

const trial = await startTrial();

test('the card of a person tells name, kind and how often they are named', async () => {
  const page = await trial.open(samplePages.portal);
  await waitForPaint(page, 'person', 'Tomas Okafor');
  await clickWords(page, 'Tomas Okafor');
  const card = await waitForCard(trial.browsing, page, '.card-top');
  const text = await waitForWords(card, 'Tomas Okafor');
  match(text, /Person/);
  match(text, /Named 3 times/);
  ok((await boxOf(card, 'button', 'Write a note on this')) !== null);
  await page.keyboard.press('Escape');
  await waitForNoCard(trial.browsing, page);
});

test('the card leads to the next and the previous mention', async () => {
  const page = await trial.open(samplePages.portal);
  await waitForPaint(page, 'person', 'Tomas Okafor');
  await clickWords(page, 'Tomas Okafor');
  const card = await waitForCard(trial.browsing, page, '.card-top');
  await waitForWords(card, '1 of 3');
  const before = await page.evaluate(() => scrollY);
  await clickOn(card, 'button', 'Next mention');
  await waitForWords(card, '2 of 3');
  await clickOn(card, 'button', 'Next mention');
  await waitForWords(card, '3 of 3');
  await waitFor('the page to scroll on', async () => (await page.evaluate(() => scrollY)) > before);
  await clickOn(card, 'button', 'Previous mention');
  await waitForWords(card, '2 of 3');
});

test('a note on a person is kept under their name and shown in their card again', async () => {
  const page = await trial.open(samplePages.portal);
  await waitForPaint(page, 'person', 'Tomas Okafor');
  await clickWords(page, 'Tomas Okafor');
  let card = await waitForCard(trial.browsing, page, '.card-top');
  await clickOn(card, 'button', 'Write a note on this');
  card = await cardToWriteIn(trial.browsing, page);
  await card.type('Met him in 2019');
  await waitForKept(trial.browsing, { entity: 'Tomas Okafor', note: 'Met him in 2019' });
  await page.keyboard.press('Escape');
  await waitForNoCard(trial.browsing, page);
  await clickWords(page, 'Tomas Okafor');
  card = await waitForCard(trial.browsing, page, '.entity-notes li');
  await waitForWords(card, 'Met him in 2019');
});

test('a handle names its platform and opens its profile only when the link is clicked', async () => {
  const page = await trial.open(samplePages.portal);
  await waitForPaint(page, 'handle', '@annelibrandt');
  await clickWords(page, '@annelibrandt');
  const card = await waitForCard(trial.browsing, page, 'a');
  match(await textOf(card), /Handle on Instagram/);
  const link = await card.run((root) => {
    const profile = root.querySelector('a');
    return { href: profile?.href ?? '', target: profile?.target ?? '', rel: profile?.rel ?? '' };
  });
  match(link.href, /^https:\/\/(www\.)?instagram\.com\/annelibrandt\/?$/);
  equal(link.target, '_blank');
  match(link.rel, /noopener/);
  const open = trial.browsing.puppeteer.targets().filter((target) => target.url().includes('instagram'));
  equal(open.length, 0);
});
