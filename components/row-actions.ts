// What can be done with one annotation in a list.
import type { Colour, Saved } from '../core/annotation.ts';

export interface RowActions {
  onOpen(id: string): void;
  onEdit(id: string): void;
  onLeaveEdit(id: string): void;
  onDelete(id: string): void;
  onColour(id: string, colour: Colour): void;
  onTags(id: string, tags: readonly string[]): void;
  /** Keeps the note; see NoteEditor. */
  save(id: string, words: string, base: string): Promise<Saved>;
}
