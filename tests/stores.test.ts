// What the stores are told is true of what they get.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const root = new URL('../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const built = ['chrome-mv3', 'firefox-mv3'].filter((name) => existsSync(new URL(`.output/${name}/`, root)));
const reasons = read('docs/store.md');
const locales = readdirSync(new URL('public/_locales/', root));

/** Stores cut what is longer, or refuse it. */
const longestSummary = 132;

it.skipIf(built.length === 0).each(built)('every permission of %s has its reason in docs/store.md', (name) => {
  const { permissions, host_permissions, optional_permissions } = JSON.parse(read(`.output/${name}/manifest.json`));
  for (const permission of [...permissions, ...host_permissions, ...optional_permissions])
    expect(reasons).toContain(`\`${permission}\``);
});

it.skipIf(!built.includes('firefox-mv3'))('Firefox is told that nothing is collected', () => {
  const { gecko } = JSON.parse(read('.output/firefox-mv3/manifest.json')).browser_specific_settings;
  expect(gecko.data_collection_permissions).toEqual({ required: ['none'] });
});

it.each(locales)('the listing in %s begins with the description that the extension shows', (locale) => {
  const { extensionDescription } = JSON.parse(read(`public/_locales/${locale}/messages.json`));
  expect(extensionDescription.message.length).toBeLessThanOrEqual(longestSummary);
  expect(read(`docs/store/${locale}.md`)).toContain(`.** ${extensionDescription.message}`);
});
