// A component in its states, for the gallery.
import type { ComponentChildren } from 'preact';

export interface Story {
  /** The component's name. */
  name: string;
  states: Readonly<Record<string, () => ComponentChildren>>;
}

export function nothing(): void {}
