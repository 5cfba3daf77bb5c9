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
  /** Whether what is wrong with it is being said, and the way there. */
  correcting: boolean;
  onCorrect: (correcting: boolean) => void;
  /** Its notes, here and in other articles. */
  children?: ComponentChildren;
}

export function NameRow(props: NameRowProps) {
  const { named, kind, only, position, onStep, onOnly, correcting, onCorrect, children } = props;
  const words = useWords();
  const { entity, count, first } = named;
  return (
    <li class="name-row">
      <div class="name-line">
        <button type="button" class="name-open" title={words('nameShow')} onClick={trusted(() => onStep(0))}>
          <bdi>{entity.name}</bdi>
        </button>
        {count > 1 && (
          <>
            <Button label={words('entityPrevious')} icon="previous" iconOnly onPress={() => onStep(-1)} />
            <Button label={words('entityNext')} icon="next" iconOnly onPress={() => onStep(1)} />
          </>
        )}
        <Button label={words('nameOnly')} icon="only" iconOnly pressed={only} onPress={() => onOnly(!only)} />
        <Button
          label={words('nameCorrect')}
          icon="edit"
          iconOnly
          expanded={correcting}
          onPress={() => onCorrect(!correcting)}
        />
      </div>
      <p class="name-facts quiet">
        <span class={`entity-kind ${entity.type.toLowerCase()}`}>{kind ?? words(kindKeys[entity.type])}</span>
        <span aria-live="polite">
          {position > 0
            ? words('entityPosition', String(position), String(count))
            : countWords(words, 'entityNamed', count)}
        </span>
      </p>
      <p class="name-context quiet" dir="auto">
        {first.before}
        <b>{first.words}</b>
        {first.after}
      </p>
      {children}
    </li>
  );
}
