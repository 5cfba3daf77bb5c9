// One of many to choose: the browser's own list.
import './Select.css';
import { trusted } from './trusted.ts';

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
