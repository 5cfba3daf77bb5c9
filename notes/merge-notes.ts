// One note open in two windows: no words are lost. Cost: linear in the length of the notes.

/** Stands between two versions of a note that could not be joined. */
export const separator = '\n\n———\n\n';

/**
 * Joins a draft with what was written elsewhere since its editor last looked.
 * Where both changed different places, both changes are made; where they met, both notes are kept, one below the other.
 * @param base the note that the draft started from
 * @param kept the note as it stands in the database
 * @param draft the note as it stands in the editor
 */
export function mergeNotes(base: string, kept: string, draft: string): string {
  if (kept === base || kept === draft || kept === '') return draft;
  if (draft === base || draft === '') return kept;
  const ours = editOf(base, draft);
  const theirs = editOf(base, kept);
  if (ours.end < theirs.start || (ours.end === theirs.start && ours.start < theirs.start)) {
    return (
      base.slice(0, ours.start) + ours.text + base.slice(ours.end, theirs.start) + theirs.text + base.slice(theirs.end)
    );
  }
  if (theirs.end < ours.start || (theirs.end === ours.start && theirs.start < ours.start)) {
    return (
      base.slice(0, theirs.start) + theirs.text + base.slice(theirs.end, ours.start) + ours.text + base.slice(ours.end)
    );
  }
  // One is an earlier state of the other: a save that went through and was never acknowledged.
  if (draft.includes(kept)) return draft;
  return kept.includes(draft) ? kept : `${kept}${separator}${draft}`;
}

interface Edit {
  start: number;
  end: number;
  text: string;
}

/** The one stretch of `from` that was replaced to make `to`: what is left of both without common ends. */
function editOf(from: string, to: string): Edit {
  const shorter = Math.min(from.length, to.length);
  let head = 0;
  while (head < shorter && from[head] === to[head]) head++;
  let tail = 0;
  while (tail < shorter - head && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail++;
  return { start: head, end: from.length - tail, text: to.slice(head, to.length - tail) };
}
