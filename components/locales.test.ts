// The words of the interface: every key is there, is used, and says the same in every language.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const locales = join(root, 'public/_locales');

type Messages = ReadonlyMap<string, string>;

function readMessages(locale: string): Messages {
  const parsed: Record<string, { message: string }> = JSON.parse(
    readFileSync(join(locales, locale, 'messages.json'), 'utf8'),
  );
  return new Map(Object.entries(parsed).map(([key, { message }]) => [key, message]));
}

function readSource(): string {
  const folders = ['components', 'entrypoints', 'messages', 'places'].map((folder) => join(root, folder));
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
      .map((name) => join(folder, name)),
  );
  return [...files, join(root, 'wxt.config.ts')].map((file) => readFileSync(file, 'utf8')).join('\n');
}

const substitutionsIn = (message: string): string[] => [...new Set(message.match(/\$\d/g) ?? [])].sort();

const english = readMessages('en');
const source = readSource();
const others = readdirSync(locales).filter((locale) => locale !== 'en');

describe('the words of the interface', () => {
  it('has every key that the source asks for', () => {
    const asked = source.matchAll(/(?:getMessage|words|say)\(\s*'(\w+)'|__MSG_(\w+)__/g);
    const missing = [...asked]
      .map(([, key, manifestKey]) => key ?? manifestKey ?? '')
      .filter((key) => !english.has(key));
    expect(missing).toEqual([]);
  });

  it('has no key that nothing asks for', () => {
    const unused = [...english.keys()].filter((key) => {
      const name = key.replace(/_(one|other)$/, '');
      return !source.includes(`'${name}'`) && !source.includes(`__MSG_${name}__`);
    });
    expect(unused).toEqual([]);
  });

  it('has all forms of what is counted', () => {
    const single = [...english.keys()].filter((key) => key.endsWith('_one'));
    expect(single.filter((key) => !english.has(key.replace(/_one$/, '_other')))).toEqual([]);
    expect(single).not.toEqual([]);
  });

  it.each(others)('has the same keys in %s', (locale) => {
    expect([...readMessages(locale).keys()].sort()).toEqual([...english.keys()].sort());
  });

  it.each(others)('fills in the same places in %s and leaves no message empty', (locale) => {
    for (const [key, message] of readMessages(locale)) {
      expect(substitutionsIn(message), key).toEqual(substitutionsIn(english.get(key) ?? ''));
      expect(message.trim(), key).not.toBe('');
    }
  });

  it.each(['en', ...others])('says in %s which language it is, for plural forms', (locale) => {
    expect(readMessages(locale).get('language')).toBe(locale.replace('_', '-'));
  });
});
