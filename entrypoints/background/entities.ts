// Finding the names in a text. The tagger's file is read when the first article asks; one tagger serves all tabs, and
// works in slices, so that a long text keeps no other tab's calls waiting.
import { browser } from 'wxt/browser';
import { correctRecognition } from '../../core/entities/correct.ts';
import type { Recognition } from '../../core/entities/mention.ts';
import { recogniseInSteps } from '../../core/entities/recognise.ts';
import { readTagger, type Tagger } from '../../core/entities/tagger.ts';
import { inSlices } from '../../core/slices.ts';
import { checkRecogniseInput } from '../../messages/validate.ts';
import type { Sender } from '../../messages/wire.ts';
import { addressKeysOf } from '../../notes/article-url.ts';
import { type Learned, learnedFor } from '../../notes/corrections.ts';
import type { PressmarkDatabase } from '../../notes/database.ts';
import { articleOfSender, wordsRead } from './articles.ts';

const modelFile = '/models/en.model';

/** Kept in memory alone: a background that was stopped reads it again. */
let tagger: Promise<Tagger | undefined> | undefined;

/** Finds the names of the sender's article, as the reader has corrected them. */
export async function recogniseFor(db: PressmarkDatabase, sender: Sender, given: unknown): Promise<Recognition> {
  const input = checkRecogniseInput(given);
  wordsRead(db, sender, input.text).catch((error: unknown) => console.error('The words were not compared', error));
  tagger ??= loadTagger();
  const recognition = await inSlices(recogniseInSteps(input, await tagger));
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

/** Undefined when the file is missing or damaged: handles are found without it. */
async function loadTagger(): Promise<Tagger | undefined> {
  try {
    const response = await fetch(browser.runtime.getURL(modelFile));
    return readTagger(new Uint8Array(await response.arrayBuffer()));
  } catch (error) {
    console.error(`The names file ${modelFile} cannot be used; only handles are marked.`, error);
    return undefined;
  }
}
