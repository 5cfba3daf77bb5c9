// Hashes of strings and features: names of features are never kept, only 32-bit numbers.

/** Longer tokens differ in their first units or count as the same. */
const hashedUnits = 64;

/** FNV-1a over UTF-16 units with a final mix; unsigned 32 bits. */
export function hashString(text: string): number {
  let hash = 0x811c9dc5;
  const end = Math.min(text.length, hashedUnits);
  for (let index = 0; index < end; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return mix(hash);
}

/** One feature: its template and one or two hashes that it looks at; unsigned 32 bits, never 0. */
export function hashFeature(template: number, first: number, second = 0): number {
  const salted = mix(first ^ Math.imul(template + 1, 0x9e3779b1));
  return mix(Math.imul(salted, 0x27d4eb2f) ^ second) || 1;
}

/** Hash of a phrase from the hash of its beginning and of its next token. */
export function extendPhrase(phrase: number, token: number): number {
  return mix(Math.imul(phrase, 0x2c1b3c6d) ^ token) || 1;
}

function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
