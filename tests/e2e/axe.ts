// axe-core on what the extension shows: https://github.com/dequelabs/axe-core. Brought into the view by the driver, so
// that nothing of it is in the extension.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { type Script, type Surface, surfaceOf } from '../../tools/browsers/browsing.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * What axe finds wrong, one line for each element.
 * @param parts only parts of views are shown: whether a page has its landmarks and headings in order is not asked
 */
export async function violationsOn(surface: Surface, parts = false): Promise<string[]> {
  const options = { runOnly: parts ? rules : [...rules, 'best-practice'], resultTypes: ['violations'] };
  const look: Script<Document, [], string[]> = async () => [];
  // The driver sends a script as its text; this one is too long to stand here.
  look.toString = () => `async () => {
    if (!('axe' in window)) { ${source} }
    // A colour on its way to another is judged where it ends.
    await Promise.allSettled(document.getAnimations().map((each) => each.finished));
    const { violations } = await axe.run(document, ${JSON.stringify(options)});
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => id + ': ' + html.slice(0, 200) + ' ' + failureSummary));
  }`;
  return surface.run(look);
}

/**
 * The same for what stands in the page itself: axe cannot look into a closed root, so its elements and rules are copied
 * into a page of their own.
 */
export async function violationsInPage(ours: Surface<ShadowRoot>, page: Page): Promise<string[]> {
  const { html, css, scheme } = await ours.run((root) => {
    const sheets = [...root.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText));
    return {
      html: root.innerHTML,
      css: sheets.join('\n'),
      scheme: getComputedStyle(root.host).colorScheme,
    };
  });
  await page.setContent(
    `<!doctype html><html lang="en"><title>Copy</title><link rel="icon" href="/favicon.svg"><style>:root{color-scheme:${scheme}}
    body{background:Canvas;color:CanvasText}</style>
    <main><h1>Copy</h1><div><template shadowrootmode="open"><style>${css} *{animation:none!important}</style>${html}</template></div></main></html>`,
  );
  return violationsOn(surfaceOf(page));
}
