// The whole recogniser: the words of an article -> its people, organisations, places, handles and hashtags.
import type { EntityType } from '../annotation.ts';
import { atOnce, type Steps } from '../slices.ts';
import { groupMentions } from './grouping.ts';
import { ownersOf, type PossibleOwner } from './handle-owners.ts';
import { type FoundHandle, findHandles } from './handles.ts';
import { type TagType, tagTypes } from './labels.ts';
import { isEnglishSentence, isEnglishText, isLatin } from './language.ts';
import type { Entity, Mention, RecogniseInput, Recognition } from './mention.ts';
import { type PreparedText, prepareTokens } from './prepared-text.ts';
import { nameElsewhere } from './same-name.ts';
import { splitSentences } from './sentences.ts';
import type { TaggedName, Tagger } from './tagger.ts';
import { type Token, tokenise } from './tokens.ts';

/** Names are looked for in so many tokens: a long book's worth, which takes a few seconds. */
const mostTokens = 100_000;
/** Names that the tagger is less sure of are not shown: a wrong mark costs more than a missing one. */
const leastScore = 0.5;

const shownAs: Readonly<Record<TagType, EntityType | undefined>> = {
  PER: 'Person',
  ORG: 'Organization',
  LOC: 'Place',
  MISC: undefined,
};

/** A name with its place in the text and its group's type. */
export interface RecognisedName {
  start: number;
  end: number;
  type: TagType;
  score: number;
  reason: string;
  /** Index of the group that it belongs to. */
  group: number;
}

/**
 * Finds and groups all mentions of a text. Without a tagger, or in a text that is not English, only handles and
 * hashtags. Takes any string, lone surrogates too, and never throws; the time is bounded by about the text's length.
 */
export function recognise(input: RecogniseInput, tagger: Tagger | undefined): Recognition {
  return atOnce(recogniseInSteps(input, tagger));
}

/** The same, for a caller with other things to do in between. */
export function* recogniseInSteps(input: RecogniseInput, tagger: Tagger | undefined): Steps<Recognition> {
  const tokens = tokenise(input.text);
  yield;
  const handles = findHandles(input, tokens);
  yield;
  const named = tagger === undefined ? undefined : yield* nameInSteps(input, tokens, handles, tagger);
  const entities: Entity[] = [];
  const mentions: Mention[] = [];
  const entityOfGroup = new Map<number, number>();
  for (const name of named?.names ?? []) {
    const type = shownAs[name.type];
    if (type === undefined || name.score < leastScore) continue;
    let entity = entityOfGroup.get(name.group);
    if (entity === undefined) {
      entity = entities.push({ name: named?.groups[name.group] ?? '', type }) - 1;
      entityOfGroup.set(name.group, entity);
    }
    mentions.push({ start: name.start, end: name.end, type, score: name.score, reason: name.reason, entity });
  }
  const owners = (named?.names ?? []).flatMap(({ start, end, type, score, group }): PossibleOwner[] => {
    if ((type !== 'PER' && type !== 'ORG') || score < leastScore) return [];
    return [{ start, end, person: type === 'PER', name: named?.groups[group] ?? '' }];
  });
  addHandles(handles, ownersOf(input.text, handles, owners), entities, mentions);
  mentions.sort((one, other) => one.start - other.start);
  return { mentions, entities, coverage: named === undefined ? 'handles-only' : 'all' };
}

/** All names, those too that are not shown (products, works, events); undefined when the text is not English. */
export function recogniseNames(
  input: RecogniseInput,
  tokens: readonly Token[],
  handles: readonly FoundHandle[],
  tagger: Tagger,
): NamesInGroups | undefined {
  return atOnce(nameInSteps(input, tokens, handles, tagger));
}

interface NamesInGroups {
  names: RecognisedName[];
  /** The fullest form of each group. */
  groups: readonly string[];
}

function* nameInSteps(
  { text, lang }: RecogniseInput,
  allTokens: readonly Token[],
  handles: readonly FoundHandle[],
  tagger: Tagger,
): Steps<NamesInGroups | undefined> {
  const tokens = allTokens.slice(0, mostTokens);
  const prepared = prepareTokens(text, tokens, splitSentences(text, tokens), tagger.gazetteer);
  if (!isEnglishText(prepared.views, lang)) return undefined;
  const found: TaggedName[] = [];
  for (const [sentence, { first, end }] of prepared.sentences.entries()) {
    if (isEnglishSentence(prepared.views, first, end)) found.push(...tagger.tag(prepared, sentence));
    yield;
  }
  const free = found.filter((name) => !meetsHandle(prepared, name, handles) && isNameLike(prepared, name));
  const names = nameElsewhere(prepared, free).filter((name) => !meetsHandle(prepared, name, handles));
  const groups = groupMentions(
    names.map((name) => ({ surface: surfaceOf(prepared, name), likelihoods: name.likelihoods })),
  );
  const recognised = groups.flatMap(({ type, members }, group) => {
    const own = members.flatMap((index) => names[index] ?? []);
    const mean = own.reduce((sum, name) => sum + (name.likelihoods[type] ?? 0), 0) / Math.max(1, own.length);
    return own.map((name): RecognisedName => {
      const likelihood = name.likelihoods[type] ?? 0;
      return {
        start: prepared.tokens[name.first]?.start ?? 0,
        end: prepared.tokens[name.end - 1]?.end ?? 0,
        type: tagTypes[type] ?? 'MISC',
        score: Math.min(1, Math.max(likelihood, mean)),
        reason: name.type === type ? name.reason : `named as ${groups[group]?.name ?? ''}`,
        group,
      };
    });
  });
  recognised.sort((one, other) => one.start - other.start);
  return { names: recognised, groups: groups.map((group) => group.name) };
}

function surfaceOf({ text, tokens }: PreparedText, { first, end }: TaggedName): string {
  return text.slice(tokens[first]?.start ?? 0, tokens[end - 1]?.end ?? 0);
}

/** No name without a letter, in another script, or longer than any name is. */
function isNameLike({ views, tokens }: PreparedText, { first, end }: TaggedName): boolean {
  const own = views.slice(first, end);
  const length = (tokens[end - 1]?.end ?? 0) - (tokens[first]?.start ?? 0);
  return length <= 120 && own.some((view) => view.letters) && own.every((view) => isLatin(view.text));
}

function meetsHandle({ tokens }: PreparedText, { first, end }: TaggedName, handles: readonly FoundHandle[]): boolean {
  const start = tokens[first]?.start ?? 0;
  const stop = tokens[end - 1]?.end ?? 0;
  // Handles stand in the order of the text: look for the first that ends after the name begins.
  let low = 0;
  let high = handles.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((handles[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return (handles[low]?.start ?? stop) < stop;
}

function addHandles(
  handles: readonly FoundHandle[],
  owners: readonly (string | undefined)[],
  entities: Entity[],
  mentions: Mention[],
): void {
  const known = new Map<string, { index: number; entity: Entity }>();
  handles.forEach(({ start, end, reason, entity: found }, at) => {
    const key = found.name.toLowerCase();
    let same = known.get(key);
    if (same === undefined) {
      const entity = { ...found };
      same = { index: entities.push(entity) - 1, entity };
      known.set(key, same);
    }
    // Of several mentions the first that is tied to someone tells.
    const owner = owners[at];
    if (owner !== undefined) same.entity.owner ??= owner;
    mentions.push({ start, end, type: found.type, score: 1, reason, entity: same.index });
  });
}
