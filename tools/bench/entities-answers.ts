// What a recogniser answers to the benchmark's files, in the forms that the metric reads.
import { readFileSync } from 'node:fs';
import { composeText, isTokenLine, readTsvDocuments } from '../train/corpora.ts';

/** A name in a text; `type` is one of PER ORG LOC MISC, `group` is equal for names of the same thing. */
export interface AnsweredName {
  start: number;
  end: number;
  type: string;
  group: string;
}

export interface AnsweredHandle {
  text: string;
  platform: string;
}

export interface Contestant {
  name: string;
  /** All names of a text, in its order, never overlapping. */
  names(text: string): AnsweredName[];
  handles(text: string): AnsweredHandle[];
  /** All that it does for a text once, to be timed. */
  read(text: string): void;
}

const goldTypes: Readonly<Record<string, string>> = { PER: 'Person', ORG: 'Organization', LOC: 'Place', MISC: 'Other' };

/** One line of gold.jsonl. */
export function answerText(id: string, text: string, contestant: Contestant): object {
  const mentions = contestant.names(text).map(({ start, end, type, group }) => ({
    start,
    end,
    type: goldTypes[type] ?? 'Other',
    entity: group,
  }));
  return { id, mentions, handles: contestant.handles(text) };
}

/** A file's lines with a third column: the label of each token. `recase` writes the tokens otherwise before. */
export function answerTsv(path: string, contestant: Contestant, recase: (token: string) => string = same): string {
  const answers = readTsvDocuments(path).flatMap(({ sentences }) => {
    const { text, places } = composeText(sentences.map((sentence) => sentence.map(({ token }) => recase(token))));
    const names = contestant.names(text);
    let next = 0;
    return places.flat().map((place) => {
      while ((names[next]?.end ?? Number.POSITIVE_INFINITY) <= place.start) next++;
      const name = names[next];
      if (name === undefined || name.start >= place.end) return 'O';
      return `${name.start >= place.start ? 'B' : 'I'}-${name.type}`;
    });
  });
  let at = 0;
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines
    .map((line) => (isTokenLine(line) ? `${line.replace(/\r$/, '')}\t${answers[at++] ?? 'O'}` : line))
    .join('\n');
}

function same(token: string): string {
  return token;
}

/** Ways of writing in which names must be found too. */
export const cases: Readonly<Record<string, (token: string) => string>> = {
  lower: (token) => token.toLowerCase(),
  upper: (token) => token.toUpperCase(),
  title: (token) => token.charAt(0).toUpperCase() + token.slice(1).toLowerCase(),
};
