// All words that the annotator shows, read once at its start: once the extension was updated they cannot be read.
import { browser } from 'wxt/browser';
import type { Colour } from '../../core/annotation.ts';

export function readWords() {
  const say = browser.i18n.getMessage;
  const highlight: Record<Colour, string> = {
    yellow: say('annotatorHighlightYellow'),
    green: say('annotatorHighlightGreen'),
    blue: say('annotatorHighlightBlue'),
    pink: say('annotatorHighlightPink'),
    purple: say('annotatorHighlightPurple'),
  };
  const placeOf = say('annotatorPlaceOf', ['{place}', '{of}']);
  return {
    highlight,
    highlightAs: say('highlightAs', '$1'),
    more: say('annotatorMore'),
    toolbar: say('annotatorToolbar'),
    note: say('annotatorNote'),
    writeNote: say('annotatorWriteNote'),
    card: say('annotatorCard'),
    showCard: say('annotatorShowCard'),
    undo: say('annotatorUndo'),
    tryAgain: say('annotatorTryAgain'),
    close: say('annotatorClose'),
    deleted: say('annotatorDeleted'),
    recoloured: say('annotatorRecoloured'),
    noNames: say('annotatorNoNames'),
    noHighlights: say('annotatorNoHighlights'),
    selectFirst: say('annotatorSelectFirst'),
    tooLong: say('annotatorTooLong'),
    notSaved: say('annotatorNotSaved'),
    storageFull: say('annotatorStorageFull'),
    databaseUnavailable: say('annotatorDatabaseUnavailable'),
    noCard: say('annotatorNoCard'),
    notUndone: say('annotatorNotUndone'),
    updated: say('annotatorUpdated'),
    unclear: say('annotatorUnclear'),
    choose: say('annotatorChoose'),
    placeOf: (place: number, of: number) => placeOf.replace('{place}', String(place)).replace('{of}', String(of)),
    previousPlace: say('annotatorPreviousPlace'),
    nextPlace: say('annotatorNextPlace'),
    here: say('annotatorHere'),
  };
}

export type Words = ReturnType<typeof readWords>;
