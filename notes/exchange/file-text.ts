// The text of a file, chunk by chunk. UTF-8, and UTF-16 where the file says so; nothing is guessed, because words that
// were read in the wrong encoding are lost words.
import { FileError } from './entries.ts';

/** What is read of a file: a Blob has it. */
export interface ReadableFile {
  readonly size: number;
  stream(): ReadableStream<Uint8Array>;
}

interface Reading {
  signal?: AbortSignal | undefined;
  /** Told the bytes read so far. */
  onBytes?: ((bytes: number) => void) | undefined;
}

/**
 * @throws FileError 'wrong-encoding' with the line, 'empty'
 */
export async function* textOf(file: ReadableFile, { signal, onBytes }: Reading = {}): AsyncGenerator<string, void> {
  const reader = file.stream().getReader();
  let decoder: TextDecoder | undefined;
  let bytes = 0;
  let line = 1;
  try {
    for (;;) {
      const { done, value = new Uint8Array() } = await reader.read();
      signal?.throwIfAborted();
      if (bytes + value.length === 0 && done) throw new FileError('empty');
      if (bytes === 0 && isArchive(value)) throw new FileError('unknown-format');
      decoder ??= new TextDecoder(encodingOf(value), { fatal: true });
      const text = decode(decoder, value, done, line);
      bytes += value.length;
      onBytes?.(bytes);
      line += countLines(text);
      if (text !== '') yield text;
      if (done) return;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** A zip, as our own export for Obsidian is. */
function isArchive(start: Uint8Array): boolean {
  return start[0] === 0x50 && start[1] === 0x4b && start[2] === 3 && start[3] === 4;
}

/** A byte order mark alone says UTF-16. The decoder takes it away. */
function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

function decode(decoder: TextDecoder, bytes: Uint8Array, last: boolean, line: number): string {
  let text: string;
  try {
    text = decoder.decode(bytes, { stream: !last });
  } catch {
    const lossy = new TextDecoder(decoder.encoding).decode(bytes);
    throw new FileError('wrong-encoding', line + countLines(lossy.slice(0, Math.max(0, lossy.indexOf('\ufffd')))));
  }
  // UTF-16 without its mark, or no text at all.
  const nothing = text.indexOf('\0');
  if (nothing !== -1) throw new FileError('wrong-encoding', line + countLines(text.slice(0, nothing)));
  return text;
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
