// Applies the reader's names to watch and corrections to what was recognised.
import type { EntityType } from '../annotation.ts';
import { type Correction, contextOf } from './corrections.ts';
import type { Entity, Mention, Recognition } from './mention.ts';
import { nameKey, sameEntity } from './name-key.ts';
import { findWatched, type WatchedName } from './watched-names.ts';

/** The reasons that mentions get here. */
export const correctedReason = 'a correction of yours';
export const watchedReason = 'your list of names';

interface Marked extends Omit<Mention, 'entity'> {
  entity: Entity;
}

/**
 * @param corrections in the order of `correctionsFor`
 * Answers a recognition of its own; the given one stays as it is. Entities that are left without a mention are gone.
 */
export function correctRecognition(
  text: string,
  recognition: Recognition,
  watched: readonly WatchedName[],
  corrections: readonly Correction[],
): Recognition {
  if (watched.length === 0 && corrections.length === 0) return recognition;
  const entities = recognition.entities.map((entity) => ({ ...entity }));
  let marked: Marked[] = recognition.mentions.flatMap((mention) => {
    const entity = entities[mention.entity];
    return entity === undefined ? [] : [{ ...mention, entity }];
  });
  marked = markWatched(text, marked, watched);
  // Of thousands of corrections few speak of a name in this text.
  const names = new Set(marked.map(({ entity }) => nameKey(entity.name)));
  for (const correction of corrections) {
    const { fix, name, form, reach } = correction;
    if (reach !== 'mention' && !names.has(nameKey(name))) continue;
    marked = applyOne(text, marked, correction);
    if (fix.what === 'same-as') names.add(nameKey(fix.to.name));
    if (fix.what === 'apart') names.add(nameKey(form));
  }
  return joined(marked, recognition.coverage);
}

/** Watched names win over whatever was found in their place; a recognised name that is one of them joins it. */
function markWatched(text: string, marked: Marked[], watched: readonly WatchedName[]): Marked[] {
  const places = findWatched(text, watched);
  if (places.length === 0) return marked;
  const entityOf = new Map<WatchedName, Entity>();
  for (const each of watched) entityOf.set(each, { name: each.name, type: each.type });
  const byPlace = new Map(marked.map((each) => [`${each.start}-${each.end}`, each]));
  const own = places.map(({ start, end, watched: found }): Marked => {
    const entity = entityOf.get(found) ?? { name: found.name, type: found.type };
    const same = byPlace.get(`${start}-${end}`);
    if (same !== undefined) become(same.entity, entity);
    return { start, end, type: found.type, score: 1, reason: watchedReason, entity };
  });
  let next = 0;
  const free = marked.filter(({ start, end }) => {
    while ((own[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    return (own[next]?.start ?? Number.POSITIVE_INFINITY) >= end;
  });
  return [...free, ...own].sort((one, other) => one.start - other.start);
}

function applyOne(text: string, marked: Marked[], correction: Correction): Marked[] {
  const { fix, reach } = correction;
  const meant = reach === 'mention' ? mentionsMeant(text, marked, correction) : mentionsNamed(text, marked, correction);
  if (meant.size === 0) return marked;
  if (fix.what === 'not-a-name') return marked.filter((each) => !meant.has(each));
  const targets = new Map<Entity, Entity>();
  const targetOf = (entity: Entity): Entity => {
    const known = targets.get(entity) ?? targetFor(text, marked, entity, correction, meant);
    targets.set(entity, known);
    return known;
  };
  const changed = marked.map((each): Marked => {
    if (!meant.has(each)) return each;
    const entity = targetOf(each.entity);
    return { ...each, entity, type: entity.type, score: 1, reason: correctedReason };
  });
  // A handle that was said to belong to a name belongs to it under its new name.
  if (fix.what === 'same-as' && reach !== 'mention') {
    for (const { entity } of changed) {
      if (entity.owner !== undefined && nameKey(entity.owner) === nameKey(correction.name)) entity.owner = fix.to.name;
    }
  }
  return changed;
}

/** What an entity's corrected mentions belong to from now on. */
function targetFor(
  text: string,
  marked: readonly Marked[],
  entity: Entity,
  { fix, form, reach }: Correction,
  meant: ReadonlySet<Marked>,
): Entity {
  const known = (name: string, type: EntityType): Entity | undefined =>
    marked.find((each) => !meant.has(each) && sameEntity(each.entity, { name, type }))?.entity;
  switch (fix.what) {
    case 'kind':
      if (entity.type === fix.type) return entity;
      return known(entity.name, fix.type) ?? { name: entity.name, type: fix.type };
    case 'same-as':
      // A handle stays one: it is tied to its owner.
      if (entity.type === 'Handle' && fix.to.type !== 'Handle') return { ...entity, owner: fix.to.name };
      return known(fix.to.name, fix.to.type) ?? { ...fix.to };
    case 'apart': {
      const surface = reach === 'mention' ? surfaceOf(text, [...meant][0]) : form;
      if (nameKey(surface) !== nameKey(entity.name))
        return known(surface, entity.type) ?? { name: surface, type: entity.type };
      return { name: `${surface} (2)`, type: entity.type };
    }
    case 'not-a-name':
      return entity;
  }
}

/** All mentions of the entities with the correction's name; of one form of it alone where the form is set apart. */
function mentionsNamed(text: string, marked: readonly Marked[], { name, form, fix }: Correction): Set<Marked> {
  const key = nameKey(name);
  const formKey = nameKey(form);
  return new Set(
    marked.filter(
      (each) =>
        nameKey(each.entity.name) === key && (fix.what !== 'apart' || nameKey(surfaceOf(text, each)) === formKey),
    ),
  );
}

/** The one mention with the correction's words and surroundings; both sides need not be as they were: pages are edited. */
function mentionsMeant(text: string, marked: readonly Marked[], correction: Correction): Set<Marked> {
  const formKey = nameKey(correction.form);
  const likely = marked.filter((each) => nameKey(surfaceOf(text, each)) === formKey);
  const ranked = likely
    .map((each) => {
      const { before, after } = contextOf(text, each.start, each.end);
      return { each, sides: Number(before === correction.before) + Number(after === correction.after) };
    })
    .sort((one, other) => other.sides - one.sides);
  const [best, second] = ranked;
  if (best === undefined || (best.sides === 0 && second !== undefined)) return new Set();
  return new Set(best.sides === second?.sides ? [] : [best.each]);
}

function surfaceOf(text: string, mention: Pick<Mention, 'start' | 'end'> | undefined): string {
  return mention === undefined ? '' : text.slice(mention.start, mention.end);
}

/** Makes one entity of two, wherever the first is used. */
function become(entity: Entity, other: Entity): void {
  entity.name = other.name;
  entity.type = other.type;
}

/** Entities of the same name and kind are one. */
function joined(marked: readonly Marked[], coverage: Recognition['coverage']): Recognition {
  const entities: Entity[] = [];
  const indexes = new Map<string, number>();
  const mentions = marked.map(({ entity, ...mention }): Mention => {
    const key = `${entity.type} ${nameKey(entity.name)}`;
    let index = indexes.get(key);
    if (index === undefined) {
      index = entities.push(entity) - 1;
      indexes.set(key, index);
    }
    return { ...mention, type: entity.type, entity: index };
  });
  return { mentions, entities, coverage };
}
