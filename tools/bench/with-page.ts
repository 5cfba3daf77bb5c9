// A copy of the built extension with one more page in it, bench.html, that runs a module of the benchmarks with the
// extension's own code, in its own origin, with its workers.
import { cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import type { BrowserName } from '../browsers/find-browser.ts';
import { builtExtension } from '../browsers/launch.ts';

/** Notes when the first row of the popup was painted: ms since its document began. */
const watch = `new MutationObserver((_, observer) => {
  if (document.querySelector('[data-row]') === null) return;
  observer.disconnect();
  requestAnimationFrame(() => setTimeout(() => { globalThis.firstNoteAt = performance.now(); }));
}).observe(document, { subtree: true, childList: true });`;

/** @returns the folder of the copy; its popup tells in `firstNoteAt` when the first note was painted */
export async function extensionWithPage(name: BrowserName, module: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pressmark-bench-'));
  const extension = join(folder, 'extension');
  const source = join(folder, 'source');
  await cp(builtExtension(name), extension, { recursive: true });
  await mkdir(source);
  await writeFile(
    join(source, 'bench.html'),
    '<!doctype html><meta charset="utf-8"><script type="module" src="./entry.ts"></script>',
  );
  await writeFile(join(source, 'entry.ts'), `import ${JSON.stringify(module)};\n`);
  const popup = join(extension, 'popup.html');
  await writeFile(join(extension, 'bench-watch.js'), watch);
  await writeFile(
    popup,
    (await readFile(popup, 'utf8')).replace('<head>', '<head><script src="/bench-watch.js"></script>'),
  );
  await build({
    configFile: false,
    logLevel: 'error',
    root: source,
    build: {
      outDir: extension,
      emptyOutDir: false,
      assetsDir: 'bench',
      modulePreload: false,
      rollupOptions: { input: join(source, 'bench.html') },
    },
    worker: { format: 'es' },
  });
  return extension;
}
