// The list of known names, as hashes for the model file.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gazetteerKinds, phraseHash } from '../../core/entities/gazetteer.ts';
import { viewToken } from '../../core/entities/shapes.ts';
import { tokenise } from '../../core/entities/tokens.ts';

export interface KnownNames {
  /** Rising. */
  names: Uint32Array;
  kinds: Uint16Array;
}

/** Reads a file of `phrase TAB kind` lines, and our own list of organisations. */
export function readKnownNames(path: string): KnownNames {
  const kindsOfPhrase = new Map<number, number>();
  const bits: ReadonlyMap<string, number> = new Map(gazetteerKinds.map((kind, bit) => [kind, bit]));
  const lines = readFileSync(path, 'utf8').split('\n');
  const organisations = readFileSync(join(import.meta.dirname, 'known-organisations.txt'), 'utf8').split('\n');
  for (const line of [
    ...lines,
    ...organisations.filter((each) => !each.startsWith('#')).map((each) => `${each}\tORGX`),
  ]) {
    const [phrase = '', kind = ''] = line.split('\t');
    const bit = bits.get(kind);
    const tokens = tokenise(phrase);
    if (bit === undefined || tokens.length === 0) continue;
    const hash = phraseHash(tokens.map((token) => viewToken(token).lowerWord));
    kindsOfPhrase.set(hash, (kindsOfPhrase.get(hash) ?? 0) | (1 << bit));
  }
  const sorted = [...kindsOfPhrase].sort(([one], [other]) => one - other);
  return {
    names: Uint32Array.from(sorted, ([hash]) => hash),
    kinds: Uint16Array.from(sorted, ([, kinds]) => kinds),
  };
}
