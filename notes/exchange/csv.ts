// Comma-separated values (RFC 4180): cuts a file into rows, and writes rows that no spreadsheet takes for formulas.
import { type Cut, type Cutter, longestEntry } from './entries.ts';

const quote = 34;
const carriageReturn = 13;
const newline = 10;

/** Rows of cells. Inside of quotes everything stands for itself, and two quotes are one; lines end as they like. */
export class CsvCutter implements Cutter<string[]> {
  readonly #delimiter: number;
  #cells: string[] = [];
  #cell = '';
  #length = 0;
  #inQuotes = false;
  /** A quote was met inside of quotes: the end of the cell, unless another follows. */
  #quoteSeen = false;
  #afterReturn = false;
  #line = 1;
  #start = 1;
  #entry = 0;

  constructor(delimiter = ',') {
    this.#delimiter = delimiter.charCodeAt(0);
  }

  push(chunk: string): Cut<string[]>[] {
    const cuts: Cut<string[]>[] = [];
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const code = chunk.charCodeAt(at);
      const followsReturn = this.#afterReturn;
      this.#afterReturn = code === carriageReturn;
      if (code === newline && !followsReturn) this.#line++;
      if (code === carriageReturn) this.#line++;
      if (this.#quoteSeen) {
        this.#quoteSeen = false;
        this.#inQuotes = code === quote;
        if (code === quote) {
          from = at;
          continue;
        }
      }
      if (this.#inQuotes) {
        if (code === quote) {
          this.#add(chunk.slice(from, at));
          from = at + 1;
          this.#quoteSeen = true;
        }
        continue;
      }
      // A quote within a cell that did not begin with one is a character as any other.
      if (code === quote && this.#cell === '' && from === at) {
        this.#inQuotes = true;
        from = at + 1;
      } else if (code === this.#delimiter) {
        this.#add(chunk.slice(from, at));
        from = at + 1;
        this.#endCell();
      } else if (code === newline || code === carriageReturn) {
        this.#add(chunk.slice(from, at));
        from = at + 1;
        if (code === carriageReturn || !followsReturn) this.#endRow(cuts);
        else this.#start = this.#line;
      }
    }
    this.#add(chunk.slice(from));
    return cuts;
  }

  end(): Cut<string[]>[] {
    const cuts: Cut<string[]>[] = [];
    if (this.#inQuotes && !this.#quoteSeen) {
      return [{ line: this.#start, entry: this.#entry + 1, content: { refused: 'cut-off' } }];
    }
    this.#endRow(cuts);
    return cuts;
  }

  #add(text: string): void {
    this.#length += text.length;
    if (this.#length <= longestEntry) this.#cell += text;
    else this.#cell = '';
  }

  #endCell(): void {
    this.#cells.push(this.#cell);
    this.#cell = '';
    this.#length++;
    if (this.#length > longestEntry) this.#cells = [];
  }

  #endRow(cuts: Cut<string[]>[]): void {
    this.#endCell();
    const isTooLong = this.#length > longestEntry;
    if (isTooLong || this.#cells.some((cell) => cell !== '')) {
      const content = isTooLong ? ({ refused: 'too-long' } as const) : this.#cells;
      cuts.push({ line: this.#start, entry: ++this.#entry, content });
    }
    this.#cells = [];
    this.#length = 0;
    this.#start = this.#line;
  }
}

/**
 * What a spreadsheet would calculate instead of show (OWASP, "CSV Injection"), also when it was neutralised before:
 * so that one apostrophe can always be taken away again.
 */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** One row with its line break. Formulas are neutralised by an apostrophe before them. */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(text: string): string {
  const plain = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** A cell as it was before `csvRow` neutralised it. */
export function fromCell(text: string): string {
  return text.startsWith("'") && formula.test(text) ? text.slice(1) : text;
}
