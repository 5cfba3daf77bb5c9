// One of a few: radio buttons side by side, each a whole button to hit.
import { useId } from 'preact/hooks';
import './Segments.css';
import { trusted } from './trusted.ts';

interface SegmentsProps<Value extends string> {
  label: string;
  options: readonly { value: Value; label: string }[];
  value: Value;
  onChoose: (value: Value) => void;
}

export function Segments<Value extends string>({ label, options, value, onChoose }: SegmentsProps<Value>) {
  const name = useId();
  return (
    <fieldset class="segments">
      <legend class="visually-hidden">{label}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={trusted(() => onChoose(option.value))}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
