// The extension asks nothing of any network, and leaves the article's elements as they are to the byte.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { waitForPaint } from '../../tools/browsers/reading.ts';
import { clickOn } from '../../tools/browsers/surfaces.ts';
import { samplePages } from '../../tools/demo/serve.ts';
import { startRecorder } from './recorder.ts';
import { highlight, waitForNoCard, waitForWords, writeNote } from './steps.ts';
import { startTrial } from './trial.ts';

const recorder = await startRecorder();
const trial = await startTrial({ proxy: recorder.address });

/** What Chromium and Firefox ask their makers for by themselves: spelling dictionaries, accounts, settings. */
const browsersOwn =
  /^(?:CONNECT|GET|POST) (?:https?:\/\/)?(?:[\w-]+\.)*(?:gvt1\.com|google\.com|googleapis\.com|mozilla\.(?:com|org|net))[:/]/;

test("the article's elements are the same to the byte before and after marking and highlighting", async () => {
  const page = await trial.open(samplePages.portal);
  // The page as the server sends it, parsed by the same browser, without the extension's hands on it.
  const untouched = await page.evaluate(async () => {
    const html = await (await fetch(location.href)).text();
    return new DOMParser().parseFromString(html, 'text/html').body.outerHTML;
  });
  await waitForPaint(page, 'person', 'Tomas Okafor');
  equal(await bodyOf(page), untouched);
  await highlight(trial.browsing, page, 'a ship that cannot be paid for', '2');
  await waitForPaint(page, 'highlight-green', 'a ship that cannot be paid for');
  await writeNote(trial.browsing, page, 'jammed, and neither side', 'A door again');
  await page.keyboard.press('Escape');
  await waitForNoCard(trial.browsing, page);
  await waitForPaint(page, 'noted', 'jammed, and neither side');
  equal(await bodyOf(page), untouched);
  equal(await page.evaluate(() => document.head.querySelectorAll('style, link[rel=stylesheet]').length), 1);
});

test('the watch sees what the pages of the extension ask for, also of this machine, and what pages ask for', async () => {
  const page = await trial.open(samplePages.longRead);
  const extension = await trial.browsing.inExtension();
  for (const address of ['http://ours.example/', 'http://127.0.0.1:4711/']) {
    await extension.run((_root, at) => fetch(at, { mode: 'no-cors' }).then(() => '', String), address);
  }
  await page.evaluate(() => fetch('http://theirs.example/', { mode: 'no-cors' }).then(() => '', String));
  // Firefox makes what an extension asks for a secure connection.
  for (const host of ['ours.example', '127.0.0.1:4711', 'theirs.example']) {
    ok(
      recorder.requests.some((request) => request.includes(host)),
      `${host} was not seen`,
    );
  }
  trial.complaints.splice(0);
});

test('no request leaves the browser while names are marked, notes written, listed and searched', async () => {
  recorder.requests.length = 0;
  const before = trial.site.requests.length;
  const page = await trial.open(samplePages.longRead);
  await waitForPaint(page, 'person', 'Eskil Thornbury');
  await writeNote(trial.browsing, page, 'can hear the lamp', 'Where does this go?');
  await page.keyboard.press('Escape');
  await waitForNoCard(trial.browsing, page);
  const popup = await trial.browsing.openPopup(page);
  await waitForWords(popup, 'Where does this go?');
  await clickOn(popup, 'input[type=search]');
  await popup.type('where');
  await waitForWords(popup, '1 note found');
  await trial.browsing.closePopup();
  await trial.browsing.stopBackground();
  await highlight(trial.browsing, page, 'because it was time', '1');
  deepEqual(
    recorder.requests.filter(
      (request) => !browsersOwn.test(request) && !request.startsWith(`GET ${trial.site.origin}/`),
    ),
    [],
  );
  const own = new Set([samplePages.longRead, '/style.css', '/favicon.svg', '/photos/lighthouse.svg']);
  const asked = trial.site.requests.slice(before).map((request) => request.replace('GET ', ''));
  deepEqual(
    asked.filter((path) => !own.has(path)),
    [],
  );
  equal(asked.filter((path) => path === samplePages.longRead).length, 1);
});

function bodyOf(page: Page): Promise<string> {
  return page.evaluate(() => document.body.outerHTML);
}
