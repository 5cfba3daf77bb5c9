// npm run gallery: every component in its states, light and dark, in all languages and both directions of writing.
// Builds it into out/gallery/, serves it, and opens a browser where there is a display.
import { spawn } from 'node:child_process';
import { findBrowser } from '../browsers/find-browser.ts';
import { serveSite } from '../demo/serve.ts';
import { buildGallery } from './build-gallery.ts';

const site = await serveSite({ folders: [await buildGallery()] });
console.log(`${site.origin}/index.html (and ?lang=ru&dir=rtl). Ctrl+C ends this.`);
if (process.env.DISPLAY || process.env.WAYLAND_DISPLAY || process.platform !== 'linux') {
  spawn(findBrowser('firefox'), [`${site.origin}/index.html`], { stdio: 'ignore' });
}
