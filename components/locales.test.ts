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
const all = readdirSync(locales);
const counted = new Set([...english.keys()].filter((key) => key.endsWith('_other')).map((key) => key.slice(0, -6)));

/** Of a plural form, what is counted; undefined for any other key. */
function baseOf(key: string): string | undefined {
  const base = key.replace(/_(?:zero|one|two|few|many|other)$/, '');
  return base !== key && counted.has(base) ? base : undefined;
}

/** In Russian the form of 1 is that of 21 too, in French that of 0. */
function standsForOneAlone(locale: string): boolean {
  const rules = new Intl.PluralRules(locale);
  return Array.from({ length: 200 }, (_, number) => number).every((number) => {
    return number === 1 || rules.select(number) !== 'one';
  });
}

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

  it('counts some things', () => {
    expect(counted.size).toBeGreaterThan(0);
  });

  it.each(all)('has the same sentences in %s, and all plural forms that the language has', (locale) => {
    const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
    const wanted = [...english.keys()].flatMap((key) => {
      const base = baseOf(key);
      return base === undefined ? [key] : pluralCategories.map((form) => `${base}_${form}`);
    });
    expect([...readMessages(locale).keys()].sort()).toEqual([...new Set(wanted)].sort());
  });

  it.each(all)('fills in the same places in %s and leaves no message empty', (locale) => {
    for (const [key, message] of readMessages(locale)) {
      const base = baseOf(key);
      const places = substitutionsIn(english.get(base === undefined ? key : `${base}_other`) ?? '');
      // "Named once" needs no number, but only where that form stands for 1 alone.
      const wordless = base !== undefined && key.endsWith('_one') && standsForOneAlone(locale);
      const numberless = places.filter((place) => place !== '$1');
      expect([key, substitutionsIn(message)]).toEqual([key, wordless && !message.includes('$1') ? numberless : places]);
      expect(message.trim(), key).not.toBe('');
    }
  });

  it.each(all)('says in %s which language it is, for plural forms', (locale) => {
    expect(readMessages(locale).get('language')).toBe(locale.replace('_', '-'));
  });
});
