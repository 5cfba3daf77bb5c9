// The names of the five colours, each to be written over its own.
import { type Colour, type ColourNames, colours, longestColourName } from '../core/annotation.ts';
import './ColourNamesForm.css';
import { colourKeys } from './colour-names.ts';
import { trusted } from './trusted.ts';
import { useWords } from './words.ts';

interface ColourNamesFormProps {
  names: ColourNames;
  /** An empty name gives the colour its own name back. */
  onName: (colour: Colour, name: string) => void;
}

export function ColourNamesForm({ names, onName }: ColourNamesFormProps) {
  const words = useWords();
  return (
    <div class="colour-names">
      {colours.map((colour) => (
        <label key={colour} style={{ '--swatch': `var(--${colour})` }}>
          <span class="visually-hidden">{words(colourKeys[colour])}</span>
          <input
            type="text"
            class="text-field"
            dir="auto"
            value={names[colour] ?? ''}
            maxLength={longestColourName}
            placeholder={words(colourKeys[colour])}
            // When the field is left or Enter pressed: not a write for each letter.
            onChange={trusted((event) => {
              if (event.currentTarget instanceof HTMLInputElement) onName(colour, event.currentTarget.value.trim());
            })}
          />
        </label>
      ))}
    </div>
  );
}
