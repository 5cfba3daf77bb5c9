// One of several things to choose, with what belongs to it beside its words.
import type { ComponentChildren } from 'preact';
import './Choice.css';
import { trusted } from './trusted.ts';

interface ChoiceProps {
  /** The same for all that exclude each other. */
  group: string;
  label: string;
  chosen: boolean;
  onChoose: () => void;
  disabled?: boolean;
  children?: ComponentChildren;
}

export function Choice({ group, label, chosen, onChoose, disabled, children }: ChoiceProps) {
  return (
    <div class="choice">
      <label>
        <input type="radio" name={group} checked={chosen} disabled={disabled ?? false} onChange={trusted(onChoose)} />
        {label}
      </label>
      {children}
    </div>
  );
}

interface SelectProps<Value extends string> {
  label: string;
  value: Value | undefined;
  options: readonly { value: Value; words: string }[];
  onSelect: (value: Value) => void;
}

export function Select<Value extends string>({ label, value, options, onSelect }: SelectProps<Value>) {
  return (
    <select
      class="select"
      aria-label={label}
      dir="auto"
      value={value}
      onChange={trusted((event) => {
        const { currentTarget } = event;
        const chosen = currentTarget instanceof HTMLSelectElement ? options[currentTarget.selectedIndex] : undefined;
        if (chosen !== undefined) onSelect(chosen.value);
      })}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.words}
        </option>
      ))}
    </select>
  );
}
