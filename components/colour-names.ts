// What the reader calls the colours: "claim", "doubt"; a colour without such a name keeps its own.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Colour, ColourNames } from '../core/annotation.ts';
import { useWords, type WordKey } from './words.ts';

export const colourKeys: Record<Colour, WordKey> = {
  yellow: 'colourYellow',
  green: 'colourGreen',
  blue: 'colourBlue',
  pink: 'colourPink',
  purple: 'colourPurple',
};

export const ColourNamesContext = createContext<ColourNames>({});

/** How a colour is called. */
export function useColourName(): (colour: Colour) => string {
  const words = useWords();
  const names = useContext(ColourNamesContext);
  return (colour) => names[colour] || words(colourKeys[colour]);
}
