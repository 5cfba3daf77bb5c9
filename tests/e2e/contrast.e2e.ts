// Words under a highlight keep a contrast of 4.5, as the browser really paints them: the faintest words that a page may
// print, drawn as full blocks, so that the pixels tell their colour.
import { ok } from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { contrast, type Rgb } from '../../core/painting/contrast.ts';
import { selectWords, waitForOurs, waitForPaint } from '../../tools/browsers/reading.ts';
import type { MadePage } from '../../tools/demo/serve.ts';
import { colourOf } from './steps.ts';
import { startTrial } from './trial.ts';

const blocks = '████';
/** Begins a line of white words in a blue box. */
const boxed = 'boxed';
const filler = 'The ferry between the islands was late again on Monday, said the harbour office in a short statement. ';

function pageIn(words: string, ground: string): MadePage {
  const lines = Object.values(colourOf).map((colour) => `<p style="font-size:40px">${colour}${blocks}</p>`);
  const about = { '@context': 'https://schema.org', '@type': 'NewsArticle', headline: 'Ferry late again' };
  return {
    type: 'text/html; charset=utf-8',
    body: `<!doctype html><html lang="en"><head><title>Ferry late again</title><link rel="icon" href="/favicon.svg">
      <meta property="og:type" content="article"><script type="application/ld+json">${JSON.stringify(about)}</script>
      <style>body{margin:24px;max-width:700px;color:${words};background:${ground}}</style></head>
      <body><article><h1>Ferry late again</h1>${`<p>${filler.repeat(4)}</p>`.repeat(4)}${lines.join('')}
      <div style="background:#0076bd;color:#fff"><p style="font-size:40px">${boxed}${blocks}</p></div></article></body></html>`,
  };
}

/** Greys that read at 4.5 on these grounds, and hardly more. */
const pages = new Map([
  ['/light', pageIn('#767676', '#ffffff')],
  ['/dark', pageIn('#7d7d7d', '#121212')],
]);
const trial = await startTrial({ pages });

/** The colour of the middle of a block, and of the ground just beside the letters, as they are on the screen. */
async function coloursOf(page: Page, colour: string): Promise<{ words: Rgb; ground: Rgb }> {
  const at = await page.evaluate((wanted) => {
    const text = [...document.querySelectorAll('p')].find((each) => each.textContent?.startsWith(wanted))?.firstChild;
    if (!text) throw new Error('No such line');
    text.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const range = document.createRange();
    range.setStart(text, wanted.length);
    range.setEnd(text, wanted.length + 1);
    const block = range.getBoundingClientRect();
    range.setStart(text, 0);
    const all = range.getBoundingClientRect();
    return { words: [block.left + block.width / 2, block.top + block.height / 2], ground: [all.left + 1, all.top + 2] };
  }, colour);
  const picture = Buffer.from(await page.screenshot()).toString('base64');
  const seen: string = await page.evaluate(
    async (png, points) => {
      const image = new Image();
      image.src = `data:image/png;base64,${png}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d', { willReadFrequently: true });
      context?.drawImage(image, 0, 0);
      return JSON.stringify(
        points.map(([x = 0, y = 0]) => [...(context?.getImageData(x, y, 1, 1).data ?? [])].slice(0, 3)),
      );
    },
    picture,
    [at.words, at.ground],
  );
  const [words, ground]: [Rgb, Rgb] = JSON.parse(seen);
  return { words, ground };
}

for (const path of pages.keys()) {
  test(`the faintest words that read on a page read under every colour of a highlight too (${path})`, async () => {
    const page = await trial.open(path);
    const plain = await coloursOf(page, 'yellow');
    ok(contrast(plain.words, plain.ground) >= 4.5, `on the page itself ${contrast(plain.words, plain.ground)}`);
    for (const [key, colour] of Object.entries(colourOf)) {
      await selectWords(page, colour + blocks);
      await waitForOurs(trial.browsing, page, '.toolbar');
      await page.keyboard.press(`Digit${key}` as 'Digit1');
      await waitForPaint(page, `highlight-${colour}`, colour);
      const { words, ground } = await coloursOf(page, colour);
      ok(ground.join() !== plain.ground.join(), `${colour} is seen`);
      const measured = contrast(words, ground);
      ok(measured >= 4.5, `${colour}: ${words} on ${ground} has ${measured.toFixed(2)}`);
    }
    await selectWords(page, boxed + blocks);
    await waitForOurs(trial.browsing, page, '.toolbar');
    await page.keyboard.press('Digit1');
    await waitForPaint(page, 'highlight-yellow-odd', boxed);
    const { words, ground } = await coloursOf(page, boxed);
    ok(contrast(words, ground) >= 4.5, `in the box ${words} on ${ground} has ${contrast(words, ground).toFixed(2)}`);
  });
}
