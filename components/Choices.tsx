// A few values to choose one of, with how often each is there; pressed again it is let go.
import type { EntityType } from '../core/annotation.ts';
import './Choices.css';
import './EntityHead.css';
import { trusted } from './trusted.ts';

export interface Choice {
  value: string;
  count: number;
  /** What it is called, when that is not the value. */
  label?: string;
  /** A name wears the line of its kind. */
  kind?: EntityType;
}

interface ChoicesProps {
  label: string;
  choices: readonly Choice[];
  chosen: string | undefined;
  onChoose: (value: string | undefined) => void;
  /** What choosing does, as a tooltip. */
  hint?: string;
}

/** Nothing when there is nothing to choose. */
export function Choices({ label, choices, chosen, onChoose, hint }: ChoicesProps) {
  if (choices.length === 0) return null;
  return (
    <fieldset class="choices" aria-label={label}>
      {choices.map(({ value, count, label: name = value, kind }) => (
        <button
          key={value}
          type="button"
          title={hint}
          aria-pressed={value === chosen}
          onClick={trusted(() => onChoose(value === chosen ? undefined : value))}
        >
          <bdi class={kind === undefined ? undefined : `entity-kind ${kind.toLowerCase()}`}>{name}</bdi>{' '}
          <span class="quiet">{count}</span>
        </button>
      ))}
    </fieldset>
  );
}
