// Finding the names in a text. The tagger's file is read when the first article asks; one tagger serves all tabs, and
// works in slices, so that a long text keeps no other tab's calls waiting.
import { browser } from 'wxt/browser';
import type { Recognition } from '../../core/entities/mention.ts';
import { recogniseInSteps } from '../../core/entities/recognise.ts';
import { readTagger, type Tagger } from '../../core/entities/tagger.ts';
import { inSlices } from '../../core/slices.ts';
import { checkRecogniseInput } from '../../messages/validate.ts';

const modelFile = '/models/en.model';

/** Kept in memory alone: a background that was stopped reads it again. */
let tagger: Promise<Tagger | undefined> | undefined;

export async function recogniseFor(given: unknown): Promise<Recognition> {
  const input = checkRecogniseInput(given);
  tagger ??= loadTagger();
  return inSlices(recogniseInSteps(input, await tagger));
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
