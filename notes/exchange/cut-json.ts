// Cuts one big JSON document into its entries without reading it as a whole: the elements of the lists that such files
// keep their notes in. What stands around them is kept apart, and must be JSON itself: so a file that was cut off is
// known. One pass, constant memory.
import { type Cut, type Cutter, FileError, longestEntry } from './entries.ts';

/** Names of the lists: W3C collections, Hypothesis (file and API), Marks. A list that is the whole file needs no name. */
const listNames = new Set(['items', 'annotations', 'rows', 'pages']);

/** Longest text around the entries, in UTF-16 units. */
const longestHead = 1024 * 1024;

const quote = 34;
const backslash = 92;
const comma = 44;
const newline = 10;

export class JsonCutter implements Cutter<string> {
  /** All that is outside of entries. */
  #head = '';
  /** Names of the containers around: '[' for a list of entries, else '{'. */
  #around: string[] = [];
  #inString = false;
  #escaped = false;
  /** Start of the last string outside of entries, in the head; the last complete one. */
  #stringStart = 0;
  #lastString = '';
  /** How deep within an entry; -1 outside of them. */
  #depth = -1;
  #entryText = '';
  #dropping = false;
  #start = 1;
  #line = 1;
  #entry = 0;

  push(chunk: string): Cut<string>[] {
    const cuts: Cut<string>[] = [];
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const code = chunk.charCodeAt(at);
      if (code === newline) this.#line++;
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (code === backslash) this.#escaped = true;
        else if (code === quote) {
          this.#inString = false;
          if (this.#depth === -1) {
            this.#flush(chunk, from, at + 1);
            from = at + 1;
            this.#lastString = this.#head.slice(this.#stringStart + 1, -1);
          }
        }
        continue;
      }
      // Letters, digits and white space change nothing, but that an entry begins with the first that is not white.
      if (this.#depth === -1 && this.#isInList() && code > 32 && code !== comma && code !== 93) {
        this.#flush(chunk, from, at);
        from = at;
        this.#begin();
      }
      if (code === quote) {
        this.#inString = true;
        if (this.#depth === -1) {
          this.#flush(chunk, from, at);
          from = at;
          this.#stringStart = this.#head.length;
        }
      } else if (code === 123 || code === 91) {
        if (this.#depth >= 0) this.#depth++;
        else {
          this.#around.push(this.#kindOfContainer(code));
          this.#lastString = '';
        }
      } else if (code === 125 || code === 93 || code === comma) {
        if (this.#depth > 0) {
          if (code !== comma) this.#depth--;
        } else if (this.#depth === 0) {
          this.#flush(chunk, from, at);
          from = at;
          cuts.push(this.#finish());
        }
        if (this.#depth === -1) {
          if (code !== comma) this.#around.pop();
          // The commas between entries are no part of the text around them.
          else if (this.#isInList()) from = at + 1;
        }
      }
    }
    this.#flush(chunk, from, chunk.length);
    return cuts;
  }

  /** @throws FileError 'unreadable' when what stands around the entries is no JSON */
  end(): Cut<string>[] {
    if (this.#depth >= 0 || this.#inString || this.#around.length > 0) {
      const cut = { line: this.#depth >= 0 ? this.#start : this.#line, entry: this.#entry + 1 };
      return [{ ...cut, content: { refused: 'cut-off' } }];
    }
    if (this.#entry > 0) {
      parsed(this.#head, this.#line);
      return [];
    }
    // No list of entries: the file is one entry.
    return [{ line: 1, entry: 1, content: this.#head }];
  }

  #isInList(): boolean {
    return this.#around.at(-1) === '[';
  }

  #kindOfContainer(code: number): '[' | '{' {
    const isEntryList = code === 91 && (this.#around.length === 0 || listNames.has(this.#lastString));
    return isEntryList ? '[' : '{';
  }

  #begin(): void {
    this.#depth = 0;
    this.#start = this.#line;
    this.#entryText = '';
    this.#dropping = false;
  }

  #finish(): Cut<string> {
    const content = this.#dropping ? ({ refused: 'too-long' } as const) : this.#entryText;
    this.#depth = -1;
    this.#entryText = '';
    return { line: this.#start, entry: ++this.#entry, content };
  }

  /** Puts a piece where it belongs: to the entry that is open, or to the text around. */
  #flush(chunk: string, from: number, to: number): void {
    if (from === to) return;
    if (this.#depth === -1) {
      this.#head += chunk.slice(from, to);
      if (this.#head.length > longestHead) throw new FileError('unreadable', this.#line);
    } else if (!this.#dropping) {
      this.#entryText += chunk.slice(from, to);
      if (this.#entryText.length > longestEntry) {
        this.#dropping = true;
        this.#entryText = '';
      }
    }
  }
}

function parsed(text: string, line: number): void {
  try {
    JSON.parse(text);
  } catch {
    throw new FileError('unreadable', line);
  }
}
