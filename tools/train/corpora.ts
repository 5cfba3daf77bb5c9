// The corpora as texts with the places of their names, whatever form they are kept in.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Corpus } from '../../core/entities/features.ts';
import { type TagType, tagTypes } from '../../core/entities/labels.ts';

export interface LabelledName {
  start: number;
  end: number;
  type: TagType;
}

export interface LabelledText {
  id: string;
  corpus: Corpus;
  text: string;
  /** In the order of the text, never overlapping. */
  names: LabelledName[];
}

/** What the labels of the corpora mean in our scheme; the others are no names. */
const typeOfName: Readonly<Record<string, TagType>> = {
  PER: 'PER',
  ORG: 'ORG',
  LOC: 'LOC',
  MISC: 'MISC',
  Person: 'PER',
  Organization: 'ORG',
  Place: 'LOC',
  Other: 'MISC',
  Location: 'LOC',
  Facility: 'LOC',
  Product: 'MISC',
  Misc: 'MISC',
};

/** A file of `token TAB label` lines: sentences parted by empty lines, documents by -DOCSTART- lines. */
export function readTsv(path: string, corpus: Corpus): LabelledText[] {
  return readTsvDocuments(path).map((document) => textOf(document, corpus));
}

export interface TsvDocument {
  id: string;
  sentences: TsvToken[][];
}

/** A document as running text. */
export function textOf({ id, sentences }: TsvDocument, corpus: Corpus): LabelledText {
  const { text, places } = composeText(sentences.map((sentence) => sentence.map(({ token }) => token)));
  const names = sentences.flatMap((sentence, index) => namesOf(sentence, places[index] ?? [], text));
  return { id, corpus, text, names };
}

export interface TsvToken {
  token: string;
  label: string;
}

/** Whether a line of such a file holds a token with its label. */
export function isTokenLine(line: string): boolean {
  const [token = '', label = ''] = line.replace(/\r$/, '').split('\t');
  return token !== '' && label !== '' && token !== '-DOCSTART-';
}

export function readTsvDocuments(path: string): TsvDocument[] {
  const documents: TsvDocument[] = [];
  let sentence: TsvToken[] = [];
  for (const line of [...readFileSync(path, 'utf8').split('\n'), '']) {
    const [token = '', label = ''] = line.replace(/\r$/, '').split('\t');
    if (token === '-DOCSTART-') {
      documents.push({ id: label, sentences: [] });
    } else if (isTokenLine(line)) {
      sentence.push({ token, label });
    } else if (sentence.length > 0) {
      if (documents.length === 0) documents.push({ id: '0', sentences: [] });
      documents.at(-1)?.sentences.push(sentence);
      sentence = [];
    }
  }
  return documents.filter((document) => document.sentences.length > 0);
}

const gluedBefore = /^(?:[.,;:!?%)\]}…]|['’]s?|['’](?:re|ve|ll|d|m)|n['’]t|”)$/u;
const gluedAfter = /^(?:[([{#$£€“‘])$/u;

/** Writes tokens as running text, a line for each sentence; with the place of every token. */
export function composeText(sentences: readonly (readonly string[])[]): {
  text: string;
  places: { start: number; end: number }[][];
} {
  let text = '';
  const places = sentences.map((tokens, index) => {
    if (index > 0) text += '\n';
    let quoted = false;
    let glue = true;
    return tokens.map((token, at) => {
      const isQuote = token === '"';
      const isHyphen = token === '-' && at > 0 && /[\p{L}\p{N}]$/u.test(tokens[at - 1] ?? '');
      if (!glue && !gluedBefore.test(token) && !(isQuote && quoted) && !isHyphen) text += ' ';
      glue =
        gluedAfter.test(token) || (isQuote && !quoted) || (isHyphen && /^[\p{L}\p{N}]/u.test(tokens[at + 1] ?? ''));
      if (isQuote) quoted = !quoted;
      const start = text.length;
      text += token;
      return { start, end: text.length };
    });
  });
  return { text, places };
}

function namesOf(
  sentence: readonly TsvToken[],
  places: readonly { start: number; end: number }[],
  text: string,
): LabelledName[] {
  const names: LabelledName[] = [];
  let open: LabelledName | undefined;
  sentence.forEach(({ label }, at) => {
    const type = typeOfName[label.slice(2)];
    const place = places[at];
    if (type === undefined || place === undefined) open = undefined;
    else if (open !== undefined && label.startsWith('I') && open.type === type) open.end = place.end;
    else {
      open = { ...place, type };
      names.push(open);
    }
  });
  // The scheme in use leaves a leading article out.
  for (const name of names) {
    const article = /^the\s+/iu.exec(text.slice(name.start, name.end));
    if (article !== null) name.start += article[0].length;
  }
  return names;
}

interface GoldEntity {
  name: string;
  type: string;
  mentions: string[];
}

export interface GoldFile {
  entities: GoldEntity[];
  exceptions?: { surface: string; context: string; entity: string | null }[];
}

/** A folder of ID.txt and ID.json. */
export function readGold(folder: string): LabelledText[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return files.sort().map((file) => {
    const id = file.slice(0, -'.json'.length);
    const text = readFileSync(join(folder, `${id}.txt`), 'utf8');
    return labelGold(id, text, JSON.parse(readFileSync(join(folder, file), 'utf8')));
  });
}

export function labelGold(id: string, text: string, gold: GoldFile): LabelledText {
  return { id, corpus: 'gold', text, names: expandGold(text, gold) };
}

/** Every occurrence of the entities' mentions at word borders, the longest first; exceptions go before. */
function expandGold(text: string, gold: GoldFile): LabelledName[] {
  const found: LabelledName[] = [];
  for (const entity of gold.entities) {
    const type = typeOfName[entity.type];
    if (type === undefined) continue;
    for (const mention of entity.mentions) {
      for (let start = text.indexOf(mention); start >= 0 && mention !== ''; start = text.indexOf(mention, start + 1)) {
        const end = start + mention.length;
        if (atWordBorders(text, start, end)) found.push({ start, end, type });
      }
    }
  }
  const names: LabelledName[] = [];
  const blocked: { start: number; end: number }[] = [];
  for (const { surface, context, entity } of gold.exceptions ?? []) {
    const start = text.indexOf(context) + context.indexOf(surface);
    const place = { start, end: start + surface.length };
    blocked.push(place);
    const type = typeOfName[gold.entities.find((each) => each.name === entity)?.type ?? ''];
    if (type !== undefined) names.push({ ...place, type });
  }
  found.sort((one, other) => other.end - other.start - (one.end - one.start) || one.start - other.start);
  for (const each of found) {
    const meets = (place: { start: number; end: number }): boolean => each.start < place.end && place.start < each.end;
    if (!blocked.some(meets) && !names.some(meets)) names.push(each);
  }
  return names.sort((one, other) => one.start - other.start);
}

function atWordBorders(text: string, start: number, end: number): boolean {
  const word = /[\p{L}\p{N}_]/u;
  const joins = (before: string, after: string): boolean => word.test(before) && word.test(after);
  return !joins(text.charAt(start - 1), text.charAt(start)) && !joins(text.charAt(end - 1), text.charAt(end));
}

/** The type's index. */
export function typeIndex(type: TagType): number {
  return tagTypes.indexOf(type);
}
