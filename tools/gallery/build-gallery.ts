// Makes the gallery into a folder of its own. It is built from the same components as the extension, and is in none of
// its packages.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const usualFolder = fileURLToPath(new URL('../../out/gallery', import.meta.url));

/** @returns the folder, with an index.html in it */
export async function buildGallery(folder = usualFolder): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    base: './',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: folder,
      target: ['chrome128', 'firefox140'],
      emptyOutDir: true,
      rollupOptions: { input: join(import.meta.dirname, 'index.html') },
    },
  });
  return folder;
}
