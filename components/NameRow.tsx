// One name of the article: who it is, how often and where it is named first, the way through its mentions, its notes.
import type { ComponentChildren } from 'preact';
import type { NamedHere } from '../core/entities/list-names.ts';
import { Button } from './Button.tsx';
import { kindKeys } from './EntityHead.tsx';
import './NameRow.css';
import { trusted } from './trusted.ts';
import { countWords, useWords } from './words.ts';

interface NameRowProps {
  named: NamedHere;
  /** What the kind is called, when more is known than the type: the platform of a handle. */
  kind?: string | undefined;
  /** Its marks alone are shown. */
  only: boolean;
  /** Which of its mentions the page shows, from 1; 0 while it shows none. */
  position: number;
  onStep: (step: -1 | 0 | 1) => void;
  onOnly: (only: boolean) => void;
  /** Its notes, here and in other articles. */
  children?: ComponentChildren;
}

export function NameRow({ named, kind, only, position, onStep, onOnly, children }: NameRowProps) {
  const words = useWords();
  const { entity, count, first } = named;
  return (
    <li class="name-row">
      <div class="name-line">
        <button type="button" class="name-open" title={words('nameShow')} onClick={trusted(() => onStep(0))}>
          <bdi class="name-name">{entity.name}</bdi>
          <span class={`entity-kind ${entity.type.toLowerCase()}`}>{kind ?? words(kindKeys[entity.type])}</span>
        </button>
        <span class="quiet" aria-live="polite" title={countWords(words, 'entityNamed', count)}>
          {position > 0 ? words('entityPosition', String(position), String(count)) : words('nameTimes', String(count))}
        </span>
        {count > 1 && (
          <>
            <Button label={words('entityPrevious')} icon="previous" iconOnly onPress={() => onStep(-1)} />
            <Button label={words('entityNext')} icon="next" iconOnly onPress={() => onStep(1)} />
          </>
        )}
        <Button label={words('nameOnly')} icon="only" iconOnly pressed={only} onPress={() => onOnly(!only)} />
      </div>
      <p class="name-context quiet" dir="auto">
        {first.before}
        <b>{first.words}</b>
        {first.after}
      </p>
      {children}
    </li>
  );
}
