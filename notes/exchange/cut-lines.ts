// Cuts JSON Lines: each line is an entry; empty ones are passed over.
import { type Cut, type Cutter, longestEntry } from './entries.ts';

export class LineCutter implements Cutter<string> {
  #rest = '';
  /** The line is longer than may be: what comes of it is dropped. */
  #dropping = false;
  #line = 1;
  #entry = 0;

  push(chunk: string): Cut<string>[] {
    const cuts: Cut<string>[] = [];
    let from = 0;
    for (let at = chunk.indexOf('\n'); at !== -1; at = chunk.indexOf('\n', from)) {
      this.#cut(this.#rest + chunk.slice(from, at), cuts);
      this.#rest = '';
      this.#line++;
      from = at + 1;
    }
    if (!this.#dropping) this.#rest += chunk.slice(from);
    if (this.#rest.length > longestEntry) {
      this.#dropping = true;
      this.#rest = '';
    }
    return cuts;
  }

  end(): Cut<string>[] {
    const cuts: Cut<string>[] = [];
    this.#cut(this.#rest, cuts);
    this.#rest = '';
    return cuts;
  }

  #cut(line: string, cuts: Cut<string>[]): void {
    const isTooLong = this.#dropping || line.length > longestEntry;
    this.#dropping = false;
    if (!isTooLong && line.trim() === '') return;
    cuts.push({ line: this.#line, entry: ++this.#entry, content: isTooLong ? { refused: 'too-long' } : line });
  }
}
