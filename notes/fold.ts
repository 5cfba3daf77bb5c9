// How words are compared: by what a reader means, not by how they were typed.
import type { EntityType } from '../core/annotation.ts';

/** Lower case without accents, so that "Sao" finds "São". */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Names an entity, however its name is written. */
export function entityKey(entity: { name: string; type: EntityType }): string {
  return `${entity.type}:${fold(entity.name)}`;
}
