// What painting costs a page, in real Chromium and Firefox: a thousand ranges, the page's nodes and styles, the pointer,
// and pages of React and Preact that render themselves under the highlights.
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { type BrowserName, browserNames, findBrowser } from '../browsers/find-browser.ts';
import { rounded } from './anchoring-score.ts';
import type { Rerendered } from './painting-frameworks-in-page.ts';
import type { Painted } from './painting-in-page.ts';
import { bundleForPage } from './stored-pages.ts';

export async function bench(): Promise<void> {
  const painting = await bundleForPage(join(import.meta.dirname, 'painting-in-page.ts'), 'Painting');
  const frameworks = await bundleForPage(join(import.meta.dirname, 'painting-frameworks-in-page.ts'), 'Frameworks');
  const summary: Record<string, unknown> = {};
  for (const name of browserNames) {
    const browser = await launch(name);
    try {
      // The first run warms up.
      await run<Painted>(browser, painting, 'Painting.measurePainting()');
      const painted = await run<Painted>(browser, painting, 'Painting.measurePainting()');
      const rerendered = await run<Rerendered[]>(browser, frameworks, 'Frameworks.measureFrameworks()');
      print(name, painted, rerendered);
      const wrong = rerendered.filter(({ isRight, complaints }) => !isRight || complaints.length > 0);
      summary[name] = { ...painted, renderings: rerendered.length, wrong: wrong.length };
    } finally {
      await browser.close();
    }
  }
  console.log(JSON.stringify({ bench: 'painting', ...summary }));
}

function launch(name: BrowserName): Promise<Browser> {
  return puppeteer.launch({
    browser: name === 'chromium' ? 'chrome' : 'firefox',
    executablePath: findBrowser(name),
    headless: true,
    timeout: 90_000,
    args: name === 'chromium' && process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
}

async function run<Result>(browser: Browser, bundle: string, call: string): Promise<Result> {
  const page = await browser.newPage();
  try {
    await page.setContent('<!doctype html><title>Painting</title><body style="font: 16px/1.5 serif"></body>');
    const answer = await page.evaluate(`(async () => { ${bundle}; return JSON.stringify(await ${call}); })()`);
    const result: Result = JSON.parse(String(answer));
    return result;
  } finally {
    await page.close();
  }
}

function print(name: BrowserName, painted: Painted, rerendered: readonly Rerendered[]): void {
  const { ranges, paintMs, frameMs, nodesAdded, stylesChanged, pointerMs, pointerFound } = painted;
  console.log(
    `${name.padEnd(10)} ${ranges} ranges ${rounded(paintMs)} ms, two frames later ${rounded(frameMs)} ms | ` +
      `nodes added ${nodesAdded}, computed styles changed ${stylesChanged} | pointer ${rounded(pointerMs)} ms (on ${pointerFound} of 400)`,
  );
  for (const { framework, step, isRight, highlights, standing, complaints } of rerendered) {
    const text = isRight ? 'right text' : 'WRONG TEXT';
    console.log(
      `  ${framework.padEnd(8)} ${step.padEnd(24)} ${text}, ${standing} of ${highlights} stand ${complaints.join(' | ')}`,
    );
  }
}
