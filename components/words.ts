// The words of the interface, by key. Components get them from a context, so that they know nothing of extensions;
// a key that public/_locales/en does not have does not compile.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type messages from '../public/_locales/en/messages.json';

export type WordKey = keyof typeof messages;
/** Keys that have a form for each plural category: `popupNotes` for `popupNotes_one` and `popupNotes_other`. */
export type CountKey = WordKey extends infer Key ? (Key extends `${infer Base}_other` ? Base : never) : never;

/** A form of what is counted: each language has those that its plural rules know, English `one` and `other`. */
export type FormKey = `${CountKey}_${Intl.LDMLPluralRule}`;

/** The sentence of a key in the reader's language, `$1` to `$9` filled in. */
export type Words = (key: WordKey | FormKey, ...substitutions: string[]) => string;

/** Without a provider a key stands for its words; they are in English then. */
export const WordsContext = createContext<Words>((key) => (key === 'language' ? 'en' : key));

export function useWords(): Words {
  return useContext(WordsContext);
}

/** The sentence for a number of things, in the plural form that the language of the words asks for. `$1` is the number. */
export function countWords(words: Words, key: CountKey, count: number, ...more: string[]): string {
  const language = words('language');
  const form = pluralRules(language).select(count);
  return words(`${key}_${form}`, new Intl.NumberFormat(language).format(count), ...more);
}

function pluralRules(language: string): Intl.PluralRules {
  try {
    return new Intl.PluralRules(language);
  } catch {
    return new Intl.PluralRules('en');
  }
}
