// An error as the local log keeps it: enough to find the mistake, nothing of what was read or written. Messages of
// errors may quote anything (JSON.parse quotes its input), so whatever stands between quotes goes, and of addresses the
// host alone stays.

export interface ErrorEntry {
  /** ISO 8601, UTC. */
  at: string;
  /** The part of the extension that it happened in. */
  where: string;
  /** Name and message. */
  error: string;
  /** Our own frames, the innermost first: function, file, line, column. */
  stack: readonly string[];
}

const longestError = 300;
const mostFrames = 8;

export function errorEntry(error: unknown, where: string, now: Date): ErrorEntry {
  const { name, message, stack } = partsOf(error);
  const cleaned = withoutContent(message);
  return {
    at: now.toISOString(),
    where,
    error: `${withoutContent(name)}${cleaned === '' ? '' : `: ${cleaned}`}`.slice(0, longestError),
    stack: framesOf(stack),
  };
}

/** The log as text for a report, the newest first. */
export function errorReport(entries: readonly ErrorEntry[], about: readonly string[]): string {
  const written = entries.map(({ at, where, error, stack }) => {
    return [`${at} ${where}`, `  ${error}`, ...stack.map((frame) => `    ${frame}`)].join('\n');
  });
  return [...about, '', ...written].join('\n');
}

/** Takes out what could be a person's words: quotations, and all of an address but its host. */
export function withoutContent(message: string): string {
  return message
    .replace(/\b(?:chrome|moz)-extension:\/\/[^/\s]*/g, '')
    .replace(/\b[a-z][a-z+.-]*:\/\/[^\s/?#"'<>]*@?([^\s/?#"'<>@]*)[^\s"'<>)]*/gi, (address) => hostOf(address))
    .replace(/["'`“”„«»‹›‘’].*["'`“”„«»‹›‘’]/s, '"…"')
    .replace(/\s+/g, ' ')
    .trim();
}

function hostOf(address: string): string {
  return URL.parse(address)?.hostname || '…';
}

function partsOf(error: unknown): { name: string; message: string; stack: string } {
  if (error instanceof Error) return { name: error.name, message: error.message, stack: error.stack ?? '' };
  if (error instanceof DOMException) return { name: error.name, message: error.message, stack: '' };
  return { name: typeof error, message: typeof error === 'string' ? error : '', stack: '' };
}

/** Chromium writes "at fn (address:1:2)", Firefox "fn@address:1:2". */
function framesOf(stack: string): string[] {
  const frames: string[] = [];
  for (const line of stack.split('\n')) {
    const found =
      /^\s*(?:at )?([\w$.<> [\]/]*?)[\s@(]*(?:chrome|moz)-extension:\/\/[^/]*(\/[^\s?#]*?):(\d+):(\d+)/.exec(line);
    if (found === null) continue;
    const [, name = '', file = '', row = '', column = ''] = found;
    frames.push(`${name === '' ? '' : `${name} `}${file}:${row}:${column}`);
    if (frames.length === mostFrames) break;
  }
  return frames;
}
