// One of several things to choose, with what belongs to it beside its words.
import type { ComponentChildren } from 'preact';
import './RadioLine.css';
import { trusted } from './trusted.ts';

interface RadioLineProps {
  /** The same for all that exclude each other. */
  group: string;
  label: string;
  chosen: boolean;
  onChoose: () => void;
  disabled?: boolean;
  children?: ComponentChildren;
}

export function RadioLine({ group, label, chosen, onChoose, disabled, children }: RadioLineProps) {
  return (
    <div class="radio-line">
      <label>
        <input type="radio" name={group} checked={chosen} disabled={disabled ?? false} onChange={trusted(onChoose)} />
        {label}
      </label>
      {children}
    </div>
  );
}
