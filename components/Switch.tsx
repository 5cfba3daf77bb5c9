// On or off, with its words beside it; the whole line is the target.
import type { ComponentChildren } from 'preact';
import './Switch.css';
import { trusted } from './trusted.ts';

interface SwitchProps {
  label: ComponentChildren;
  checked: boolean;
  onSwitch: (checked: boolean) => void;
  disabled?: boolean;
}

export function Switch({ label, checked, onSwitch, disabled }: SwitchProps) {
  return (
    <label class="switch">
      <span>{label}</span>
      <input
        type="checkbox"
        role="switch"
        aria-checked={checked}
        checked={checked}
        disabled={disabled ?? false}
        onChange={trusted((event) => {
          if (event.currentTarget instanceof HTMLInputElement) onSwitch(event.currentTarget.checked);
        })}
      />
    </label>
  );
}
