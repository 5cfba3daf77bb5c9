// Ids for notes that come from elsewhere: made of what they are, so that the same note has the same id at each import.

/** Odd multipliers of the three lanes (from MurmurHash3 and the golden ratio). */
const lanes = [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35] as const;

/**
 * An annotation id as `newAnnotationId` makes them (UUID version 7), but with a hash of `name` in place of chance. Two
 * names that are not alike share an id with a chance of 1 in 2^74; a file that is made so that they do only loses its
 * own notes.
 * @param created ms since 1970; what is before counts as 1970
 */
export function derivedId(created: number, name: string): string {
  const time = hex(Math.max(0, created), 12);
  const [first, second, third] = [hashOf(name, lanes[0]), hashOf(name, lanes[1]), hashOf(name, lanes[2])];
  const variant = ((first >>> 12) & 0x3fff) | 0x8000;
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(first & 0xfff, 3)}-${hex(variant, 4)}-${hex(second, 8)}${hex(third >>> 16, 4)}`;
}

/** 53 bits of a text, to know it again without keeping it. */
export function fingerprint(text: string): number {
  return hashOf(text, lanes[0]) * 0x20_0000 + (hashOf(text, lanes[1]) >>> 11);
}

function hashOf(text: string, multiplier: number): number {
  let hash = multiplier ^ text.length;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), multiplier);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash ^ (hash >>> 13), 0x27d4eb2f);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
