// What our own pages write: straight into the database, then it is told to the open tabs.
import type { Colour, NoteDraft, Saved } from '../core/annotation.ts';
import type { Correction } from '../core/entities/corrections.ts';
import { ownBackground } from '../messages/callers.ts';
import { deleteAnnotation, saveNote, setColour, setTags, undoChange } from '../notes/annotations.ts';
import { keepCorrection, takeBackCorrection } from '../notes/corrections.ts';
import type { PressmarkDatabase, Settings } from '../notes/database.ts';
import { deleteEverything } from '../notes/everything.ts';
import { joinArticles, partArticle } from '../notes/joins.ts';
import { colourAll, deleteAll, tagAll } from '../notes/many.ts';
import { withoutCopy } from '../notes/second-copy.ts';
import { changeSettings } from '../notes/settings.ts';
import { restoreAll } from '../notes/trash.ts';
import { keepFirstRows } from './use-first-rows.ts';

export interface Notebook {
  readonly db: PressmarkDatabase;
  saveNote(draft: NoteDraft): Promise<Saved>;
  setColour(id: string, colour: Colour): Promise<Saved>;
  setTags(id: string, tags: readonly string[]): Promise<Saved>;
  remove(id: string): Promise<Saved>;
  /** What is done to many can be stopped while it goes on: then all is as before. */
  colourAll(ids: readonly string[], colour: Colour, signal: AbortSignal): Promise<Saved>;
  tagAll(
    ids: readonly string[],
    tags: { add?: readonly string[]; remove?: readonly string[] },
    signal: AbortSignal,
  ): Promise<Saved>;
  removeAll(ids: readonly string[], signal: AbortSignal): Promise<Saved>;
  restoreAll(ids: readonly string[], signal: AbortSignal): Promise<Saved>;
  /** Makes one article of two: the first is joined to the second. */
  joinArticles(id: string, to: string): Promise<Saved>;
  partArticle(id: string): Promise<Saved>;
  /** Names are marked anew in the open tabs. */
  keepCorrection(correction: Correction): Promise<void>;
  takeBackCorrection(id: string): Promise<void>;
  undo(changeId: string): Promise<void>;
  changeSettings(change: Partial<Settings>): Promise<void>;
  deleteEverything(running?: Parameters<typeof deleteEverything>[1]): Promise<void>;
}

export function openNotebook(db: PressmarkDatabase): Notebook {
  async function told<Result>(write: Promise<Result>): Promise<Result> {
    const result = await write;
    // What was written is kept, whether or not the tabs hear of it now: they read anew when they are looked at.
    ownBackground.call('changed').catch(() => undefined);
    return result;
  }
  async function named(write: Promise<unknown>): Promise<void> {
    await write;
    ownBackground.call('namesChanged').catch(() => undefined);
  }
  return {
    db,
    saveNote: (draft) => told(saveNote(db, draft, new Date())),
    setColour: (id, colour) => told(setColour(db, id, colour, new Date())),
    setTags: (id, tags) => told(setTags(db, id, tags, new Date())),
    remove: (id) => told(deleteAnnotation(db, id, new Date())),
    colourAll: (ids, colour, signal) => told(colourAll(db, ids, colour, new Date(), signal)),
    tagAll: (ids, tags, signal) => told(tagAll(db, ids, tags, new Date(), signal)),
    removeAll: (ids, signal) => told(deleteAll(db, ids, new Date(), signal)),
    restoreAll: (ids, signal) => told(restoreAll(db, ids, new Date(), signal)),
    joinArticles: (id, to) => told(joinArticles(db, id, to, new Date())),
    partArticle: (id) => told(partArticle(db, id, new Date())),
    keepCorrection: (correction) => named(keepCorrection(db, correction)),
    takeBackCorrection: (id) => named(takeBackCorrection(db, id)),
    undo: async (changeId) => void (await told(undoChange(db, changeId))),
    changeSettings: (change) => told(changeSettings(db, change)),
    async deleteEverything(running) {
      keepFirstRows([]);
      await told(withoutCopy(() => deleteEverything(db, running)));
    },
  };
}
