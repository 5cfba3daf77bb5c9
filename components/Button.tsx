// Every button of ours: with words, or with an icon whose words are its tooltip and its accessible name.
import type { Ref } from 'preact';
import './Button.css';
import { Icon, type IconName } from './Icon.tsx';
import { trusted } from './trusted.ts';

interface ButtonProps {
  label: string;
  onPress: () => void;
  icon?: IconName;
  /** Shows the icon alone. */
  iconOnly?: boolean;
  kind?: 'plain' | 'main' | 'danger';
  disabled?: boolean;
  /** A button that shows and hides something says which it is. */
  expanded?: boolean;
  /** A button that switches something on and off says which it is. */
  pressed?: boolean;
  /** -1 keeps it out of the Tab order where arrow keys lead. */
  tabIndex?: number;
  buttonRef?: Ref<HTMLButtonElement>;
}

export function Button({
  label,
  onPress,
  icon,
  iconOnly,
  kind,
  disabled,
  expanded,
  pressed,
  tabIndex,
  buttonRef,
}: ButtonProps) {
  return (
    <button
      type="button"
      class={`button ${kind ?? 'plain'}${iconOnly ? ' icon-only' : ''}`}
      onClick={trusted(onPress)}
      disabled={disabled ?? false}
      tabIndex={tabIndex ?? 0}
      {...(iconOnly ? { title: label, 'aria-label': label } : {})}
      {...(expanded === undefined ? {} : { 'aria-expanded': expanded })}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      {...(buttonRef === undefined ? {} : { ref: buttonRef })}
    >
      {icon && <Icon name={icon} />}
      {!iconOnly && label}
    </button>
  );
}
