// The whole recogniser: the words of an article -> its people, organisations, places, handles and hashtags.
import type { EntityType } from '../annotation.ts';
import { atOnce, type Steps } from '../slices.ts';
import { withCredits } from './credits.ts';
import { groupMentions } from './grouping.ts';
import { ownersOf, type PossibleOwner } from './handle-owners.ts';
import { type FoundHandle, findHandles } from './handles.ts';
import { findKnownOnly } from './known-only.ts';
import { type TagType, tagTypes } from './labels.ts';
import { isEnglishSentence, isLatin, type TaggerName, taggerFor } from './language.ts';
import type { Entity, Mention, RecogniseInput, Recognition } from './mention.ts';
import { type PreparedText, prepareTokens } from './prepared-text.ts';
import { nameElsewhere } from './same-name.ts';
import { splitSentences } from './sentences.ts';
import type { TaggedName, Tagger } from './tagger.ts';
import { isGeneration, withoutBareTitles, withoutTitles } from './titles.ts';
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

/** The taggers that are at hand: the one that `neededTagger` names, and `en`, whose list of names serves every text. */
export type Taggers = Readonly<Partial<Record<TaggerName, Tagger>>>;

/** So much of a text tells which tagger it needs, in UTF-16 units; and so much more, that its last token is whole. */
const telling = 20_000;
const margin = 4_000;

/** The tagger that reads a text best; undefined for a language that none reads. */
export function neededTagger({ text, lang }: RecogniseInput): TaggerName | undefined {
  return neededFor(tokenise(text.slice(0, telling + margin)), lang);
}

function neededFor(tokens: readonly Token[], lang: string | undefined): TaggerName | undefined {
  const cut = tokens.findIndex((token) => token.end > telling);
  return taggerFor(cut < 0 ? tokens : tokens.slice(0, cut), lang);
}

/**
 * Finds and groups all mentions of a text. In a language that no tagger reads only handles, hashtags and well-known
 * names; without any tagger only handles and hashtags. Takes any string, lone surrogates too, and never throws; the
 * time is bounded by about the text's length.
 */
export function recognise(input: RecogniseInput, taggers: Taggers): Recognition {
  return atOnce(recogniseInSteps(input, taggers));
}

/** The same, for a caller with other things to do in between. */
export function* recogniseInSteps(input: RecogniseInput, taggers: Taggers): Steps<Recognition> {
  const tokens = tokenise(input.text);
  yield;
  const handles = findHandles(input, tokens);
  yield;
  const named = yield* nameInSteps(input, tokens, handles, taggers);
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
  return { mentions, entities, coverage: named?.coverage ?? 'handles-only' };
}

/** All names, those too that are not shown (products, works, events); undefined without a tagger. */
export function recogniseNames(
  input: RecogniseInput,
  tokens: readonly Token[],
  handles: readonly FoundHandle[],
  taggers: Taggers,
): NamesInGroups | undefined {
  return atOnce(nameInSteps(input, tokens, handles, taggers));
}

interface NamesInGroups {
  names: RecognisedName[];
  /** The fullest form of each group. */
  groups: readonly string[];
  coverage: 'all' | 'known-names';
}

function* nameInSteps(
  input: RecogniseInput,
  allTokens: readonly Token[],
  handles: readonly FoundHandle[],
  taggers: Taggers,
): Steps<NamesInGroups | undefined> {
  const needed = neededFor(allTokens, input.lang);
  const tagger = needed === undefined ? undefined : taggers[needed];
  const lexicon = (tagger ?? taggers.en)?.lexicon;
  if (lexicon === undefined) return undefined;
  const tokens = allTokens.slice(0, mostTokens);
  const sentences = splitSentences(input.text, tokens);
  const prepared = prepareTokens(input.text, tokens, sentences, lexicon, tagger?.caseless ?? false);
  const found: TaggedName[] = tagger === undefined ? findKnownOnly(prepared, lexicon) : [];
  for (const [sentence, { first, end }] of tagger === undefined ? [] : sentences.entries()) {
    if (needed === 'pt' || isEnglishSentence(prepared.views, first, end))
      found.push(...(tagger?.tag(prepared, sentence) ?? []));
    yield;
  }
  const free = found
    .filter(
      (name) => !meetsHandle(prepared, name, handles) && isNameLike(prepared, name) && !isGeneration(prepared, name),
    )
    .map((name) => withoutTitles(prepared, name));
  const clear = tagger === undefined ? free : withCredits(prepared, withoutBareTitles(prepared, free));
  const names = nameElsewhere(prepared, clear).filter((name) => !meetsHandle(prepared, name, handles));
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
  return {
    names: recognised,
    groups: groups.map((group) => group.name),
    coverage: tagger === undefined ? 'known-names' : 'all',
  };
}

function surfaceOf({ text, tokens }: PreparedText, { first, end }: TaggedName): string {
  return text.slice(tokens[first]?.start ?? 0, tokens[end - 1]?.end ?? 0);
}

/** No name without a letter, of single letters, in another script, or longer than any name is. */
function isNameLike({ views, tokens }: PreparedText, { first, end }: TaggedName): boolean {
  const own = views.slice(first, end);
  const length = (tokens[end - 1]?.end ?? 0) - (tokens[first]?.start ?? 0);
  // The heads of a table: "P W D L".
  if (own.length > 1 && own.every((view) => view.letters && view.text.length === 1)) return false;
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
