// Five named colours, one of them chosen. Arrow keys go through them like through any radio buttons.
import { useId } from 'preact/hooks';
import { type Colour, colours } from '../core/annotation.ts';
import './ColourPicker.css';
import { useColourName } from './colour-names.ts';
import { trusted } from './trusted.ts';
import { useWords } from './words.ts';

export function ColourPicker({ value, onPick }: { value: Colour | undefined; onPick: (colour: Colour) => void }) {
  const words = useWords();
  const nameOf = useColourName();
  const name = useId();
  return (
    <fieldset class="colour-picker">
      <legend class="visually-hidden">{words('colourLabel')}</legend>
      {colours.map((colour) => (
        <label key={colour} title={nameOf(colour)} style={{ '--swatch': `var(--${colour})` }}>
          <input
            type="radio"
            name={name}
            value={colour}
            checked={colour === value}
            onChange={trusted(() => onPick(colour))}
          />
          <span class="visually-hidden">{nameOf(colour)}</span>
        </label>
      ))}
    </fieldset>
  );
}
