// Addresses that came out of notes, pages and files: only these kinds may stand behind a link.
const kinds = new Set(['https:', 'http:', 'mailto:']);

/** The address as the browser writes it; undefined when a click on it could do anything but open a page or a letter. */
export function safeAddress(address: string): string | undefined {
  const url = URL.parse(address);
  return url !== null && kinds.has(url.protocol) ? url.href : undefined;
}
