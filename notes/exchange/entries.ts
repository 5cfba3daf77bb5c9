// What an imported file falls apart into, and why a part of it may be refused. Files come from anywhere: nothing here
// trusts what it reads, and nothing is held but one entry at a time.

/** Longest entry that is read, in UTF-16 units: a page with some thousand highlights is far below. */
export const longestEntry = 4 * 1024 * 1024;

/** Why an entry is not taken. */
export type Refusal =
  /** Ends before it is complete. */
  | 'cut-off'
  /** Is longer than `longestEntry`. */
  | 'too-long'
  /** Cannot be read as JSON or as a row. */
  | 'unreadable'
  /** Is none of the things that this kind of file holds. */
  | 'unknown'
  /** Names no page that it belongs to. */
  | 'no-page'
  /** Has neither a passage nor a note. */
  | 'empty'
  /** Was thrown away by the reader where it comes from. */
  | 'discarded';

/** What was put right in a note that is taken. */
export type Mending =
  /** Its date is none that a note can have: it has that of the import. */
  | 'date'
  /** It has more tags than a note can have: the first are kept. */
  | 'tags'
  /** It has no address on the Web: it is kept under its title and cannot be shown on a page. */
  | 'no-address';

/** Where something stands in a file. */
export interface Place {
  /** Line that it begins on, counted from 1. */
  line: number;
  /** Which entry of the file, counted from 1: where all stands on one line, that alone says where. */
  entry: number;
}

/** An entry as it was cut out of the file, not looked at yet. */
export interface Cut<Content> extends Place {
  content: Content | { refused: Refusal };
}

/** Cuts a text, which comes in chunks, into entries. */
export interface Cutter<Content> {
  push(chunk: string): Cut<Content>[];
  /** What is left at the end of the file. */
  end(): Cut<Content>[];
}

/** Why a file as a whole cannot be read. `line` where it is known. */
export type FileFault = 'empty' | 'unknown-format' | 'wrong-encoding' | 'newer-version' | 'unreadable';

export class FileError extends Error {
  override name = 'FileError';
  readonly fault: FileFault;
  readonly line: number | undefined;

  constructor(fault: FileFault, line?: number) {
    super(fault);
    this.fault = fault;
    this.line = line;
  }
}

export function isRefused<Content>(content: Content | { refused: Refusal }): content is { refused: Refusal } {
  return typeof content === 'object' && content !== null && 'refused' in content;
}
