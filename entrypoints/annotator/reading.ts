// What is known of the article that is open in the page: the one state that everything painted follows from.
import type { Anchored } from '../../core/anchoring/anchor.ts';
import type { PageAnnotation } from '../../core/annotation.ts';
import type { ArticleMetadata } from '../../core/article/article.ts';
import type { Mention, Recognition } from '../../core/entities/mention.ts';
import { sameEntity } from '../../core/entities/name-key.ts';
import { type Layer, layerOf, layers } from '../../core/painting/palette.ts';
import type { ArticleText } from '../../core/text/article-text.ts';
import type { MarkFilter, PageSettings } from '../../messages/protocol.ts';

/** A range with the words that it held when it was made: a page that re-renders empties ranges without a sign. */
export interface Stand {
  range: Range;
  words: string;
}

export interface PlacedAnnotation {
  annotation: PageAnnotation;
  state: Anchored['state'];
  /** Undefined when the passage is not in the page now. */
  stand: Stand | undefined;
  /** Where it could stand, when `ambiguous`. */
  places?: readonly Range[];
}

export interface PlacedMention extends Stand {
  mention: Mention;
}

export interface Reading {
  readonly metadata: ArticleMetadata;
  /** Undefined when the page has no text that could be an article's. */
  readonly text: ArticleText | undefined;
  readonly annotations: readonly PlacedAnnotation[];
  readonly recognition: Recognition | undefined;
  /** Counts how often names were recognised. */
  readonly recognised: number;
  readonly mentions: readonly PlacedMention[];
  /** Before the article was opened no name is marked. */
  readonly settings: PageSettings;
  readonly filter: MarkFilter;
  /** The entity under the pointer or of the open card, as its index in the recognition. */
  readonly focus: number | undefined;
  /** What is shown to the reader for a moment. */
  readonly flash: Range | undefined;
}

export function standOf(range: Range): Stand {
  return { range, words: range.toString() };
}

/** Whether the range still stands on the words that it was made on. */
export function stands({ range, words }: Stand): boolean {
  return range.startContainer.isConnected && range.endContainer.isConnected && range.toString() === words;
}

/** The mentions that the reader wants marked. */
export function shownMentions({ mentions, settings, filter, recognition }: Reading): readonly PlacedMention[] {
  const { marksShown, kindsOff, firstOnly } = settings;
  const { name, type } = filter;
  if (name !== undefined) {
    const only = recognition?.entities.findIndex((entity) => sameEntity(entity, name));
    return mentions.filter(({ mention }) => mention.entity === only);
  }
  if (!marksShown && type === undefined) return [];
  const seen = new Set<number>();
  return mentions.filter(({ mention }) => {
    if (type === undefined ? kindsOff.includes(mention.type) : mention.type !== type) return false;
    if (!firstOnly) return true;
    const first = !seen.has(mention.entity);
    seen.add(mention.entity);
    return first;
  });
}

/** Whether the page has just taken the words away. Cheaper than `stands`, which sees words exchanged too. */
export function hasFallen({ range }: Stand): boolean {
  return range.collapsed || !range.startContainer.isConnected || !range.endContainer.isConnected;
}

/** What each layer holds when this state is painted. */
export function layersOf(reading: Reading): ReadonlyMap<Layer, readonly Range[]> {
  const painted = new Map<Layer, Range[]>(layers.map((layer) => [layer, []]));
  const add = (layer: Layer, range: Range): void => {
    painted.get(layer)?.push(range);
  };
  for (const { annotation, stand } of reading.annotations) {
    if (stand === undefined) continue;
    if (annotation.colour !== undefined) add(`highlight-${annotation.colour}`, stand.range);
    if (annotation.hasNote) add('noted', stand.range);
  }
  for (const { mention, range } of shownMentions(reading)) add(layerOf(mention.type), range);
  if (reading.focus !== undefined) {
    for (const { mention, range } of reading.mentions) if (mention.entity === reading.focus) add('focus', range);
  }
  if (reading.flash !== undefined) add('flash', reading.flash);
  return painted;
}
