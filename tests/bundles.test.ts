// What the built bundles hold: what runs in pages stays small and knows neither the view library nor the database.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** The spotter runs on every page: bytes, its model included. */
const spotterBudget = 16 * 1024;

/**
 * The annotator runs on articles, which pay for it in full: bytes. A quarter of it are the models that read the article.
 * Raise it with a reason, in docs/design.md, What a page pays.
 */
const annotatorBudget = 130_000;

/** What stands in a bundle that holds Preact or Dexie, whatever its names were made into. */
const preact = ['dangerouslySetInnerHTML', '__preact', '_dom'];
const dexie = ['Dexie', 'DexieError', 'IDBKeyRange'];

const folders = ['chrome-mv3', 'firefox-mv3'].map((name) => new URL(`../.output/${name}/`, import.meta.url));

describe.skipIf(!folders.every((folder) => existsSync(folder)))('the built extension', () => {
  for (const folder of folders) {
    const name = folder.pathname.split('/').at(-2);
    const read = (file: string) => readFileSync(new URL(file, folder), 'utf8');

    it(`holds a spotter within its budget (${name})`, () => {
      expect(Buffer.byteLength(read('spotter.js'))).toBeLessThanOrEqual(spotterBudget);
    });

    it(`holds an annotator within its budget (${name})`, () => {
      expect(Buffer.byteLength(read('annotator.js'))).toBeLessThanOrEqual(annotatorBudget);
    });

    it(`holds no Preact and no Dexie in what runs in pages (${name})`, () => {
      for (const file of ['spotter.js', 'annotator.js']) {
        const bundle = read(file);
        expect([file, [...preact, ...dexie].filter((word) => bundle.includes(word))]).toEqual([file, []]);
      }
    });

    it(`lets web pages open its card and nothing else, and listens to no other extension (${name})`, () => {
      const manifest = JSON.parse(read('manifest.json'));
      const open = manifest.web_accessible_resources.flatMap((each: { resources: string[] }) => each.resources);
      expect(open).toEqual(['editor.html']);
      expect(manifest).not.toHaveProperty('externally_connectable');
      // Chromium gives the card another address in each session, so that no page can tell who has the extension.
      if (name === 'chrome-mv3') expect(manifest.web_accessible_resources[0].use_dynamic_url).toBe(true);
      for (const file of ['background.js', 'spotter.js', 'annotator.js']) {
        expect(read(file)).not.toMatch(/onMessageExternal|onConnectExternal|onUserScriptMessage/);
      }
    });

    it(`is known to hold them where they belong, so that the words above find them (${name})`, () => {
      expect(dexie.some((word) => read('background.js').includes(word))).toBe(true);
      const views = read('popup.html').match(/chunks\/[\w.-]+\.js/g) ?? [];
      expect(views.some((file) => preact.some((word) => read(file).includes(word)))).toBe(true);
    });
  }
});
