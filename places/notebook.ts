// What our own pages write: straight into the database, then it is told to the open tabs.
import type { Colour, NoteDraft, Saved } from '../core/annotation.ts';
import { ownBackground } from '../messages/callers.ts';
import { deleteAnnotation, saveNote, setColour, setTags, undoChange } from '../notes/annotations.ts';
import type { PressmarkDatabase, Settings } from '../notes/database.ts';
import { deleteEverything } from '../notes/everything.ts';
import { changeSettings } from '../notes/settings.ts';

export interface Notebook {
  readonly db: PressmarkDatabase;
  saveNote(draft: NoteDraft): Promise<Saved>;
  setColour(id: string, colour: Colour): Promise<Saved>;
  setTags(id: string, tags: readonly string[]): Promise<Saved>;
  remove(id: string): Promise<Saved>;
  undo(changeId: string): Promise<void>;
  changeSettings(change: Partial<Settings>): Promise<void>;
  deleteEverything(): Promise<void>;
}

export function openNotebook(db: PressmarkDatabase): Notebook {
  async function told<Result>(write: Promise<Result>): Promise<Result> {
    const result = await write;
    // What was written is kept, whether or not the tabs hear of it now: they read anew when they are looked at.
    ownBackground.call('changed').catch(() => undefined);
    return result;
  }
  return {
    db,
    saveNote: (draft) => told(saveNote(db, draft, new Date())),
    setColour: (id, colour) => told(setColour(db, id, colour, new Date())),
    setTags: (id, tags) => told(setTags(db, id, tags, new Date())),
    remove: (id) => told(deleteAnnotation(db, id, new Date())),
    undo: async (changeId) => void (await told(undoChange(db, changeId))),
    changeSettings: (change) => told(changeSettings(db, change)),
    deleteEverything: () => told(deleteEverything(db)),
  };
}
