// Draws the toolbar icons from the SVG files beside it: `node tools/build/icons.ts [CHROMIUM]`. The PNG files are kept
// in the project, so that a build needs no browser.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';

const sources = join(import.meta.dirname, 'icons');
const targets = join(import.meta.dirname, '../../public/icon');

/** Drawing, file name, size in px. In the toolbar an icon is quiet until the page is an article. */
const icons: readonly [string, string, number][] = [
  ['quiet', '16', 16],
  ['quiet', '32', 32],
  ['article', '48', 48],
  ['article', '128', 128],
  ['article', 'article-16', 16],
  ['article', 'article-32', 32],
  ['quiet-on-light', 'quiet-on-light-16', 16],
  ['quiet-on-light', 'quiet-on-light-32', 32],
  ['quiet-on-dark', 'quiet-on-dark-16', 16],
  ['quiet-on-dark', 'quiet-on-dark-32', 32],
];

const profile = mkdtempSync(join(tmpdir(), 'icons-'));
const browser = await puppeteer.launch({
  executablePath: process.argv[2] ?? '/usr/bin/chromium',
  userDataDir: profile,
  args: ['--no-sandbox', '--force-color-profile=srgb'],
});
try {
  const page = await browser.newPage();
  for (const [drawing, name, size] of icons) {
    const svg = readFileSync(join(sources, `${drawing}.svg`), 'utf8');
    await page.setViewport({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
    writeFileSync(join(targets, `${name}.png`), await page.screenshot({ omitBackground: true }));
  }
} finally {
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
}
