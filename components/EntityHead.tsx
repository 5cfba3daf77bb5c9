// Who or what a card is about: name, kind, how often it is named, and the way to its other mentions.
import type { EntityType } from '../core/annotation.ts';
import { Button } from './Button.tsx';
import './EntityHead.css';
import { countWords, useWords, type WordKey } from './words.ts';

export const kindKeys: Record<EntityType, WordKey> = {
  Person: 'kindPerson',
  Organization: 'kindOrganization',
  Place: 'kindPlace',
  Handle: 'kindHandle',
  Hashtag: 'kindHashtag',
};

interface EntityHeadProps {
  name: string;
  type: EntityType;
  /** What the kind is called, when more is known than the type: the platform of a handle. */
  kind?: string | undefined;
  /** How many mentions the article has, and which of them this is, from 1. */
  count: number;
  position: number;
  onStep: (step: -1 | 1) => void;
}

export function EntityHead({ name, type, kind, count, position, onStep }: EntityHeadProps) {
  const words = useWords();
  return (
    <header class="entity-head">
      <h1 dir="auto">{name}</h1>
      <div class="entity-line quiet">
        <span class={`entity-kind ${type.toLowerCase()}`}>{kind ?? words(kindKeys[type])}</span>
        <span>{countWords(words, 'entityNamed', count)}</span>
        {count > 1 && (
          <span class="entity-steps">
            <Button label={words('entityPrevious')} icon="previous" iconOnly onPress={() => onStep(-1)} />
            <span aria-live="polite">{words('entityPosition', String(position), String(count))}</span>
            <Button label={words('entityNext')} icon="next" iconOnly onPress={() => onStep(1)} />
          </span>
        )}
      </div>
    </header>
  );
}
