// Finding the names in a text. A tagger's file is read when the first article asks for it; one tagger serves all tabs,
// and works in slices, so that a long text keeps no other tab's calls waiting.
import { browser } from 'wxt/browser';
import { correctRecognition } from '../../core/entities/correct.ts';
import type { TaggerName } from '../../core/entities/language.ts';
import type { RecogniseInput, Recognition } from '../../core/entities/mention.ts';
import type { Lexicon } from '../../core/entities/prepared-text.ts';
import { neededTagger, recogniseInSteps, type Taggers } from '../../core/entities/recognise.ts';
import { readTagger, type Tagger } from '../../core/entities/tagger.ts';
import { inSlices } from '../../core/slices.ts';
import { checkRecogniseInput } from '../../messages/validate.ts';
import type { Sender } from '../../messages/wire.ts';
import { addressKeysOf } from '../../notes/article-url.ts';
import { type Learned, learnedFor } from '../../notes/corrections.ts';
import type { PressmarkDatabase } from '../../notes/database.ts';
import { articleOfSender, wordsRead } from './articles.ts';

/** Kept in memory alone: a background that was stopped reads them again. */
const loading = new Map<TaggerName, Promise<Tagger | undefined>>();

/** Finds the names of the sender's article, as the reader has corrected them. */
export async function recogniseFor(db: PressmarkDatabase, sender: Sender, given: unknown): Promise<Recognition> {
  const input = checkRecogniseInput(given);
  wordsRead(db, sender, input.text).catch((error: unknown) => console.error('The words were not compared', error));
  const recognition = await inSlices(recogniseInSteps(input, await taggersFor(input)));
  const learned = await learnedOn(db, sender);
  return learned === undefined
    ? recognition
    : correctRecognition(input.text, recognition, learned.watched, learned.corrections);
}

/** Names are marked also while the database cannot be opened. */
async function learnedOn(db: PressmarkDatabase, sender: Sender): Promise<Learned | undefined> {
  try {
    return await learnedFor(db, addressKeysOf(await articleOfSender(sender)));
  } catch {
    return undefined;
  }
}

/** The tagger that a text needs, and the English one, whose list of names serves all. */
async function taggersFor(input: RecogniseInput): Promise<Taggers> {
  const en = await loadOnce('en');
  const needed = neededTagger(input) ?? 'en';
  const own = needed === 'en' ? en : await loadOnce(needed, en?.lexicon);
  return { ...(en === undefined ? {} : { en }), ...(own === undefined ? {} : { [needed]: own }) };
}

function loadOnce(name: TaggerName, base?: Lexicon): Promise<Tagger | undefined> {
  const known = loading.get(name) ?? loadTagger(name, base);
  loading.set(name, known);
  return known;
}

/** Undefined when the file is missing or damaged: handles are found without it. */
async function loadTagger(name: TaggerName, base: Lexicon | undefined): Promise<Tagger | undefined> {
  const file = `/models/${name}.model` as const;
  try {
    const response = await fetch(browser.runtime.getURL(file));
    return readTagger(new Uint8Array(await response.arrayBuffer()), base);
  } catch (error) {
    console.error(`The names file ${file} cannot be used; names that need it are not marked.`, error);
    return undefined;
  }
}
